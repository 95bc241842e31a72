// The worker that keeps the snapshot on this device. When it is done it says what has failed, or nothing.
import { unbrotli } from "../shared/decompress.js";
import { request } from "../shared/load.js";
import { isKept, keep } from "./snapshot-file.js";

async function contentOf(part) {
  const asked = { integrity: `sha256-${part.sha256}` };
  // What the browser has may be a filter's answer.
  const response = await request(part.url, asked).catch(() => request(part.url, { ...asked, cache: "reload" }));
  return response.body.pipeThrough(unbrotli());
}

(async () => (await isKept()) || keep(contentOf))().then(
  () => postMessage(""),
  (error) => postMessage(error.message),
);
