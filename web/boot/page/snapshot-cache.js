// Keeps the snapshot on this device once the browser is idle, unless the connection saves data. Uses its own worker so
// that the page never waits.
import { ownTime } from "./own-time.js";
import { parts } from "../shared/parts.js";

const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 2000));

export async function keepWhenIdle() {
  if (!parts.heap || !navigator.storage?.getDirectory || navigator.connection?.saveData) return;
  await new Promise(idle);
  document.documentElement.dataset.keeps = "later";
  await ownTime();
  delete document.documentElement.dataset.keeps;
  const begin = `import ${JSON.stringify(new URL("../worker/snapshot-cache-worker.js", import.meta.url).href)};`;
  const blob = URL.createObjectURL(new Blob([begin], { type: "text/javascript" })); // so the page's policy applies
  const worker = new Worker(blob, { type: "module" });
  const failed = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => typeof data === "string" && resolve(data); // it also reports what it fetches
    worker.onerror = ({ message }) => resolve(message ?? "its worker did not start");
  });
  worker.terminate();
  URL.revokeObjectURL(blob);
  if (failed) throw new Error(failed);
}
