// How Python is started, when the build takes the snapshot and when the page restores it: it has to be the same both times.
export const args = ["-OO"];
export const env = {
  HOME: "/home/pyodide",
  MPLBACKEND: "agg",
  PYTHONHASHSEED: "0",
  PYTHONNODEBUGRANGES: "1",
  PYTHONPATH: "/lib/python3.14", // where the files of its library lie that start it: Pyodide's own path has its archive alone
};

// An empty zip archive: Pyodide insists on a standard library; ours comes with the other files.
export const NOTHING = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

// What Python runs first when it has started from the standard library, and all other files have been written since.
export const BEGIN = `
import sys
sys.path_importer_cache.clear()
import worker.archives, worker.cold, worker.pyscript_on_demand`;
