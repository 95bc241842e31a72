// node exchange.mjs PYODIDE KIT OUT PLAYED: compiles our own modules, and puts them into a pack that was made with others.
// KIT is the archive of the modules, PLAYED holds the other pack. Writes OUT/pack.bin.
import fs from "node:fs";
import path from "node:path";
import { args } from "../../../web/boot/shared/settings.js";
import { packed, start, unpack } from "./files.mjs";

const [home, kit, out, played] = process.argv.slice(2).map((name) => path.resolve(name));
const python = await start(`${home}/`, { args });
python.FS.writeFile("/kit.zip", fs.readFileSync(kit));
python.runPython('import zipfile; zipfile.ZipFile("/kit.zip").extractall("/lib/python3.14/site-packages")');

const files = unpack(fs.readFileSync(path.join(played, "pack.bin")));
const sources = files.map(([name]) => name.replace(/\.pyc$/, ".py"));
const wanted = sources.filter((name) => name.includes("/site-packages/") && python.FS.analyzePath(name).exists);
python.globals.set("wanted", python.toPy(wanted.filter((name) => name.endsWith(".py"))));
python.runPython(fs.readFileSync(new URL("inside/compile.py", import.meta.url), "utf8"));
const compiled = new Map(python.globals.get("compiled").toJs());
const pack = files.map(([name, bytes]) => [name, compiled.has(name) ? Buffer.from(compiled.get(name)) : bytes]);
fs.writeFileSync(path.join(out, "pack.bin"), packed(pack));
console.log(`${compiled.size} modules compiled`);
process.exit(0);
