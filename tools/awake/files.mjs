// What both steps share: starting Pyodide from a list of files, and the container that such a list is kept in.
//
// The container: four bytes with the length of an index, the index as JSON ([path, size] in order), then the bytes.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// An empty zip archive: Pyodide insists on a standard library; ours comes with the other files.
const NOTHING = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";
export const ENVIRONMENT = { MPLBACKEND: "agg", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1", HOME: "/home/pyodide" };

export async function start(home, options) {
  const { loadPyodide } = await import(pathToFileURL(path.join(home, "pyodide.mjs")));
  return loadPyodide({ indexURL: home, env: ENVIRONMENT, ...options });
}

export async function startFrom(home, files, options) {
  const stdLib = path.join(fs.mkdtempSync(path.join(path.dirname(home), "empty-")), "nothing.zip");
  fs.writeFileSync(stdLib, Buffer.from(NOTHING.split(",")[1], "base64"));
  const lock = JSON.parse(fs.readFileSync(path.join(home, "pyodide-lock.json"), "utf8"));
  try {
    return await start(home, {
      ...options,
      args: ["-OO"],
      stdLibURL: stdLib,
      lockFileContents: JSON.stringify({ ...lock, packages: {} }),
      fsInit: (FS) => write(FS, files),
    });
  } finally {
    fs.rmSync(path.dirname(stdLib), { recursive: true });
  }
}

export function write(FS, files) {
  for (const [name, bytes] of files) {
    FS.mkdirTree(path.posix.dirname(name));
    FS.writeFile(name, bytes);
  }
}

export function packed(files) {
  const index = Buffer.from(JSON.stringify(files.map(([name, bytes]) => [name, bytes.length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...files.map(([, bytes]) => bytes)]);
}

export function unpacked(data) {
  const length = data.readUInt32LE(0);
  let at = 4 + length;
  return JSON.parse(data.subarray(4, at).toString()).map(([name, size]) => [name, data.subarray(at, (at += size))]);
}
