// Keeps what wakes Python for the next visit as soon as the browser is idle; never on a line that saves data. A worker
// of its own does it, lest anything on the page has to wait.
import { parts } from "./parts.js";

const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 2000));

export async function keepWhenIdle() {
  if (!parts.heap || !navigator.storage?.getDirectory || navigator.connection?.saveData) return;
  await new Promise(idle);
  const begin = `import ${JSON.stringify(new URL("keeper.js", import.meta.url).href)};`;
  const blob = URL.createObjectURL(new Blob([begin], { type: "text/javascript" })); // the page's policy holds in it, too
  const keeper = new Worker(blob, { type: "module" });
  const failed = await new Promise((resolve) => {
    keeper.onmessage = ({ data }) => resolve(data);
    keeper.onerror = ({ message }) => resolve(message ?? "its worker did not start");
  });
  keeper.terminate();
  URL.revokeObjectURL(blob);
  if (failed) throw new Error(failed);
}
