// Fetches the snapshot.
import { Layer } from "./memory.js";
import { parts } from "../shared/parts.js";
import { bytesOf, compiled, giveBack, stream } from "../shared/stream.js";

// Fetches everything but the core, whose module is a promise.
export function fromLine(core) {
  const libraries = bytesOf("libs").then(compiled);
  const rest = Promise.all([bytesOf("record"), bytesOf("files"), libraries]);
  return { core, creating: import("./core-module.js"), rest, fill: arriving() };
}

// The memory as it arrives; early chunks are held until there is room for them.
function arriving() {
  const waiting = [];
  let write = (bytes) => waiting.push(bytes);
  const arrived = stream(parts.heap, (bytes) => write(bytes));
  arrived.catch(() => {});
  return async (memory, { pieces }) => {
    const layer = new Layer(memory, pieces);
    write = (bytes) => {
      layer.write(bytes);
      giveBack(bytes);
    };
    while (waiting.length) write(waiting.shift());
    await arrived;
    if (!layer.full) throw new Error(`${parts.heap.name}: shorter than it should be`);
  };
}
