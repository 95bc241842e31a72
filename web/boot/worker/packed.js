// The packed start: only the files that lessons use, compiled ahead of time. Python starts once the core and the
// standard library are here; everything else arrives meanwhile.
import { unpack, write } from "../shared/files.js";
import { report } from "../shared/load.js";
import { BEGIN } from "../shared/settings.js";
import { bytesOf } from "../shared/stream.js";
import { loadPyodide } from "./core.js";
import { coreArrived, lendCore } from "./core-fetch.js";

// Starts Python with Pyodide's options and a promise of the core's module.
export async function startPacked(options, core) {
  const standard = bytesOf("standard");
  const turn = Promise.all([coreArrived, standard]);
  const rest = Promise.all([bytesOf("libs", turn), bytesOf("pack", turn)]);
  rest.catch(() => {}); // awaited below
  const [module, files, { default: create }] = await Promise.all([core, standard, import("./core-module.js")]);
  lendCore(module);
  const python = await loadPyodide({
    ...options,
    createPyodideModule: create, // Pyodide would look for another file name
    fsInit: (FS) => write(FS, unpack(files)),
  });
  for (const bytes of await rest) write(python.FS, unpack(bytes));
  report({ stage: "start", percent: 82 });
  python.runPython(BEGIN);
  return python;
}
