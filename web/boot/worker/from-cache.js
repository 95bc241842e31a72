// The snapshot, read from what an earlier visit has kept on this device; its core is promised.
import { check } from "../shared/load.js";
import { parts } from "../shared/parts.js";
import { compiled } from "../shared/stream.js";
import { partOf } from "./snapshot-file.js";
import { checksum } from "../shared/checksum.js";

export function fromDevice(handle, core) {
  async function whole(part) {
    const bytes = partOf(handle, part);
    await check(part.content, bytes);
    return bytes;
  }
  const { record, files, libs } = parts;
  return {
    core,
    creating: import("./core-module.js"),
    rest: Promise.all([whole(record), whole(files), whole(libs).then(compiled)]),
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
