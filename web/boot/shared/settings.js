// How Python is started: the same both times, when the build takes the snapshot and when the page restores it.
export const args = ["-OO"];
export const env = {
  HOME: "/home/pyodide",
  MPLBACKEND: "agg",
  PYTHONHASHSEED: "0",
  PYTHONNODEBUGRANGES: "1",
  PYTHONPATH: "/lib/python3.14", // for the library that starts it: Pyodide's own path has only its archive
};

// An empty zip: Pyodide insists on a standard library; ours comes with the other files.
export const NOTHING = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

// The first code that Python runs once the standard library has started it and all other files are written.
export const BEGIN = `
import sys
sys.path_importer_cache.clear()
import worker.archives, worker.cold, worker.pyscript_on_demand`;
