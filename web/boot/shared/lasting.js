// A file over a line that breaks: it is asked for again, and goes on where it was.
import { request } from "./load.js";

const TRIES = 3; // what fails once more than that is told of
const PAUSE = 500; // ms before a try, for a line that is just being set up anew

// The body of a file as a stream. What a host refuses is refused at once; where the line breaks, before the answer or in
// the middle of it, what has come already is skipped the next time. All tries are counted together.
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

// The browser tells of a line that broke with this kind of error alone.
const isOfTheLine = (error) => error instanceof TypeError;

// A reader of what is left of a piece, and then of what follows.
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
