// Starts Python once, for the first caller: the worker's own first script, or PyScript.
import "./second-halves.js";
import "./memory.js"; // named here so that they are fetched in parallel
import "../shared/constants.js";
import "../shared/library.js";
import "../shared/stream.js";
import { bytesOrReason } from "./fetch-now.js";
import { choose } from "./choose.js";
import { beginCore, coreFetched } from "./core-fetch.js";
import { keptCore } from "./core-cache.js";
import { fromLine } from "./from-network.js";
import { fromDevice } from "./from-cache.js";
import { listen } from "../shared/listen.js";
import { fetchedDecoder } from "../shared/decompress.js";
import { report } from "../shared/load.js";
import { startPacked } from "./packed.js";
import { home, lock, parts } from "../shared/parts.js";
import { args, env, NOTHING } from "../shared/settings.js";
import { forget, kept } from "./snapshot-file.js";
import { restore } from "./restore.js";

const COMMON = { args, env, indexURL: home, stdLibURL: NOTHING, lockFileContents: JSON.stringify(lock) };
const built = Boolean(parts.heap);
let begun;

// Starts Python unless it has started; `forced` is "snapshot", "packed", or null. Returns a promise of Pyodide.
export const begin = (forced) => (begun ??= start(forced));

async function start(forced) {
  globalThis.downhillParts = parts; // py/worker/archives.py fetches later imports
  globalThis.downhillBytes = bytesOrReason;
  globalThis.downhillListen = listen;
  report({ stage: "fetch", percent: 1 });
  const decoder = fetchedDecoder(); // Python needs it for everything that it loads synchronously
  decoder.catch(() => {}); // awaited below
  return (await fromWhatIsKept(forced, decoder)) ?? fromWhatIsFetched(forced, decoder);
}

async function fromWhatIsKept(forced, decoder) {
  if (!built || forced === "packed") return undefined;
  const core = keptCore(); // takes longest
  core.catch(() => {}); // awaited once the rest is known to be kept
  const handle = await kept();
  if (!handle) return undefined;
  const source = fromDevice(handle, core);
  await decoder;
  try {
    return await restore(COMMON, source);
  } catch (error) {
    console.warn(`Downhill: what is kept on this device did not wake (${error.message}); fetching it anew`);
    handle.close();
    await forget();
    return undefined;
  } finally {
    handle.close();
  }
}

async function fromWhatIsFetched(forced, decoder) {
  const core = Promise.all([beginCore(), decoder]).then(([module]) => module);
  core.catch(() => {}); // awaited below
  if ((await way(forced)) === "snapshot") {
    try {
      return await restore(COMMON, fromLine(core));
    } catch (error) {
      console.warn(`Downhill: the snapshot did not wake (${error.message}); starting from the pack`);
    }
  }
  return startPacked(COMMON, core);
}

async function way(forced) {
  const saving = Boolean(navigator.connection?.saveData);
  const speed = !built || forced || saving ? 0 : await coreFetched;
  return choose({ forced, saving, speed, built });
}
