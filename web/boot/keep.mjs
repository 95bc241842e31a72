// Keeps what wakes Python for the next visit as soon as the browser is idle; never on a line that saves data.
import { parts } from "./parts.mjs";
import { alsoKept, isKept, keep } from "./store.mjs";

const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 2000));

async function bodyOf(part) {
  const response = await fetch(part.url, { integrity: `sha256-${part.sha256}` });
  if (!response.ok) throw new Error(`${part.name}: status ${response.status}`);
  return response.body;
}

async function* streams() {
  yield (await bodyOf(parts.heap)).pipeThrough(new DecompressionStream("gzip"));
  for (const part of alsoKept) yield await bodyOf(part);
}

export async function keepWhenIdle() {
  if (!parts.heap || navigator.connection?.saveData) return;
  await new Promise(idle);
  if (!(await isKept())) await keep(streams());
}
