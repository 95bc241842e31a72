// What both steps share: starting Pyodide from a list of files, and packing such a list as the page unpacks it.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unpack, write } from "../../../web/boot/shared/files.js";
import { args, env, NOTHING } from "../../../web/boot/shared/settings.js";

// Of an error only what it says is told: Node.js would print all of Pyodide, Python its whole traceback.
process.on("uncaughtException", ({ name, message }) => {
  const lines = message.trim().split("\n");
  console.error(lines.findLast((line) => /^[\w.]*Error: /.test(line)) ?? `${name}: ${lines.at(-1)}`);
  process.exit(1);
});

export async function start(home, options) {
  const { loadPyodide } = await import(pathToFileURL(path.join(home, "pyodide.mjs")));
  return loadPyodide({ indexURL: home, env, ...options });
}

export async function startFrom(home, files, options) {
  const stdLib = path.join(fs.mkdtempSync(path.join(path.dirname(home), "empty-")), "nothing.zip");
  fs.writeFileSync(stdLib, Buffer.from(NOTHING.split(",")[1], "base64"));
  const lock = JSON.parse(fs.readFileSync(path.join(home, "pyodide-lock.json"), "utf8"));
  try {
    return await start(home, {
      ...options,
      args,
      stdLibURL: stdLib,
      lockFileContents: JSON.stringify({ ...lock, packages: {} }),
      fsInit: (FS) => write(FS, files),
    });
  } finally {
    fs.rmSync(path.dirname(stdLib), { recursive: true });
  }
}

export function packed(files) {
  const index = Buffer.from(JSON.stringify(files.map(([name, bytes]) => [name, bytes.length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...files.map(([, bytes]) => bytes)]);
}

export { unpack };
