// The worker that keeps the snapshot on this device. At the end it sends what failed, or nothing.
import { unbrotli } from "../shared/decompress.js";
import { request } from "../shared/load.js";
import { isKept, keep } from "./snapshot-file.js";

async function contentOf(part) {
  const asked = { integrity: `sha256-${part.sha256}` };
  // The browser's copy may be a filter's answer.
  const response = await request(part.url, asked).catch(() => request(part.url, { ...asked, cache: "reload" }));
  return response.body.pipeThrough(unbrotli());
}

(async () => (await isKept()) || keep(contentOf))().then(
  () => postMessage(""),
  (error) => postMessage(error.message),
);
