// The core is needed either way and comes first: it is fetched and compiled here while everything else is on its
// way, and tells how fast the line is.
import { core } from "./parts.mjs";
import { arrived, awaitPart } from "./load.mjs";

const SAMPLE = 1e6; // bytes after which the speed is known well enough
let tell;
export const coreFetched = new Promise((resolve) => (tell = resolve));

// Begin to fetch and compile the core; returns the promise of its module.
export function beginCore() {
  const compiled = awaitPart(core.name, core.bytes, async () => {
    const response = await fetch(core.url, { integrity: `sha256-${core.sha256}` });
    if (!response.ok) throw new Error(`status ${response.status}`);
    measure(response.clone()).catch(() => tell(0));
    return WebAssembly.compileStreaming(response);
  });
  compiled.catch(() => tell(0));
  return compiled;
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

async function measure(copy) {
  const began = performance.now();
  let bytes = 0;
  for (const reader = copy.body.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes += value.length;
    arrived(value.length);
    if (bytes >= SAMPLE) tell((1000 * bytes) / (performance.now() - began + 1));
  }
  tell((1000 * bytes) / (performance.now() - began + 1));
}
