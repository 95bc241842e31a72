// Python's core, kept on this device as a file of wasm between visits. Where the service worker answers for that file, the
// browser keeps beside it what it has compiled of it, so that a later visit need not compile it anew. Wherever the core
// comes from otherwise, no file of that name is asked for. Its sum is checked while it is compiled.
import { checkContent, wasm } from "../shared/load.js";
import { parts } from "../shared/parts.js";

const { core } = parts;
const site = () => new URL("../../../", import.meta.url).href;
const cacheName = () => `awake-${core.content.replace(/\W/g, "").slice(0, 16)} ${site()}`;
const address = () => new URL("core.wasm", core.url).href;
// Whether there is a service worker is known to the page alone, which tells it by this worker's name.
const isServed = () => new URLSearchParams(globalThis.name).has("served");

export const keepCore = async (stream) => (await caches.open(cacheName())).put(address(), wasm(stream));

export const isCoreKept = async () => Boolean(await found());

// The core's module; an error where it is not kept.
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

// Forget the cores of this site, but for this version's where that is to stay.
export async function forgetCores(stays) {
  for (const name of await caches.keys()) {
    if (name.startsWith("awake-") && name.endsWith(site()) && !(stays && name === cacheName()))
      await caches.delete(name);
  }
}
