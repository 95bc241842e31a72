// node take.mjs PYODIDE PACKED OUT: wakes Python from the pack, imports everything, and takes a snapshot.
// Writes OUT/heap.bin, the pieces of the memory that hold anything but what the core and the libraries put there by
// themselves, and OUT/record.bin: where they belong, and what else the boot must put back.
import "./deterministic.mjs";
import fs from "node:fs";
import path from "node:path";
import { constantsOf, differ } from "../../../web/boot/shared/constants.js";
import { instanceOf } from "../../../web/boot/shared/library.js";
import { packed, startFrom, unpack } from "./files.mjs";
import { clearFreed, pieces, stackOf } from "./memory.mjs";
import { entriesOf } from "./table.mjs";

const HEADER = 48; // bytes before the text in Pyodide's snapshot
const [home, from, out] = process.argv.slice(2).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const names = JSON.parse(fs.readFileSync(path.join(from, "libraries.json"), "utf8"));
const libraries = names.map((name) => [name, fs.readFileSync(path.join(from, "libs", path.posix.basename(name)))]);
const files = unpack(fs.readFileSync(path.join(from, "pack.bin")));

let constants;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  if (made.instance?.exports.__stack_low) constants = constantsOf(made.instance); // it is the core's
  return made;
};
const python = await startFrom(`${home}/`, [...files, ...libraries], { _makeSnapshot: true });
const M = python._module;
const own = M.wasmTable.length;

python.runPython("import worker.archives, worker.cold, worker.pyscript_on_demand, worker.requests");
python.runPython(here("inside/prepare_snapshot.py"));

const u32 = (address) => M.HEAPU32[address >> 2];
const loaded = Object.entries(M.LDSO.loadedLibsByHandle)
  .filter(([handle]) => Number(handle))
  .map(([handle, { name, exports }]) => {
    const [memory, bytes, table, size] = [12, 16, 20, 24].map((offset) => u32(+handle + offset));
    return { name, exports, memory, bytes, table, size };
  })
  .sort((a, b) => a.table - b.table);

const main = M.LDSO.loadedLibsByName.__main__.exports;
const table = entriesOf(M.wasmTable, own, main, loaded);
const got = Object.fromEntries(Object.entries(M.GOT).map(([name, cell]) => [name, cell.value]));

// Pyodide's own snapshot begins with its length and that of a text: what JavaScript objects Python holds.
const snapshot = python.makeMemorySnapshot();
const [, , length] = new Uint32Array(snapshot.buffer, 0, 3);
const state = JSON.parse(new TextDecoder().decode(snapshot.subarray(HEADER, HEADER + length)));
clearFreed(M);
differ(M.HEAPU8, 0, constants);
const bytesOf = Object.fromEntries(libraries);
for (const library of loaded) {
  const module = new WebAssembly.Module(bytesOf[library.name]);
  instanceOf(module, library, M.HEAPU8, main, (name) => M.GOT[name]);
}
const found = pieces(M);
const heap = Buffer.concat(found.map(([start, size]) => M.HEAPU8.subarray(start, start + size)));

fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, "heap.bin"), heap);
fs.writeFileSync(path.join(out, "files.bin"), packed(files.filter(([name]) => name.endsWith(".ttf"))));
fs.writeFileSync(
  path.join(out, "record.bin"),
  JSON.stringify({
    state,
    memory: M.HEAPU8.length,
    stack: stackOf(M),
    pieces: found,
    libraries: loaded.map(({ name, memory, table, bytes }) => ({
      file: path.posix.basename(name),
      memory,
      table,
      bytes,
    })),
    tableLength: M.wasmTable.length,
    table,
    got,
  }),
);
console.log(
  `${loaded.length} libraries, ${table.length} entries of the table, ${(heap.length / 1e6).toFixed(1)} MB of memory`,
);
process.exit(0);
