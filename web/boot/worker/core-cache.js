// Keeps Python's core on this device as a wasm file. If the service worker answers for that file, the browser keeps its
// compiled code too, so a later visit doesn't compile it again. A core from elsewhere is never requested under that
// name. Its sum is checked while it compiles.
import { checkContent, wasm } from "../shared/load.js";
import { parts } from "../shared/parts.js";

const { core } = parts;
const site = () => new URL("../../../", import.meta.url).href;
const cacheName = () => `awake-${core.content.replace(/\W/g, "").slice(0, 16)} ${site()}`;
const address = () => new URL("core.wasm", core.url).href;
// Only the page knows whether there is a service worker; it says so in this worker's name.
const isServed = () => new URLSearchParams(globalThis.name).has("served");

export const keepCore = async (stream) => (await caches.open(cacheName())).put(address(), wasm(stream));

export const isCoreKept = async () => Boolean(await found());

// Returns the core's module; throws if it isn't kept.
export async function keptCore() {
  const response = await found();
  if (!response) throw new Error("its core is not kept");
  if (!isServed()) return compiled(response);
  const asked = fetch(address());
  return asked.then(compiled).catch(() => compiled(response));
}

async function compiled(response) {
  const bytes = response.clone().arrayBuffer();
  const checked = bytes.then((whole) => checkContent(core, new Uint8Array(whole)));
  const [module] = await Promise.all([WebAssembly.compileStreaming(response), checked]);
  return module;
}

const found = () => caches.match(address(), { cacheName: cacheName() });

// Forgets this site's cores, or all but this version's.
export async function forgetCores(stays) {
  for (const name of await caches.keys()) {
    if (name.startsWith("awake-") && name.endsWith(site()) && !(stays && name === cacheName()))
      await caches.delete(name);
  }
}
