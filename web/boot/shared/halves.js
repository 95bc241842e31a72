// Modules that the build has cut in two (tools/startup/split). The first half has what a visit runs; the second is
// loaded, while the caller waits, when one of its functions is called.

const OWN = "%"; // prefix of the names shared between halves
const nameOf = (module) => {
  const [section] = WebAssembly.Module.customSections(module, "half");
  return section && new TextDecoder().decode(section);
};

// The smallest module that turns a JavaScript function into one that a table can hold:
// (module (import "%" "%" (func)) (export "%" (func 0)))
const AS_WASM = [
  [0, 97, 115, 109, 1, 0, 0, 0], // magic, version
  [1, 4, 1, 96, 0, 0], // types: nothing to nothing
  [2, 7, 1, 1, 37, 1, 37, 0, 0], // imports
  [7, 5, 1, 1, 37, 0, 0], // exports
].flat();

// Calls `see(name, own, imports)` from now on for every instance of a module that the build has named. Hides its `own`
// exports from the caller: Pyodide would take them for a library's.
export function seeInstances(see) {
  const { instantiate, Instance } = WebAssembly;

  function shown(module, instance, imports) {
    const name = nameOf(module);
    if (!name) return instance;
    const all = Object.entries(instance.exports);
    see(name, Object.fromEntries(all.filter(([key]) => key.startsWith(OWN))), imports);
    return { exports: Object.fromEntries(all.filter(([key]) => !key.startsWith(OWN))) };
  }

  WebAssembly.instantiate = async (source, imports) => {
    const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
    const instance = shown(module, await instantiate(module, imports), imports);
    return source instanceof WebAssembly.Module ? instance : { module, instance };
  };
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (_, [module, imports]) => shown(module, new Instance(module, imports), imports),
  });
}

const flags = new Map(); // by module name: whether both halves of its last instance are loaded

// Joins first halves with their second halves on demand. `bytesOf(name)` returns a second half synchronously, or
// throws.
export function joinHalves(bytesOf) {
  seeInstances((name, own, imports) => {
    flags.set(name, own[`${OWN}there`]);
    const bring = () => {
      new WebAssembly.Instance(new WebAssembly.Module(bytesOf(name)), { ...imports, [OWN]: own });
      own[`${OWN}there`].value = 1;
    };
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(AS_WASM)), {
      [OWN]: { [OWN]: bring },
    });
    own[`${OWN}table`].set(0, exports[OWN]);
  });
}

// The memory that a second half has filled is gone: load it again at the next call of one of its functions.
export function comeAnew(name) {
  const there = flags.get(name);
  if (there) there.value = 0;
}
