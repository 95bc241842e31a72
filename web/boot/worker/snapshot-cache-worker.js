// The worker that keeps the snapshot on this device. When it is done it says what has failed, or nothing.
import { parts } from "../shared/parts.js";
import { alsoKept, isKept, keep } from "./snapshot-file.js";

async function bodyOf(part) {
  const asked = { integrity: `sha256-${part.sha256}` };
  // What the browser has may be a filter's answer.
  const response = await fetch(part.url, asked).catch(() => fetch(part.url, { ...asked, cache: "reload" }));
  if (!response.ok) throw new Error(`${part.name}: status ${response.status}`);
  return response.body;
}

async function* streams() {
  yield (await bodyOf(parts.heap)).pipeThrough(new DecompressionStream("gzip"));
  for (const part of alsoKept) yield await bodyOf(part);
}

(async () => (await isKept()) || keep(streams()))().then(
  () => postMessage(""),
  (error) => postMessage(error.message),
);
