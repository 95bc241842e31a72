// node profile.mjs PYODIDE PACKED OUT ARCHIVE…: plays a visit with modules that tell which of their functions were called.
// PYODIDE and PACKED hold such modules (`tools/startup/split`), and PACKED the archives.
// Writes OUT/called.json: by the name of a module the numbers of those functions.
import "../snapshot/deterministic.mjs";
import fs from "node:fs";
import path from "node:path";
import { seeInstances } from "../../../web/boot/shared/halves.js";
import { visit } from "./visiting.mjs";

const [home, from, out] = process.argv.slice(2, 5).map((name) => path.resolve(name));
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");

const counters = new Map(); // by the name of a module its own exports: `%` and the number of a function, 1 if it was called
seeInstances((name, own) => counters.set(name, Object.entries(own)));

const python = await visit(home, from, process.argv.slice(5));
python.runPython(here("inside/cold.py"));
const called = [...counters].map(([name, own]) => {
  const numbers = own.filter(([, { value }]) => value).map(([key]) => Number(key.slice(1)));
  return [name, numbers.sort((a, b) => a - b)];
});
fs.writeFileSync(path.join(out, "called.json"), JSON.stringify(Object.fromEntries(called)));
process.exit(0);
