// All that wakes Python, fetched.
import { bytesOf, moduleOf, stream } from "./load.mjs";
import { Layer } from "./memory.mjs";
import { libraries, parts } from "./parts.mjs";

// Begin to fetch what is small: it is under way before anybody knows whether Python will be woken.
export function prepare() {
  const small = Promise.all([bytesOf("record"), bytesOf("files"), import("./core-module.mjs")]);
  small.catch(() => {}); // whoever wakes hears of it
  return small;
}

// Fetch the rest, besides the core, whose module is promised.
export async function fromLine(core, small) {
  const fill = arriving();
  const libs = Promise.all(libraries.map(moduleOf));
  const [module, [record, files, { default: create }], compiled] = await Promise.all([core, small, libs]);
  return { module, record, files, create, compiled, fill };
}

// The memory as it arrives: what comes before there is a place for it waits.
function arriving() {
  const waiting = [];
  let layer = { write: (bytes) => waiting.push(bytes) };
  const arrived = stream(parts.heap, (bytes) => layer.write(bytes));
  arrived.catch(() => {});
  return async (memory, { pieces }) => {
    layer = new Layer(memory, pieces);
    while (waiting.length) layer.write(waiting.shift());
    await arrived;
    if (!layer.full) throw new Error(`${parts.heap.name}: shorter than it should be`);
  };
}
