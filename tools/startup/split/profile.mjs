// node profile.mjs PYODIDE PACKED OUT ARCHIVE…: starts from the pack with modules that tell which of their functions were called,
// and asks for all that readers ask for, as the page does. PYODIDE and PACKED hold such modules (`tools/startup/split`), and
// PACKED the archives.
// Writes OUT/called.json: by the name of a module the numbers of those functions.
import "../snapshot/deterministic.mjs";
import fs from "node:fs";
import path from "node:path";
import { startFrom, unpack } from "../snapshot/files.mjs";
import { seeInstances } from "../../../web/boot/shared/halves.js";
import { quiet, takeTurns } from "./turns.mjs";
import { canvas, probe, standIn } from "./worker-globals.mjs";

const [home, from, out] = process.argv.slice(2, 5).map((name) => path.resolve(name));
const archives = process.argv.slice(5);
const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");
const names = JSON.parse(fs.readFileSync(path.join(from, "libraries.json"), "utf8"));
const libraries = names.map((name) => [name, fs.readFileSync(path.join(from, "libs", path.posix.basename(name)))]);
const files = unpack(fs.readFileSync(path.join(from, "pack.bin")));

const counters = new Map(); // by the name of a module its own exports: `%` and the number of a function, 1 if it was called
seeInstances((name, own) => counters.set(name, Object.entries(own)));

process.argv[1] = "./this.program"; // as in a browser
let now = 0;
performance.now = () => ++now; // time goes on, by a millisecond each time when somebody asks
standIn(from, archives);

const python = await startFrom(`${home}/`, [...files, ...libraries], {});
python.setStdout({ batched() {} });
takeTurns();
python.runPython("import worker.archives, worker.pyscript_on_demand");
const main = `
import js
from pyodide import ffi
from worker.requests import RequestHandler
handler = RequestHandler(js, ffi)`;
await python.runPythonAsync(main);
const handler = python.globals.get("handler");
python.runPython(here("inside/visit.py"));
for (const name of ["texts", "arrays", "library"]) python.runPython(here(`inside/${name}.py`));
python.globals.set("syntax", here("inside/syntax.txt"));
python.runPython("compile(syntax, 'syntax', 'exec')");

const answers = new Map();
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  const answer = JSON.parse(data);
  answers.get(answer.id)?.(answer);
};
handler.receive({ ports: [port2] });
for (const [lesson, picture] of JSON.parse(python.globals.get("canvases"))) {
  const data = { lesson, picture, canvas: canvas(), theme: "light", width: 333, height: 222, ratio: 2 };
  handler.receive({ ports: [], data });
}
for (const [id, request] of JSON.parse(python.globals.get("requests")).entries()) {
  const answered = new Promise((resolve) => answers.set(id, resolve));
  port1.postMessage(JSON.stringify([id, ...request]));
  await answered;
}
globalThis.probe = probe;
await python.runPythonAsync(here("inside/interop.py"));
for (const wrong of ["1 / 0", "import nowhere", "(", "js.JSON.parse('{')"]) {
  await python.runPythonAsync(wrong).catch(String); // how errors are told to JavaScript
}
await quiet(); // pictures are painted later
const called = [...counters].map(([name, own]) => {
  const numbers = own.filter(([, { value }]) => value).map(([key]) => Number(key.slice(1)));
  return [name, numbers.sort((a, b) => a - b)];
});
fs.writeFileSync(path.join(out, "called.json"), JSON.stringify(Object.fromEntries(called)));
process.exit(0);
