// Restores Python's memory from the build's snapshot, with numpy, matplotlib, and all lessons in it. Pyodide restores
// only its own memory; this restores the loaded libraries too.
import { loadPyodide } from "./core.js";
import { lendCore } from "./core-fetch.js";
import { constantsOf, differ } from "../shared/constants.js";
import { unpack, write } from "../shared/files.js";
import { comeAnew } from "../shared/halves.js";
import { instanceOf } from "../shared/library.js";
import { clearBetween } from "./memory.js";

// Random numbers drawn before the snapshot must not be the same on every page.
const AFRESH = `
import random, sys
random.seed()
if "numpy.random" in sys.modules:
    sys.modules["numpy.random"].seed()`;

// Restores Python with Pyodide's options from promises: of the core's module, of the module that creates the core, and
// of the record, Python's files, and the libraries' modules. `fill` fills the memory.
export async function restore(options, { core, creating, rest, fill }) {
  rest.catch(() => {}); // awaited once the core is here
  const [module, { default: create }] = await Promise.all([core, creating]);
  let constants;
  const createPyodideModule = async (settings) => {
    const Module = await create(settings);
    const [record, , libraries] = await rest;
    const known = JSON.parse(new TextDecoder().decode(record));
    settings.API.restoreSnapshot = () => known.state;
    clearBetween(Module.HEAPU8, known, Module.HEAPU8.length);
    Module.growMemory(known.memory);
    await fill(Module.HEAPU8, known);
    differ(Module.HEAPU8, 0, constants);
    comeAnew("core");
    putBack(Module, known, libraries);
    return Module;
  };
  lendCore(module, (instance) => (constants = constantsOf(instance)));
  const python = await loadPyodide({ ...options, _loadSnapshot: new Uint8Array(), createPyodideModule });
  write(python.FS, unpack((await rest)[1]));
  python.runPython(AFRESH);
  return python;
}

function putBack(Module, known, libraries) {
  const main = Module.LDSO.loadedLibsByName.__main__.exports;
  const cell = (name) => (Module.GOT[name] ??= new WebAssembly.Global({ value: "i32", mutable: true }, -1));
  Module.wasmTable.grow(known.tableLength - Module.wasmTable.length);
  for (const [name, value] of Object.entries(known.got)) cell(name).value = value;
  const exports = libraries.map((module, i) => instanceOf(module, known.libraries[i], Module.HEAPU8, main, cell));
  for (const [index, library, name] of known.table) {
    Module.wasmTable.set(index, (library < 0 ? main : exports[library])[name]);
  }
}
