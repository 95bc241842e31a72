// Fetching: every part counted, checked against the build's sum, and told of when it is missing.
import { parts } from "./parts.mjs";
import { kept } from "./store.mjs";

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
    throw Object.assign(new Error(`${name}: ${error.message}`), { part: name });
  } finally {
    awaited.delete(name);
    tell();
  }
}

async function gather(part) {
  const response = (await kept(part)) ?? (await fetch(part.url));
  if (!response.ok) throw new Error(`status ${response.status}`);
  const whole = new Uint8Array(part.bytes);
  let at = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) break;
    if (at + value.length > part.bytes) throw new Error("longer than it should be");
    whole.set(value, at);
    at += value.length;
    arrived(value.length);
  }
  if (at < part.bytes) throw new Error(`${at} of ${part.bytes} bytes`);
  return whole;
}

export async function check(part, bytes) {
  if (!globalThis.crypto?.subtle) return; // only on a page served without https
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== part.sha256) throw new Error("not the bytes that were built");
}

// The bytes of a part, decompressed while they are checked.
export function bytesOf(name) {
  const part = parts[name];
  return awaitPart(part.name, part.bytes, async () => {
    const packed = await gather(part);
    const [bytes] = await Promise.all([inflate(part, packed), check(part, packed)]);
    return bytes;
  });
}

async function inflate(part, packed) {
  if (!part.size) return packed;
  const whole = new Uint8Array(part.size);
  let at = 0;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  for (const reader = stream.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) return whole;
    whole.set(value, at);
    at += value.length;
  }
}

// A compiled module. The browser itself checks the sum, and may keep the compiled code for the next visit.
export function moduleOf(name) {
  const part = parts[name];
  return awaitPart(part.name, part.bytes, async () => {
    const response = fetch(part.url, { integrity: `sha256-${part.sha256}` });
    const module = await WebAssembly.compileStreaming(response);
    arrived(part.bytes);
    return module;
  });
}
