// Fetching: every part counted, checked against the build's sum, and told of when it is missing.
import { PIECE } from "./parts.js";

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

// A file of so many bytes will be fetched; `work` does it. An error carries the name of the file that could not be had as
// its `part`: of another one, where that failed first.
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

// The body of a part, counted as it arrives; it has to be as long as it was built. `told` is called with how much has come.
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

// Throws unless the sum of the bytes, by sha256, is this one.
export async function check(expected, bytes) {
  if (!globalThis.crypto?.subtle) return; // only on a page served without https
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== expected) throw spoilt("not the bytes that were built");
}

// Throws unless what is in a part has the sums of the build. `read` fills each piece before that: while it reads the next
// one, the browser works out the sums of those before on other threads.
export const checkContent = ({ pieces }, bytes, read = () => {}) =>
  Promise.all(
    pieces.map((sum, i) => {
      const piece = bytes.subarray(i * PIECE, (i + 1) * PIECE);
      read(piece, i * PIECE);
      return check(sum, piece);
    }),
  );

// Fetch a file; answers without a body, or with another one, are refused.
export async function request(url, settings) {
  const response = await fetch(url, settings);
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return response;
}

// An answer whose body is wasm, as one that says so: many hosts give another type. One that is right stays itself, for
// the browser may keep what it compiles from it.
export async function asWasm(asked) {
  const response = await asked;
  const kind = response.headers.get("content-type") ?? "";
  return !response.body || /^application\/wasm$/i.test(kind) ? response : wasm(response.body);
}

// A stream of bytes as an answer that can be compiled while it arrives.
export const wasm = (body) => new Response(body, { headers: { "Content-Type": "application/wasm" } });
