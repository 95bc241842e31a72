// node pack.mjs PYODIDE KIT OUT: plays the lessons in Pyodide and packs what they used, compiled ahead.
// PYODIDE holds the runtime and the wheels, KIT is the archive of our own modules.
// Reads OUT/archives.json, the names of the modules that wait in archives. Writes OUT/pack.bin (modules and data) and OUT/libs/*.so.
import fs from "node:fs";
import path from "node:path";
import { packed, start } from "./files.mjs";

const [home, kit, out] = process.argv.slice(2).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const site = "/lib/python3.14/site-packages";
const python = await start(`${home}/`);

python.FS.mkdirTree("/wheels");
for (const name of fs.readdirSync(home).filter((name) => name.endsWith(".whl"))) {
  python.FS.writeFile(`/wheels/${name}`, fs.readFileSync(path.join(home, name)));
}
python.FS.writeFile("/wheels/kit.zip", fs.readFileSync(kit));
python.runPython(`
import glob, importlib, zipfile
for wheel in glob.glob("/wheels/*"):
    zipfile.ZipFile(wheel).extractall("${site}")
importlib.invalidate_caches()`);
python.FS.writeFile(`${site}/worker/archives.json`, fs.readFileSync(path.join(out, "archives.json")));
python.runPython(here("inside/find.py"));
const used = JSON.parse(python.globals.get("used"));
const of = (kind) => used.filter(([, its]) => its === kind).map(([name]) => name);

function compiled(names) {
  python.globals.set("wanted", python.toPy(names));
  python.runPython(here("inside/compile.py"));
  return python.globals
    .get("compiled")
    .toJs()
    .map(([name, bytes]) => [name, Buffer.from(bytes)]);
}

const modules = of("module").filter((name) => name.endsWith(".py"));
const data = of("data").map((name) => [name, Buffer.from(python.FS.readFile(name))]);
const pack = [...compiled(modules), ...data];

fs.mkdirSync(path.join(out, "libs"), { recursive: true });
fs.writeFileSync(path.join(out, "pack.bin"), packed(pack));
const libraries = of("library");
for (const name of libraries) {
  fs.writeFileSync(path.join(out, "libs", path.posix.basename(name)), python.FS.readFile(name));
}
fs.writeFileSync(path.join(out, "libraries.json"), JSON.stringify(libraries));
console.log(`${pack.length} files in use, ${libraries.length} libraries`);
process.exit(0);
