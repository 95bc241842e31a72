// The packed start: only the files that the lessons use, compiled ahead, written before Python begins.
import { unpack, write } from "./files.mjs";
import { bytesOf } from "./load.mjs";
import { libraries, paths } from "./parts.mjs";

export async function packed(options) {
  const [pack, ...shared] = await Promise.all(["pack", ...libraries].map(bytesOf));
  return {
    ...options,
    fsInit(FS) {
      write(FS, unpack(pack));
      write(FS, shared.map((bytes, i) => [paths[i], bytes]));
    },
  };
}
