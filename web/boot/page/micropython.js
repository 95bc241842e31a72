// The interpreter that PyScript gets for the page itself: MicroPython with the page's own modules, without PyScript's
// package.
import "./from-worker.js";
import { setAside } from "../shared/skip-package.js";
import { unpack, write } from "../shared/files.js";
import { inflate } from "../shared/decompress.js";
import { asWasm, request } from "../shared/load.js";
import { loadMicroPython as load } from "./micro.js";
import { pageModules } from "../shared/parts.js";

// PyScript's `url` would make it look for the core next to this file.
export async function loadMicroPython({ stdout, stderr, linebuffer }) {
  instantiateUnderAnyType();
  const [python, modules] = await Promise.all([load({ stdout, stderr, linebuffer }), fetched()]);
  write(python.FS, unpack(modules));
  runWithoutStacks(python);
  setAside(python);
  return python;
}

// When Python looks for a module, its file system throws an error for every wrong place, some 200 at the start. Nobody
// sees them, and recording their stacks takes most of the time.
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

// Instantiates the core as it arrives, whatever its type; only this once.
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

// Reports a failing handler of the page's own Python, now or later, to `slip`, with its element: the start isn't lost,
// and MicroPython can't catch what a browser call throws.
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
