// Keeps the snapshot for the next visit as soon as the browser is idle; never on a line that saves data.
import { keep } from "./store.mjs";

const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 2000));

export async function keepWhenIdle() {
  if (navigator.connection?.saveData) return;
  await new Promise(idle);
  await keep();
}
