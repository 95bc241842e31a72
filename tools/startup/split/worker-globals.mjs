// What Python finds in a page's worker, as far as the build's play needs it.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { listen } from "../../../web/boot/shared/listen.js";

// `archives` are the names of files in a folder that Python may ask for (py/worker/archives.py).
export function standIn(folder, archives) {
  const bytes = {};
  globalThis.downhillParts = {};
  for (const name of archives) {
    bytes[name] = new Uint8Array(fs.readFileSync(path.join(folder, `${name}.bin`)));
    const content = createHash("sha256").update(bytes[name]).digest("base64");
    globalThis.downhillParts[name] = { name, content };
  }
  globalThis.downhillBytes = (name) => bytes[name];
  globalThis.downhillListen = listen;
  globalThis.ImageData = class {
    constructor(data, width, height) {
      Object.assign(this, { data, width, height });
    }
  };
}

// A canvas; `see` is called with the pixels of every picture that is put on it.
export const canvas = (see) => ({
  width: 1,
  height: 1,
  getContext: () => ({ putImageData: ({ data }) => see(data) }),
});

// A function of JavaScript that does with proxies of Python's things whatever can be done.
export function probe(map, list, call, ...others) {
  for (const each of [map, list, ...others]) {
    if (each[Symbol.iterator]) [...each];
    each.toJs?.();
    String(each);
  }
  map.get?.("a");
  map.has?.("a");
  [list[0], list.length, "x" in list, Object.keys(map), call(1, list, "a")];
  call.callKwargs?.(1, { named: 2 });
}
