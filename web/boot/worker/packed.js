// The packed start: only the files that the lessons use, compiled ahead, written before Python begins.
import { unpack, write } from "../shared/files.js";
import { bytesOf } from "../shared/stream.js";

export async function packed(options) {
  const [pack, libraries, core] = await Promise.all([bytesOf("pack"), bytesOf("libs"), import("./core-module.js")]);
  return {
    ...options,
    createPyodideModule: core.default, // Pyodide itself would look for a file of another name
    fsInit(FS) {
      write(FS, unpack(pack));
      write(FS, unpack(libraries));
    },
  };
}
