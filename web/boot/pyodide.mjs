// The interpreter that PyScript is told to use: Pyodide, woken from a snapshot or started from a pack.
import "./stand-in.mjs";
import { loadPyodide as load, version } from "./core.mjs";
import { choose } from "./choose.mjs";
import { beginCore, coreFetched, lendCore } from "./core-fetch.mjs";
import { write } from "./files.mjs";
import { report } from "./load.mjs";
import { packed } from "./packed.mjs";
import { home, lock, parts } from "./parts.mjs";
import { args, env, NOTHING } from "./settings.mjs";
import { forget, kept } from "./store.mjs";
import { wake } from "./wake.mjs";
export { version };

// What was drawn by lot before the snapshot must not come out the same on every page.
const AFRESH = `
import random, sys
random.seed()
if "numpy.random" in sys.modules:
    sys.modules["numpy.random"].seed()`;

function common(options) {
  return { ...options, args, env, indexURL: home, stdLibURL: NOTHING, lockFileContents: JSON.stringify(lock) };
}

async function way() {
  const built = Boolean(parts.heap);
  const forced = new URL(import.meta.url).searchParams.get("start");
  const saving = Boolean(navigator.connection?.saveData);
  const here = built && !forced && Boolean(await kept(parts.heap));
  const speed = !built || forced || here || saving ? 0 : await coreFetched;
  return choose({ forced, kept: here, saving, speed, built });
}

// Everything that is fetched is there before Pyodide begins: it would not tell which file it has missed.
async function fromSnapshot(options, core) {
  const [[settings, files], module] = await Promise.all([wake(common(options)), core]);
  lendCore(module);
  const python = await load(settings);
  write(python.FS, files);
  python.runPython(AFRESH);
  return python;
}

async function fromPack(options, core) {
  const [settings, module] = await Promise.all([packed(common(options)), core]);
  lendCore(module);
  report({ stage: "start", percent: 82 });
  const python = await load(settings);
  python.runPython("import later");
  return python;
}

export async function loadPyodide(options) {
  report({ stage: "fetch", percent: 1 });
  globalThis.downhillParts = parts; // py/later.py fetches what else is imported
  const core = beginCore();
  if ((await way()) === "snapshot") {
    try {
      return await fromSnapshot(options, core);
    } catch (error) {
      console.warn(`Downhill: the snapshot did not wake (${error.message}); starting from the pack`);
      await forget();
    }
  }
  try {
    return await fromPack(options, core);
  } catch (error) {
    report(error.part ? { missing: error.part } : { broken: error.message });
    throw error;
  }
}
