// How Python is started, when the build takes the snapshot and when the page restores it: it has to be the same both times.
export const args = ["-OO"];
export const env = { HOME: "/home/pyodide", MPLBACKEND: "agg", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };

// An empty zip archive: Pyodide insists on a standard library; ours comes with the other files.
export const NOTHING = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";
