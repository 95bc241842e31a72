// What PyScript runs begins with its own package: written to files, and imported. No lesson needs it, so it is set aside
// until somebody imports it (py/lazy.py). What does not begin so is run as it is.
const PACKAGE = /^(import os as _os\n[^]*?\n)import pyscript as _pyscript\n[^]*?\ndel _pyscript\n/;

export function setAside(python) {
  const run = python.runPythonAsync;
  python.runPythonAsync = (code, ...rest) => {
    python.runPythonAsync = run;
    const [whole, files] = PACKAGE.exec(code) ?? ["", ""];
    globalThis.downhillAside = files;
    return run.call(python, code.slice(whole.length), ...rest);
  };
}
