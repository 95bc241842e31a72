// Decompresses gzip and brotli. The brotli decoder is fetched for what must be decompressed synchronously, and for
// everything if the browser doesn't support brotli.
import { awaitPart, check, counted, request } from "./load.js";
import { decoder } from "./parts.js";

const AT_A_TIME = 1 << 18; // output bytes per call of the decoder

export async function inflate(body) {
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

// A transform: compressed bytes in, original bytes out.
export const unbrotli = () => known() ?? decoding();

function known() {
  try {
    return new DecompressionStream("brotli");
  } catch {
    return undefined;
  }
}

function decoding() {
  let stream;
  let done = false;
  return new TransformStream({
    async start() {
      const { BrotliDecStream } = await fetchedDecoder();
      stream = new BrotliDecStream();
    },
    transform(bytes, controller) {
      let at = 0;
      while (!done) {
        const { buf, code, input_offset } = decoded(stream, bytes.subarray(at));
        if (buf.length) controller.enqueue(buf);
        at += input_offset;
        done = code === SUCCESS;
        if (code === NEEDS_INPUT) return;
      }
      if (at < bytes.length) throw new Error("it goes on behind its end");
    },
    flush() {
      stream.free();
      if (!done) throw new Error("it ends too early");
    },
  });
}

// Decompresses synchronously data whose size is known. Throws if it turns out to be something else.
export function unbrotliNow(packed, size) {
  const stream = new library.BrotliDecStream();
  let found = {};
  try {
    found = taken(stream.dec(packed, size + 1));
  } catch {} // it throws a number
  stream.free();
  if (found.code === SUCCESS && found.buf.length === size) return found.buf;
  throw new Error("these are not the bytes that were built");
}

function decoded(stream, bytes) {
  try {
    return taken(stream.dec(bytes, AT_A_TIME));
  } catch {
    throw new Error("it can't be decompressed"); // the decoder throws a number
  }
}

// Copies a result and frees the decoder's memory right away, without waiting for garbage collection.
function taken(result) {
  const { buf, code, input_offset } = result;
  result.free();
  return { buf, code, input_offset };
}

const [SUCCESS, NEEDS_INPUT] = [1, 2]; // BrotliStreamResultCode of the decoder
let fetching;
let library; // once loaded

// Fetches the decoder; `unbrotliNow` requires it.
export function fetchedDecoder() {
  fetching ??= awaitPart(decoder.name, decoder.bytes, async () => {
    const [found, bytes] = await Promise.all([import("./decoder.js"), bytesOfDecoder()]);
    await found.default({ module_or_path: bytes });
    library = found;
    return library;
  });
  return fetching;
}

async function bytesOfDecoder() {
  const { body } = await request(decoder.url);
  const [packed, toCheck] = counted(body, decoder).tee();
  const [bytes] = await Promise.all([
    inflate(packed),
    new Response(toCheck).arrayBuffer().then((bytes) => check(decoder.sha256, bytes)),
  ]);
  return bytes;
}
