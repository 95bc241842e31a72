// What is kept on this device between visits: the parts that wake Python. Where the browser forbids to keep
// anything, every question throws or finds nothing, and the page works all the same.
import { parts } from "./parts.mjs";

const NAME = "downhill-start";
const WAKING = [parts.heap, parts.record, parts.fonts].filter(Boolean); // none where no snapshot was built

export async function kept(part) {
  try {
    return await caches.match(part.url);
  } catch {
    return undefined;
  }
}

// Forget everything: what is kept did not wake. It will be fetched and kept anew.
export async function forget() {
  try {
    await caches.delete(NAME);
  } catch {
    // nothing can be kept here, so that nothing is
  }
}

// Keep this version's parts, all or none, and forget those of others.
export async function keep() {
  const store = await caches.open(NAME);
  const urls = WAKING.map((part) => part.url);
  if (!(await Promise.all(WAKING.map(kept))).every(Boolean)) await store.addAll(urls);
  for (const request of await store.keys()) {
    if (!urls.includes(request.url)) await store.delete(request);
  }
}
