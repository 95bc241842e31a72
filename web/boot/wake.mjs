// Waking: Python's memory is put back as it was when the build took its snapshot, with numpy, matplotlib and every
// lesson in it. Pyodide restores its own memory; the libraries that were loaded into it are put back here.
import create from "./core-module.mjs";
import { unpack } from "./files.mjs";
import { bytesOf, moduleOf } from "./load.mjs";
import { libraries } from "./parts.mjs";

// The options for Pyodide, and the files that it has to find when it is awake.
export async function wake(options) {
  const waking = Promise.all(["heap", "record", "fonts"].map(bytesOf));
  const [[heap, record, fonts], compiled] = await Promise.all([waking, Promise.all(libraries.map(moduleOf))]);
  const known = JSON.parse(new TextDecoder().decode(record));
  const createPyodideModule = async (settings) => {
    const Module = await create(settings);
    const restore = settings.API.restoreSnapshot;
    settings.API.restoreSnapshot = (dump) => {
      grow(Module, dump);
      restore(dump); // the libraries' relocations read the memory
      putBack(Module, known, compiled);
      return restore(dump); // and instantiating overwrote the libraries' data
    };
    return Module;
  };
  return [{ ...options, _loadSnapshot: heap, createPyodideModule }, unpack(fonts)];
}

function grow(Module, dump) {
  const needed = dump.byteLength - new Uint32Array(dump.buffer, dump.byteOffset, 4)[1];
  if (Module.HEAP8.length < needed) Module.growMemory(needed);
}

function putBack(Module, known, compiled) {
  const main = Module.LDSO.loadedLibsByName["__main__"].exports;
  const cell = (name) => (Module.GOT[name] ??= new WebAssembly.Global({ value: "i32", mutable: true }, -1));
  Module.wasmTable.grow(known.tableLength - Module.wasmTable.length);
  for (const [name, value] of Object.entries(known.got)) cell(name).value = value;
  const exports = compiled.map((module, i) => instance(module, known.libraries[i], main, cell));
  for (const [index, library, name] of known.table) {
    Module.wasmTable.set(index, (library < 0 ? main : exports[library])[name]);
  }
}

// One library at the very places where it was; its constructors ran before the snapshot and must not run again.
function instance(module, { memory, table }, main, cell) {
  let own;
  const stubs = {};
  const find = (name) => (name in main && !main[name].stub ? main[name] : own?.[name]);
  const stub = (name) => (stubs[name] ??= (...values) => find(name)(...values));
  const places = { __memory_base: memory, __table_base: table };
  const environment = new Proxy({}, { get: (_, name) => places[name] ?? find(name) ?? stub(name) });
  const cells = new Proxy({}, { get: (_, name) => cell(name) });
  own = new WebAssembly.Instance(module, {
    env: environment,
    wasi_snapshot_preview1: environment,
    "GOT.mem": cells,
    "GOT.func": cells,
  }).exports;
  own.__wasm_apply_data_relocs?.();
  return own;
}
