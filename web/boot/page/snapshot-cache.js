// Keeps the snapshot on this device for the next visit as soon as the browser is idle; never on a line that saves data.
// A worker of its own does it, so that nothing on the page has to wait.
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
  const blob = URL.createObjectURL(new Blob([begin], { type: "text/javascript" })); // the page's policy holds in it, too
  const worker = new Worker(blob, { type: "module" });
  const failed = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => typeof data === "string" && resolve(data); // what it fetches it reports, too
    worker.onerror = ({ message }) => resolve(message ?? "its worker did not start");
  });
  worker.terminate();
  URL.revokeObjectURL(blob);
  if (failed) throw new Error(failed);
}
