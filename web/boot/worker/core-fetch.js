// The core is needed either way and comes first: it is fetched and compiled here while everything else is on its
// way, and tells how fast the line is.
import { arrived, asWasm, awaitPart, check } from "../shared/load.js";
import { core, parts } from "../shared/parts.js";

const SAMPLE = 1e6; // bytes of the core after which the speed is known well enough
const SOON = 400; // ms in which a device that has kept the core, or a fast line, brings a third of it

let received = 0; // bytes of the core
let tellSpeed, tellLean;
export const coreFetched = new Promise((resolve) => (tellSpeed = resolve)); // bytes a second on the line
export const lean = new Promise((resolve) => (tellLean = resolve)); // whether the host's own files are too large for it

// Begin to fetch and compile the core; returns the promise of its module.
export function beginCore() {
  const compiled = awaitPart(core.name, core.bytes, compile);
  compiled.catch(() => {
    tellSpeed(0);
    tellLean(false);
  });
  return compiled;
}

async function compile() {
  const stop = new AbortController();
  const response = await open(core, stop.signal);
  const compressed = response.headers.has("content-encoding");
  const work = begin(core, response, response.clone().body, compressed ? parts.core.bytes / core.bytes : 1);
  work.module.catch(() => {}); // it is told below, or given up
  const copy = !compressed && (await late(work.bytes)) && (await open(parts.core).catch(() => undefined));
  tellLean(Boolean(copy));
  if (!copy) return work.module;
  stop.abort();
  return compileLean(copy);
}

// The host compresses nothing, and the line takes its time: a copy that is compressed already is there sooner.
function compileLean(copy) {
  const [packed, toCheck] = copy.body.tee();
  const inflated = packed.pipeThrough(new DecompressionStream("gzip"));
  const response = new Response(inflated, { headers: { "Content-Type": "application/wasm" } });
  return begin(parts.core, response, toCheck, 1).module;
}

async function open(part, signal) {
  const response = await fetch(part.url, { signal });
  if (response.status !== 200) throw new Error(`status ${response.status}`); // 204: what is kept does as well
  return response;
}

// Compile what arrives while it is counted and summed up: nobody gets the module before its sum is right.
function begin(part, response, copy, share) {
  const bytes = gather(copy, part.bytes, share);
  bytes.catch(() => {}); // the sum waits for it
  const checked = bytes.then((whole) => check(part, whole));
  const module = Promise.all([WebAssembly.compileStreaming(asWasm(response)), checked]).then(([compiled]) => compiled);
  return { bytes, module };
}

async function late(arrival) {
  await Promise.race([arrival, new Promise((resolve) => setTimeout(resolve, SOON))]);
  return received < core.bytes / 3;
}

// All bytes of the body; one byte in Python's hands was `share` bytes on the line.
async function gather(body, length, share) {
  const began = performance.now();
  const whole = new Uint8Array(length);
  let at = 0;
  const tell = () => tellSpeed((1000 * at * share) / (performance.now() - began + 1));
  for (const reader = body.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) break;
    if (at + value.length > length) throw new Error("longer than it should be");
    whole.set(value, at);
    received = at += value.length;
    arrived(value.length);
    if (at >= SAMPLE) tell();
  }
  tell();
  return whole.subarray(0, at);
}

// Pyodide is going to ask for the core's file and for its instance, once each: it gets the module that is there.
export function lendCore(module) {
  answerOnce(globalThis, "fetch", (resource) => String(resource?.url ?? resource) === core.url && new Response());
  answerOnce(WebAssembly, "instantiateStreaming", async (_, imports) => {
    return { module, instance: await WebAssembly.instantiate(module, imports) };
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
