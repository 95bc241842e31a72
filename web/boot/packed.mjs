// The packed start: only the files that the lessons use, compiled ahead, written before Python begins.
import { lean } from "./core-fetch.mjs";
import { unpack, write } from "./files.mjs";
import { bytesOf } from "./load.mjs";
import { libraries, paths } from "./parts.mjs";

export async function packed(options) {
  const [pack, shared] = await Promise.all([bytesOf("pack"), sharedFiles()]);
  return {
    ...options,
    fsInit(FS) {
      write(FS, unpack(pack));
      write(FS, shared);
    },
  };
}

async function sharedFiles() {
  if (await lean) return unpack(await bytesOf("libs"));
  const files = await Promise.all(libraries.map(bytesOf));
  return files.map((bytes, i) => [paths[i], bytes]);
}
