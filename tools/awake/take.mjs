// node take.mjs PYODIDE PACKED OUT: wakes Python from the pack, imports everything, and takes a snapshot.
// Writes OUT/heap.bin and OUT/record.json: what the boot must put back besides the heap.
import "./still.mjs";
import fs from "node:fs";
import path from "node:path";
import { packed, startFrom, unpack } from "./files.mjs";
import { entriesOf } from "./table.mjs";

const [home, from, out] = process.argv.slice(2).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const names = JSON.parse(fs.readFileSync(path.join(from, "libraries.json"), "utf8"));
const libraries = names.map((name) => [name, fs.readFileSync(path.join(from, "libs", path.posix.basename(name)))]);
const files = unpack(fs.readFileSync(path.join(from, "pack.bin")));
const python = await startFrom(home + "/", [...files, ...libraries], { _makeSnapshot: true });
const M = python._module;
const own = M.wasmTable.length;

python.runPython(here("inside/stand_ins.py"));
python.runPython("import downhill.ready");
python.runPython(here("inside/to_bed.py"));

const u32 = (address) => M.HEAPU32[address >> 2];
const loaded = Object.entries(M.LDSO.loadedLibsByHandle)
  .filter(([handle]) => Number(handle))
  .map(([handle, { name, exports }]) => ({
    ...{ name, exports },
    ...{ memory: u32(+handle + 12), table: u32(+handle + 20), size: u32(+handle + 24) },
  }))
  .sort((a, b) => a.table - b.table);

const main = M.LDSO.loadedLibsByName["__main__"].exports;
const table = entriesOf(M.wasmTable, own, main, loaded);
const got = Object.fromEntries(Object.entries(M.GOT).map(([name, cell]) => [name, cell.value]));
const heap = python.makeMemorySnapshot();
const fonts = files.filter(([name]) => name.endsWith(".ttf"));
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, "heap.bin"), heap);
fs.writeFileSync(
  path.join(out, "record.json"),
  JSON.stringify({
    libraries: loaded.map(({ name, memory, table }) => ({ file: path.posix.basename(name), memory, table })),
    tableLength: M.wasmTable.length,
    table,
    got,
  }),
);
fs.writeFileSync(path.join(out, "fonts.bin"), packed(fonts));
console.log(`${loaded.length} libraries, ${table.length} entries of the table, ${(heap.length / 1e6).toFixed(1)} MB of memory`);
process.exit(0);
