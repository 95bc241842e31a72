// Fetches second halves of Python's modules when one of their functions is called, while the caller waits.
import { bytesNow } from "./fetch-now.js";
import { joinHalves } from "../shared/halves.js";
import { report } from "../shared/load.js";
import { parts } from "../shared/parts.js";

const TRIES = 3;
const AGAIN = 5000; // ms before a failed part is requested again; cleanup after a failure requests it too
const refused = new Map(); // time by name

// If a network sends something else instead of a part, requests it again, bypassing the browser's cache.
function secondHalf(half) {
  const part = parts[half];
  const isFresh = performance.now() - refused.get(part.name) < AGAIN;
  for (let tries = isFresh ? TRIES : 0; tries < TRIES; tries++) {
    try {
      return bytesNow(half, tries > 0);
    } catch {} // reported after the last try
  }
  if (!isFresh) {
    refused.set(part.name, performance.now());
    report({ missing: part.name });
  }
  throw new Error(`${part.name}: could not be fetched`);
}

joinHalves((name) => secondHalf(`second-${name}`));
