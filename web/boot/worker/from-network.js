// The snapshot, fetched.
import { Layer } from "./memory.js";
import { parts } from "../shared/parts.js";
import { bytesOf, compiled, stream } from "../shared/stream.js";

// Begin to fetch what is small: it is under way before anybody knows whether it is the snapshot that will be used.
export function prepare() {
  const small = [bytesOf("record"), bytesOf("files"), import("./core-module.js")];
  Promise.all(small).catch(() => {}); // whoever restores hears of it
  return small;
}

// Fetch the rest, besides the core, whose module is promised.
export function fromLine(core, [record, files, creating]) {
  const fill = arriving();
  const libraries = bytesOf("libs").then(compiled);
  return { core, creating, rest: Promise.all([record, files, libraries]), fill };
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
