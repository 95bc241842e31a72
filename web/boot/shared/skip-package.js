// What PyScript runs begins with its own package: written to files, and imported. The page has no use for it, and no
// lesson either, so it is skipped; in the worker until somebody imports it (py/worker/pyscript_on_demand.py). What does not begin so is run
// as it is.
const PACKAGE = /^(import os as _os\n[\s\S]*?\n)import pyscript as _pyscript\n[\s\S]*?\ndel _pyscript\n/;

export function setAside(python) {
  const run = python.runPythonAsync;
  python.runPythonAsync = (code, ...rest) => {
    python.runPythonAsync = run;
    const [whole, files] = PACKAGE.exec(code) ?? ["", ""];
    globalThis.downhillAside = files;
    const ours = code.slice(whole.length);
    return ours.trim() ? run.call(python, ours, ...rest) : undefined; // MicroPython stumbles over nothing at all
  };
}
