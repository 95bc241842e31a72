// A visit, played in Node.js: Python starts from the pack, and all is asked for that readers ask for, as the page does.
import fs from "node:fs";
import path from "node:path";
import { BEGIN } from "../../../web/boot/shared/settings.js";
import { startFrom, unpack } from "../snapshot/files.mjs";
import { write } from "../../../web/boot/shared/files.js";
import { quiet, takeTurns } from "./turns.mjs";
import { canvas, probe, standIn } from "./worker-globals.mjs";

const here = (name) => fs.readFileSync(new URL(name, import.meta.url), "utf8");

// `home` is the folder of Pyodide, `packed` that of the pack, its libraries and these archives; `further` files are there,
// too. `see` is called with all that is answered, and with the pixels of all pictures that are shown. Returns Python when all
// is done.
export async function visit(home, packed, archives, { further = [], see = () => {} } = {}) {
  process.argv[1] = "./this.program"; // as in a browser
  let now = 0;
  performance.now = () => ++now; // time goes on, by a millisecond each time when somebody asks
  standIn(packed, archives);
  const files = [...filesOf(packed), ...further];
  const python = await startFrom(`${home}/`, files.filter(isStandard), {});
  write(
    python.FS,
    files.filter((file) => !isStandard(file)),
  ); // as the page does: they come later (web/boot/worker/packed.js)
  python.setStdout({ batched() {} });
  takeTurns();
  await play(python, see);
  await quiet(); // pictures are painted later
  return python;
}

const isStandard = ([name]) => !name.includes("/site-packages/");

function filesOf(packed) {
  const names = JSON.parse(fs.readFileSync(path.join(packed, "libraries.json"), "utf8"));
  const read = (name) => fs.readFileSync(path.join(packed, "libs", path.posix.basename(name)));
  const files = unpack(fs.readFileSync(path.join(packed, "pack.bin")));
  return [...files, ...names.map((name) => [name, read(name)])];
}

async function play(python, see) {
  python.runPython(BEGIN);
  const main = `
import js
from pyodide import ffi
from worker.requests import RequestHandler
handler = RequestHandler(js, ffi)`;
  await python.runPythonAsync(main);
  python.runPython(here("inside/visit.py"));
  await askForAll(python, see);
  python.runPython(here("inside/links.py"));
  globalThis.probe = probe;
  await python.runPythonAsync(here("inside/interop.py"));
  for (const wrong of ["1 / 0", "import nowhere", "(", "js.JSON.parse('{')"]) {
    await python.runPythonAsync(wrong).catch(String); // how errors are told to JavaScript
  }
}

// All requests that `inside/visit.py` lists, one after the other.
async function askForAll(python, see) {
  const handler = python.globals.get("handler");
  const answers = new Map();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const [told, file] = [data].flat(); // a file comes beside its answer
    see(file ? `${told}${file.type},${file.size}` : told);
    const answer = JSON.parse(told);
    answers.get(answer.id)?.(answer);
  };
  handler.receive({ ports: [port2] });
  for (const [lesson, picture] of JSON.parse(python.globals.get("canvases"))) {
    const place = { width: 333, height: 222, ratio: 2, far: false };
    handler.receive({ ports: [], data: { lesson, picture, canvas: canvas(see), theme: "light", ...place } });
  }
  for (const [id, request] of JSON.parse(python.globals.get("requests")).entries()) {
    const answered = new Promise((resolve) => answers.set(id, resolve));
    port1.postMessage(JSON.stringify([id, ...request]));
    await answered;
  }
}
