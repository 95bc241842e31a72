// The packed start: only the files that the lessons use, compiled ahead. Python itself begins as soon as the core and the
// standard library are here; all else is fetched when these have come, and arrives meanwhile.
import { unpack, write } from "../shared/files.js";
import { report } from "../shared/load.js";
import { BEGIN } from "../shared/settings.js";
import { bytesOf } from "../shared/stream.js";
import { loadPyodide } from "./core.js";
import { coreArrived, lendCore } from "./core-fetch.js";

// Start Python with Pyodide's options and the promise of the core's module.
export async function startPacked(options, core) {
  const standard = bytesOf("standard");
  const turn = Promise.all([coreArrived, standard]);
  const rest = Promise.all([bytesOf("libs", turn), bytesOf("pack", turn)]);
  rest.catch(() => {}); // it is awaited below
  const [module, files, { default: create }] = await Promise.all([core, standard, import("./core-module.js")]);
  lendCore(module);
  const python = await loadPyodide({
    ...options,
    createPyodideModule: create, // Pyodide itself would look for a file of another name
    fsInit: (FS) => write(FS, unpack(files)),
  });
  for (const bytes of await rest) write(python.FS, unpack(bytes));
  report({ stage: "start", percent: 82 });
  python.runPython(BEGIN);
  return python;
}
