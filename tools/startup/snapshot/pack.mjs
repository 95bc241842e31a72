// node pack.mjs PYODIDE KIT OUT: plays the lessons in Pyodide and packs what they used, compiled ahead.
// PYODIDE holds the runtime and the wheels, KIT is the archive of our own modules.
// Reads OUT/archives.json, the names of the modules that wait in archives. Writes OUT/pack.bin (modules and data),
// OUT/libs/*.so, OUT/svg.json, the paths of the modules that only a picture saved as SVG takes, and OUT/ran.json, the functions
// that were called: file, qualified name and line of each.
import fs from "node:fs";
import path from "node:path";
import { args } from "../../../web/boot/shared/settings.js";
import { packed, start } from "./files.mjs";

const [home, kit, out] = process.argv.slice(2).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const site = "/lib/python3.14/site-packages";
const python = await start(`${home}/`, { args });

python.FS.mkdirTree("/wheels");
for (const name of fs.readdirSync(home).filter((name) => name.endsWith(".whl"))) {
  python.FS.writeFile(`/wheels/${name}`, fs.readFileSync(path.join(home, name)));
}
python.FS.writeFile("/wheels/kit.zip", fs.readFileSync(kit));
python.runPython(`
import os, sys, zipfile
for wheel in os.listdir("/wheels"):
    zipfile.ZipFile(f"/wheels/{wheel}").extractall("${site}")
sys.path_importer_cache.clear()  # importlib.invalidate_caches would import more than a start does`);
const list = `${site}/worker/archives.json`;
const archives = JSON.parse(fs.readFileSync(path.join(out, "archives.json")));
python.FS.writeFile(list, JSON.stringify(archives));
const notes = python.toPy({});
python.runPython(here("../cold/inside/noting.py"), { globals: notes });
python.runPython(here("inside/find.py"));
python.runPython("stop()\nimport json\nsaid = json.dumps(sorted(ran))", { globals: notes });
fs.writeFileSync(path.join(out, "ran.json"), notes.get("said"));
const used = JSON.parse(python.globals.get("used"));
const forSvg = JSON.parse(python.globals.get("for_svg"));
const apart = new Set(forSvg.map(([, name]) => name));
for (const name of Object.keys(archives)) archives[name] = archives[name].filter((module) => !apart.has(module));
archives.svg = [...apart];
python.FS.writeFile(list, JSON.stringify(archives));
fs.writeFileSync(path.join(out, "svg.json"), JSON.stringify(forSvg.map(([name]) => name)));
const of = (kind) => used.filter(([, its]) => its === kind).map(([name]) => name);

const text = (name) => python.FS.readFile(name, { encoding: "utf8" });

function compiled(names) {
  python.globals.set("wanted", python.toPy(names));
  python.runPython(here("inside/compile.py"));
  return python.globals
    .get("compiled")
    .toJs()
    .map(([name, bytes]) => [name, Buffer.from(bytes)]);
}

const modules = of("module").filter((name) => name.endsWith(".py"));
const code = compiled(modules);
python.runPython(here("inside/plain_settings.py"));
const plain = python.globals.get("without_comments");
const read = (name) => (name.endsWith("/matplotlibrc") ? plain(text(name)) : python.FS.readFile(name));
const pack = [...code, ...of("data").map((name) => [name, Buffer.from(read(name))])];

fs.mkdirSync(path.join(out, "libs"), { recursive: true });
fs.writeFileSync(path.join(out, "pack.bin"), packed(pack));
const libraries = of("library");
for (const name of libraries) {
  fs.writeFileSync(path.join(out, "libs", path.posix.basename(name)), python.FS.readFile(name));
}
fs.writeFileSync(path.join(out, "libraries.json"), JSON.stringify(libraries));
console.log(`${pack.length} files in use, ${libraries.length} libraries`);
process.exit(0);
