// Fetching: every part counted, checked against the build's sum, and told of when it is missing.
import { parts } from "./parts.js";

export const report = (progress) => postMessage(["downhill", progress]);
const expected = { done: 0, all: 0 };
const awaited = new Set(); // names of what is being fetched; the first of them is the one to blame for a long silence

function tell() {
  const percent = (80 * expected.done) / Math.max(expected.all, 1);
  const done = Math.min(expected.done, expected.all);
  report({ stage: "fetch", done, all: expected.all, percent, pending: [...awaited][0] });
}

export function arrived(bytes) {
  expected.done += bytes;
  tell();
}

// A file of so many bytes will be fetched; `work` does it. An error carries the file's name as its `part`.
export async function awaitPart(name, bytes, work) {
  awaited.add(name);
  expected.all += bytes;
  try {
    return await work();
  } catch (error) {
    throw Object.assign(new Error(`${name}: ${error.message}`), { part: name, spoilt: error.spoilt });
  } finally {
    awaited.delete(name);
    tell();
  }
}

// The body of a part, counted as it arrives; it has to be as long as it was built.
function counted(body, part) {
  let at = 0;
  return body.pipeThrough(
    new TransformStream({
      transform(bytes, controller) {
        at += bytes.length;
        arrived(bytes.length);
        controller.enqueue(bytes);
      },
      flush() {
        if (at !== part.bytes) throw spoilt(`${at} of ${part.bytes} bytes`);
      },
    }),
  );
}

const spoilt = (message) => Object.assign(new Error(message), { spoilt: true });

export async function check(part, bytes) {
  if (!globalThis.crypto?.subtle) return; // only on a page served without https
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== part.sha256) throw spoilt("not the bytes that were built");
}

export async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Fetch a part, decompress it while it is still arriving, and hand it over piece by piece. When all is done the sum of
// what has arrived has been checked.
export function stream(part, take) {
  return awaitPart(part.name, part.bytes, async () => {
    const response = await fetch(part.url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const [packed, toCheck] = counted(response.body, part).tee();
    const checked = new Response(toCheck).arrayBuffer().then((bytes) => check(part, bytes));
    checked.catch(() => {});
    const inflated = part.size ? packed.pipeThrough(new DecompressionStream("gzip")) : packed;
    for (const reader = inflated.getReader(); ; ) {
      const { value, done } = await reader.read();
      if (done) return checked;
      take(value);
    }
  });
}

// The bytes of a part, whole.
export async function bytesOf(name) {
  const part = parts[name];
  const whole = new Uint8Array(part.size || part.bytes);
  let at = 0;
  await stream(part, (bytes) => {
    whole.set(bytes, at);
    at += bytes.length;
  });
  return whole;
}

// An answer whose body is wasm, as one that says so: many hosts give another type. One that is right stays itself, for
// the browser may keep what it compiles from it.
export async function asWasm(asked) {
  const response = await asked;
  const kind = response.headers.get("content-type") ?? "";
  if (!response.body || /^application\/wasm$/i.test(kind)) return response;
  return new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
}

// A compiled module. The browser itself checks the sum, and may keep the compiled code for the next visit.
export function moduleOf(name) {
  const part = parts[name];
  return awaitPart(part.name, part.bytes, async () => {
    const response = fetch(part.url, { integrity: `sha256-${part.sha256}` });
    const module = await WebAssembly.compileStreaming(asWasm(response));
    arrived(part.bytes);
    return module;
  });
}
