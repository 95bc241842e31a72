// The snapshot, read from what an earlier visit has kept on this device; its core is promised. Nobody gets anything of it
// before its sums are right, by sha256: who could write there once may have known what Python believes.
import { Layer } from "./memory.js";
import { parts } from "../shared/parts.js";
import { compiled, giveBack } from "../shared/stream.js";
import { partOf } from "./snapshot-file.js";

export function fromDevice(handle, core) {
  const whole = (part) => partOf(handle, part);
  const { heap, record, files, libs } = parts;
  const libraries = whole(libs); // they are to be compiled: the memory's turn is after them
  const memory = libraries.then(() => whole(heap));
  memory.catch(() => {}); // it is awaited when the core is there
  return {
    core,
    creating: import("./core-module.js"),
    rest: Promise.all([whole(record), whole(files), libraries.then(compiled)]),
    fill: async (place, { pieces }) => {
      const bytes = await memory;
      new Layer(place, pieces).write(bytes);
      giveBack(bytes);
    },
  };
}
