// Fetches the parts of Python's start: counted, checked against the build's sums, decompressed as they arrive.
import { unbrotli } from "./decompress.js";
import { lasting } from "./lasting.js";
import { awaitPart, check, counted } from "./load.js";
import { unpack } from "./files.js";
import { parts } from "./parts.js";

// Returns the content of a part as a stream, and a promise that its bytes are the built ones. `told` gets the number of
// bytes so far.
export async function open(part, told = () => {}) {
  const body = await lasting(part.url);
  const [packed, toCheck] = counted(body, part, told).tee();
  const checked = new Response(toCheck).arrayBuffer().then((bytes) => check(part.sha256, bytes));
  checked.catch(() => {}); // reading the stream fails too
  return { content: packed.pipeThrough(unbrotli()), checked };
}

// Fetches a part in its turn and passes its content on piece by piece. Resolves once the sum is checked.
export function stream(part, take, turn) {
  return awaitPart(part.name, part.bytes, async () => {
    await turn;
    const { content, checked } = await open(part);
    for (const reader = content.getReader(); ; ) {
      const { value, done } = await reader.read();
      if (done) return checked;
      take(value);
    }
  });
}

// Fetches a part in its turn and returns all of its content.
export async function bytesOf(name, turn) {
  const part = parts[name];
  const whole = new Uint8Array(part.size);
  let at = 0;
  const take = (bytes) => {
    whole.set(bytes, at);
    at += bytes.length;
    giveBack(bytes);
  };
  await stream(part, take, turn);
  return whole;
}

// Frees the memory of bytes that nobody reads anymore: a worker may not collect garbage for a long time.
export const giveBack = (bytes) => bytes.buffer.transfer?.(0);

// Compiles the modules of Python's libraries from the part with their files, in that order.
export async function compiled(libraries) {
  const modules = await Promise.all(unpack(libraries).map(([, bytes]) => WebAssembly.compile(bytes)));
  giveBack(libraries);
  return modules;
}
