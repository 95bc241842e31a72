// The parts of Python's start, fetched: counted, checked against the build's sum, decompressed while they arrive.
import { unbrotli } from "./decompress.js";
import { lasting } from "./lasting.js";
import { awaitPart, check, counted } from "./load.js";
import { unpack } from "./files.js";
import { parts } from "./parts.js";

// What is in a part, as a stream, and the promise that its bytes are those that were built. `told` is called with the
// number of bytes that have come, each time.
export async function open(part, told = () => {}) {
  const body = await lasting(part.url);
  const [packed, toCheck] = counted(body, part, told).tee();
  const checked = new Response(toCheck).arrayBuffer().then((bytes) => check(part.sha256, bytes));
  checked.catch(() => {}); // whoever reads the stream hears of it
  return { content: packed.pipeThrough(unbrotli()), checked };
}

// Fetch a part when its turn has come, and hand over piece by piece what is in it. When all is done its sum has been checked.
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

// What is in a part, whole; it is fetched when its turn has come.
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

// Give back the memory of bytes that nobody reads any more: a worker may not collect garbage for a long time.
export const giveBack = (bytes) => bytes.buffer.transfer?.(0);

// The modules of Python's libraries, from the bytes of the part that holds their files, in its order.
export async function compiled(libraries) {
  const modules = await Promise.all(unpack(libraries).map(([, bytes]) => WebAssembly.compile(bytes)));
  giveBack(libraries);
  return modules;
}
