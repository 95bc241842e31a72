// The interpreter that PyScript is told to use: Pyodide, woken from a snapshot or started from a pack.
import { loadPyodide as load, version } from "./core.mjs";
import { choose } from "./choose.mjs";
import { coreFetched, countedCore } from "./core-fetch.mjs";
import { unpack, write } from "./files.mjs";
import { report } from "./load.mjs";
import { packed } from "./packed.mjs";
import { environment, home, nothing, parts } from "./parts.mjs";
import { wake } from "./wake.mjs";
export { version };

function common(options) {
  const lockFileContents = JSON.stringify(nothing.lock);
  return { ...options, indexURL: home, args: ["-OO"], env: environment, stdLibURL: nothing.library, lockFileContents };
}

// Whether an earlier visit has kept the snapshot. Where the browser forbids to keep anything, asking may throw.
async function isKept() {
  try {
    return Boolean(await caches.match(parts.heap.url));
  } catch {
    return false;
  }
}

async function way() {
  const asked = new URL(import.meta.url).searchParams.get("start");
  const kept = await isKept();
  const saving = Boolean(navigator.connection?.saveData);
  return choose({ forced: asked, kept, saving, speed: kept || saving ? 0 : await coreFetched });
}

async function fromSnapshot(options) {
  const { fonts, ...settings } = wake(common(options));
  const python = await load(settings);
  write(python.FS, unpack(await fonts));
  python.runPython("import random; random.seed()");
  return python;
}

async function fromPack(options) {
  return load(packed(common(options)));
}

export async function loadPyodide(options) {
  report({ stage: "fetch", percent: 1 });
  countedCore();
  if ((await way()) === "snapshot") {
    try {
      return await fromSnapshot(options);
    } catch (error) {
      console.warn(`Downhill: the snapshot did not wake (${error.message}); starting from the pack`);
    }
  }
  try {
    return await fromPack(options);
  } catch (error) {
    report(error.part ? { missing: error.part } : { broken: error.message });
    throw error;
  }
}
