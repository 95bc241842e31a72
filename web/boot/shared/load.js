// Fetching: counts every part, checks it against the build's sum, and reports it if it's missing.
import { PIECE } from "./parts.js";

export const report = (progress) => postMessage(["downhill", progress]);
const expected = { done: 0, all: 0 };
const awaited = new Set(); // names of pending files; after a long silence, the first one is to blame

function tell() {
  const percent = (80 * expected.done) / Math.max(expected.all, 1);
  const done = Math.min(expected.done, expected.all);
  report({ stage: "fetch", done, all: expected.all, percent, pending: [...awaited][0] });
}

export function arrived(bytes) {
  expected.done += bytes;
  tell();
}

// Counts a file of that size as expected while `work` fetches it. The `part` of an error names the file that failed
// first.
export async function awaitPart(name, bytes, work) {
  awaited.add(name);
  expected.all += bytes;
  try {
    return await work();
  } catch (error) {
    if (error.part) throw error;
    throw Object.assign(new Error(`${name}: ${error.message}`), { part: name, spoilt: error.spoilt });
  } finally {
    awaited.delete(name);
    tell();
  }
}

// Returns the body of a part, counted as it arrives. Fails unless its length is the built one. `told` gets the bytes so
// far.
export function counted(body, part, told = () => {}) {
  let at = 0;
  return body.pipeThrough(
    new TransformStream({
      transform(bytes, controller) {
        at += bytes.length;
        arrived(bytes.length);
        told(at);
        controller.enqueue(bytes);
      },
      flush() {
        if (at !== part.bytes) throw spoilt(`${at} of ${part.bytes} bytes`);
      },
    }),
  );
}

const spoilt = (message) => Object.assign(new Error(message), { spoilt: true });

// Throws unless the bytes have this sha256.
export async function check(expected, bytes) {
  if (!globalThis.crypto?.subtle) return; // only without https
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== expected) throw spoilt("not the bytes that were built");
}

// Throws unless the content of a part has the build's sums. `read` fills each piece first; meanwhile the browser hashes
// earlier pieces on other threads.
export const checkContent = ({ pieces }, bytes, read = () => {}) =>
  Promise.all(
    pieces.map((sum, i) => {
      const piece = bytes.subarray(i * PIECE, (i + 1) * PIECE);
      read(piece, i * PIECE);
      return check(sum, piece);
    }),
  );

// Fetches a file. Only status 200 will do.
export async function request(url, settings) {
  const response = await fetch(url, settings);
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return response;
}

// Returns an answer whose type is wasm; many hosts send another one. A correct answer is returned as it is, so that the
// browser can cache its compiled code.
export async function asWasm(asked) {
  const response = await asked;
  const kind = response.headers.get("content-type") ?? "";
  return !response.body || /^application\/wasm$/i.test(kind) ? response : wasm(response.body);
}

// Wraps a stream of bytes as an answer that can be compiled while it arrives.
export const wasm = (body) => new Response(body, { headers: { "Content-Type": "application/wasm" } });
