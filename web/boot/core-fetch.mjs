// The core is needed either way and comes first: it is fetched here, counted, and tells how fast the line is.
import { core } from "./parts.mjs";
import { arrived, awaitPart } from "./load.mjs";

const SAMPLE = 1e6; // bytes after which the speed is known well enough
let tell;
export const coreFetched = new Promise((resolve) => (tell = resolve));

// Let Pyodide's own fetch of its core go through here, untouched but for the counting.
export function countedCore() {
  const plainFetch = globalThis.fetch;
  const response = plainFetch(core.url);
  awaitPart(core.name, core.bytes, async () => measure((await response).clone())).catch(() => tell(0));
  globalThis.fetch = (resource, ...rest) => {
    if (String(resource?.url ?? resource) !== core.url) return plainFetch(resource, ...rest);
    globalThis.fetch = plainFetch;
    return response;
  };
}

async function measure(copy) {
  if (!copy.ok) throw new Error(`status ${copy.status}`);
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
