// The interpreter that PyScript is told to use on the page itself: MicroPython with the page's own modules in it, and
// without PyScript's own package.
import "./from-worker.js";
import { setAside } from "../shared/skip-package.js";
import { unpack, write } from "../shared/files.js";
import { inflate } from "../shared/decompress.js";
import { asWasm, request } from "../shared/load.js";
import { loadMicroPython as load } from "./micro.js";
import { pageModules } from "../shared/parts.js";

// PyScript's `url` would have it look for the core beside this file.
export async function loadMicroPython({ stdout, stderr, linebuffer }) {
  instantiateUnderAnyType();
  const [python, modules] = await Promise.all([load({ stdout, stderr, linebuffer }), fetched()]);
  write(python.FS, unpack(modules));
  runWithoutStacks(python);
  setAside(python);
  return python;
}

// Where Python looks for a module, its files throw an error for every place where that is not, some 200 while the page
// starts. Nobody sees them, and most of what each takes is to note its stack.
function runWithoutStacks(python) {
  const run = python.runPythonAsync;
  python.runPythonAsync = (...given) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return run.apply(python, given);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}

// The core is instantiated as it arrives, whatever type the host gives it; this once.
function instantiateUnderAnyType() {
  const plain = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (asked, imports) => {
    WebAssembly.instantiateStreaming = plain;
    return plain.call(WebAssembly, asWasm(asked), imports);
  };
}

async function fetched() {
  try {
    const { body } = await request(pageModules.url, { integrity: `sha256-${pageModules.sha256}` });
    return await inflate(body);
  } catch (error) {
    throw new Error(`fetch of ${pageModules.name}: ${error.message}`);
  }
}

// A handler of the page's own Python that breaks, at once or later, is told to `slip`, with the element where that was:
// an error in one is no lost start, and MicroPython can't catch what a plain call of the browser's throws.
globalThis.downhillGuarded =
  (handler, slip, place) =>
  (...given) => {
    const told = (error) => slip(error, [place, given[0]?.target].find((one) => one instanceof Element) ?? null);
    try {
      handler(...given)?.catch?.(told);
    } catch (error) {
      told(error);
    }
  };
