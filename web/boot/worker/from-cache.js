// Reads the snapshot that an earlier visit kept on this device; the core is a promise. Nothing is used before its
// sha256 is checked: somebody who could write there could otherwise tell Python anything.
import { Layer } from "./memory.js";
import { parts } from "../shared/parts.js";
import { compiled, giveBack } from "../shared/stream.js";
import { partOf } from "./snapshot-file.js";

export function fromDevice(handle, core) {
  const whole = (part) => partOf(handle, part);
  const { heap, record, files, libs } = parts;
  const libraries = whole(libs); // they have to be compiled: read them before the memory
  const memory = libraries.then(() => whole(heap));
  memory.catch(() => {}); // awaited once the core is here
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
