// PyScript first writes and imports its own package, which neither page nor lessons use. This skips it; the worker does
// it when somebody imports it (py/worker/pyscript_on_demand.py). Other code runs unchanged.
const PACKAGE = /^(import os as _os\n[\s\S]*?\n)import pyscript as _pyscript\n[\s\S]*?\ndel _pyscript\n/;

export function setAside(python) {
  const run = python.runPythonAsync;
  python.runPythonAsync = (code, ...rest) => {
    python.runPythonAsync = run;
    const [whole, files] = PACKAGE.exec(code) ?? ["", ""];
    globalThis.downhillAside = files;
    const ours = code.slice(whole.length);
    return ours.trim() ? run.call(python, ours, ...rest) : undefined; // MicroPython fails on an empty program
  };
}
