// Second halves of Python's modules, fetched when a function of one is called, while the caller waits.
import { joinHalves } from "../shared/halves.js";
import { report } from "../shared/load.js";
import { parts } from "../shared/parts.js";

const TRIES = 3;
const AGAIN = 5000; // ms after which what could not be had is asked for again: what ends then asks for it, too
const refused = new Map(); // when, by address

// The bytes of a part, at once. What a network has put in its place is asked for anew, past the browser's cache.
function bytesNow(part) {
  const isFresh = performance.now() - refused.get(part.url) < AGAIN;
  for (let tries = isFresh ? TRIES : 0; tries < TRIES; tries++) {
    const request = new XMLHttpRequest();
    request.open("GET", part.url, false);
    request.responseType = "arraybuffer";
    if (tries) request.setRequestHeader("Cache-Control", "no-cache");
    try {
      request.send();
    } catch {
      continue; // the browser tells no reason, and its console does
    }
    if (request.status === 200 && request.response.byteLength === part.bytes) return request.response;
  }
  if (!isFresh) {
    refused.set(part.url, performance.now());
    report({ missing: part.name });
  }
  throw new Error(`${part.name}: could not be fetched`);
}

joinHalves((name) => bytesNow(parts[`second-${name}`]));
