// Fetches a file over a connection that breaks, and resumes where it stopped.
import { request } from "./load.js";

const TRIES = 3; // in all
const PAUSE = 500; // ms before another try, while the connection comes back

// Returns the body of a file as a stream. A host's refusal fails at once; if the connection breaks, before or within
// the answer, it tries again and skips what it already has.
export async function lasting(url) {
  let tries = 1;
  let at = 0;
  let reader = await anew();

  async function anew() {
    for (;;) {
      try {
        return await begin();
      } catch (error) {
        await pause(error);
      }
    }
  }

  async function begin() {
    const found = (await request(url)).body.getReader();
    for (let left = at; left > 0; ) {
      const { value, done } = await found.read();
      if (done) return found;
      if (value.length > left) return ahead(value.subarray(left), found);
      left -= value.length;
    }
    return found;
  }

  async function pause(error) {
    if (!isOfTheLine(error) || tries === TRIES) throw error;
    tries += 1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }

  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        try {
          const { value, done } = await reader.read();
          if (done) return controller.close();
          at += value.length;
          return controller.enqueue(value);
        } catch (error) {
          await pause(error);
          reader = await anew();
        }
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

// The only error that browsers report for a broken connection.
const isOfTheLine = (error) => error instanceof TypeError;

// Reads the rest of a chunk, and then what follows.
function ahead(piece, rest) {
  let first = piece;
  return {
    read: async () => {
      const value = first;
      first = undefined;
      return value ? { value, done: false } : rest.read();
    },
    cancel: (reason) => rest.cancel(reason),
  };
}
