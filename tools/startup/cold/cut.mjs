// node cut.mjs PYODIDE PACKED OUT ARCHIVE…: plays a visit from the pack and cuts out of it what functions nobody called.
// PACKED holds the pack, its libraries, the archives, and `ran.json`, the functions that were called when the lessons were
// played before. Writes OUT/pack.bin, with stubs, and OUT/cold.bin, the functions that they stand for.
import "../snapshot/deterministic.mjs";
import fs from "node:fs";
import path from "node:path";
import { visit } from "../split/visiting.mjs";

const [home, from, out] = process.argv.slice(2, 5).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const FIRST = "/lib/python3.14/sitecustomize.py"; // what Python imports before anybody else has a turn

const python = await visit(home, from, process.argv.slice(5), {
  further: [[FIRST, here("inside/noting.py")]],
});
python.globals.set("before", fs.readFileSync(path.join(from, "ran.json"), "utf8"));
python.runPython(`
import json, sitecustomize
sitecustomize.stop()
ran = sitecustomize.ran.union(map(tuple, json.loads(before)))`);
for (const name of ["../snapshot/container.py", "inside/stub.py", "inside/cut.py"]) python.runPython(here(name));
python.FS.writeFile("/pack", fs.readFileSync(path.join(from, "pack.bin")));
const lengths = python.runPython(`
from pathlib import Path
from worker.archives import files_of
pack, cold = cut_pack(Path("/pack").read_bytes(), ran)
Path("/pack").write_bytes(pack), Path("/cold").write_bytes(cold)`);
for (const name of ["pack", "cold"]) fs.writeFileSync(path.join(out, `${name}.bin`), python.FS.readFile(`/${name}`));
const [stay, wait] = lengths.toJs();
console.log(`${stay} bytes stay in the pack, ${wait} wait`);
process.exit(0);
