// Second halves of Python's modules, fetched when a function of one is called, while the caller waits.
import { bytesNow } from "./fetch-now.js";
import { joinHalves } from "../shared/halves.js";
import { report } from "../shared/load.js";
import { parts } from "../shared/parts.js";

const TRIES = 3;
const AGAIN = 5000; // ms after which what could not be had is asked for again: what ends then asks for it, too
const refused = new Map(); // when, by name

// What a network has put in the place of a part is asked for anew, past the browser's cache.
function secondHalf(half) {
  const part = parts[half];
  const isFresh = performance.now() - refused.get(part.name) < AGAIN;
  for (let tries = isFresh ? TRIES : 0; tries < TRIES; tries++) {
    try {
      return bytesNow(half, tries > 0);
    } catch {} // it is told of when no try is left
  }
  if (!isFresh) {
    refused.set(part.name, performance.now());
    report({ missing: part.name });
  }
  throw new Error(`${part.name}: could not be fetched`);
}

joinHalves((name) => secondHalf(`second-${name}`));
