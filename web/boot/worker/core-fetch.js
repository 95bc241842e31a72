// Every start needs the core first. It is fetched and compiled here while everything else is on its way, and shows how
// fast the connection is.
import { awaitPart, wasm } from "../shared/load.js";
import { home, parts } from "../shared/parts.js";
import { open } from "../shared/stream.js";

const SAMPLE = 5e5; // bytes of the core that are enough to know the speed
const FILE = `${home}pyodide.asm.wasm`; // what Pyodide requests

let tellSpeed;
let tellArrived;
export const coreFetched = new Promise((resolve) => (tellSpeed = resolve)); // bytes a second
export const coreArrived = new Promise((resolve) => (tellArrived = resolve)); // it may still be compiling

// Begins to fetch and compile the core; returns a promise of its module, which resolves once the sum is checked.
export function beginCore() {
  const module = awaitPart(parts.core.name, parts.core.bytes, compile);
  module.catch(() => tellSpeed(0)); // callers who wait for these wait for the module too
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

// Pyodide will request the core's file and its instance, once each: give it this module. `see` gets the instance before
// anything runs in it.
export function lendCore(module, see) {
  answerOnce(globalThis, "fetch", (resource) => String(resource?.url ?? resource) === FILE && new Response());
  answerOnce(WebAssembly, "instantiateStreaming", async (_, imports) => {
    const instance = await WebAssembly.instantiate(module, imports);
    see?.(instance);
    return { module, instance };
  });
}

// Replaces one call of a function; calls that the replacement doesn't answer go to the original.
function answerOnce(owner, name, answer) {
  const plain = owner[name];
  owner[name] = (...given) => {
    const answered = answer(...given);
    if (!answered) return plain.apply(owner, given);
    owner[name] = plain;
    return answered;
  };
}
