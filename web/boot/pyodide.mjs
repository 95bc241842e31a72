// The interpreter that PyScript is told to use: Pyodide, with every file fetched side by side and counted.
import { loadPyodide as load, version } from "./core.mjs";
import { home, parts } from "./parts.mjs";
export { version };

const report = (progress) => postMessage(["downhill", progress]);
const all = parts.reduce((sum, part) => sum + part.bytes, 0);
const awaited = new Set(parts.map((part) => part.name));
let done = 0;

const reportFetch = () =>
  report({ stage: "fetch", done: Math.min(done, all), all, percent: (70 * done) / all, pending: [...awaited][0] });

async function bytesOf(part) {
  const response = await fetch(part.url);
  if (!response.ok || !response.body) throw new Error(`${part.name}: ${response.status}`);
  const chunks = [];
  for (const reader = response.body.getReader(); ; ) {
    const { value, done: finished } = await reader.read();
    if (finished) break;
    chunks.push(value);
    done += value.length;
    reportFetch();
  }
  awaited.delete(part.name);
  reportFetch();
  return new Blob(chunks, { type: response.headers.get("content-type") ?? "" });
}

async function fetchPart(part) {
  try {
    return [part.url, await bytesOf(part)];
  } catch (error) {
    report({ missing: part.name });
    throw error;
  }
}

export async function loadPyodide(options) {
  report({ stage: "fetch", done, all, percent: 1 });
  const fetched = new Map(await Promise.all(parts.map(fetchPart)));
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (resource, ...rest) => {
    const blob = fetched.get(String(resource?.url ?? resource));
    return blob ? Promise.resolve(new Response(blob, { headers: { "content-type": blob.type } })) : plainFetch(resource, ...rest);
  };
  report({ stage: "start", percent: 72 });
  const python = await load({ ...options, indexURL: home, packages: ["numpy", "matplotlib"], env: { MPLBACKEND: "agg" } });
  report({ stage: "load", percent: 82 });
  const ours = parts.find((part) => part.name === "downhill.zip");
  python.unpackArchive(await fetched.get(ours.url).arrayBuffer(), "zip", { extractDir: "/lib/python3.14/site-packages" });
  globalThis.fetch = plainFetch;
  return python;
}
