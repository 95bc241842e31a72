// The snapshot, read from what an earlier visit has kept on this device.
import { check, inflate } from "../shared/load.js";
import { core, libraries, parts } from "../shared/parts.js";
import { partOf } from "./snapshot-file.js";
import { checksum } from "../shared/checksum.js";

export function fromDevice(handle) {
  const whole = async (part) => {
    const bytes = partOf(handle, part);
    const [inflated] = await Promise.all([part.size ? inflate(bytes) : bytes, check(part, bytes)]);
    return inflated;
  };
  const compile = async (part) => {
    const bytes = partOf(handle, part);
    const [module] = await Promise.all([WebAssembly.compile(bytes), check(part, bytes)]);
    return module;
  };
  return {
    core: compile(core),
    creating: import("./core-module.js"),
    rest: Promise.all([whole(parts.record), whole(parts.files), ...libraries.map((name) => compile(parts[name]))]),
    fill: (memory, known) => read(handle, memory, known),
  };
}

// The memory, straight into its place.
function read(handle, memory, { pieces, total: wanted }) {
  let at = 0;
  for (const [start, length] of pieces) {
    handle.read(memory.subarray(start, start + length), { at });
    at += length;
  }
  const found = checksum(pieces.map(([start, length]) => memory.subarray(start, start + length)));
  if (found !== wanted) throw new Error("it is spoilt");
}
