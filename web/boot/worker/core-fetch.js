// The core is needed either way and comes first: it is fetched and compiled here while everything else is on its
// way, and tells how fast the line is.
import { awaitPart, wasm } from "../shared/load.js";
import { home, parts } from "../shared/parts.js";
import { open } from "../shared/stream.js";

const SAMPLE = 5e5; // bytes of the core after which the speed is known well enough
const FILE = `${home}pyodide.asm.wasm`; // what Pyodide would ask for

let tellSpeed;
let tellArrived;
export const coreFetched = new Promise((resolve) => (tellSpeed = resolve)); // bytes a second on the line
export const coreArrived = new Promise((resolve) => (tellArrived = resolve)); // it may still be compiled then

// Begin to fetch and compile the core; returns the promise of its module. Nobody gets it before its sum is right.
export function beginCore() {
  const module = awaitPart(parts.core.name, parts.core.bytes, compile);
  module.catch(() => tellSpeed(0)); // whoever waits for it to arrive waits for its module, too
  return module;
}

async function compile() {
  const began = performance.now();
  const { content, checked } = await open(parts.core, (bytes) => {
    if (bytes >= Math.min(SAMPLE, parts.core.bytes)) tellSpeed((1000 * bytes) / (performance.now() - began + 1));
    if (bytes === parts.core.bytes) tellArrived();
  });
  const [module] = await Promise.all([WebAssembly.compileStreaming(wasm(content)), checked]);
  return module;
}

// Pyodide is going to ask for the core's file and for its instance, once each: it gets the module that is there. `see` is
// called with the instance before anything runs in it.
export function lendCore(module, see) {
  answerOnce(globalThis, "fetch", (resource) => String(resource?.url ?? resource) === FILE && new Response());
  answerOnce(WebAssembly, "instantiateStreaming", async (_, imports) => {
    const instance = await WebAssembly.instantiate(module, imports);
    see?.(instance);
    return { module, instance };
  });
}

// Let one call of a function be answered by another; calls that this has no answer for go the usual way.
function answerOnce(owner, name, answer) {
  const plain = owner[name];
  owner[name] = (...given) => {
    const answered = answer(...given);
    if (!answered) return plain.apply(owner, given);
    owner[name] = plain;
    return answered;
  };
}
