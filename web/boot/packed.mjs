// The packed start: only the files that the lessons use, compiled ahead, written before Python begins.
import { unpack, write } from "./files.mjs";
import { bytesOf } from "./load.mjs";
import { libraries, paths } from "./parts.mjs";

export function packed(options) {
  const pack = bytesOf("pack");
  const shared = Promise.all(libraries.map(bytesOf));
  return {
    ...options,
    async fsInit(FS) {
      write(FS, unpack(await pack));
      write(FS, (await shared).map((bytes, i) => [paths[i], bytes]));
    },
  };
}
