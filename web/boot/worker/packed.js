// The packed start: only the files that the lessons use, compiled ahead, written before Python begins.
import { lean } from "./core-fetch.js";
import { unpack, write } from "../shared/files.js";
import { bytesOf } from "../shared/load.js";
import { libraries, paths } from "../shared/parts.js";

export async function packed(options) {
  const [pack, shared, core] = await Promise.all([bytesOf("pack"), sharedFiles(), import("./core-module.js")]);
  return {
    ...options,
    createPyodideModule: core.default, // Pyodide itself would look for a file of another name
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
