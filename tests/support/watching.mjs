// The watch of the start (web/boot/watch.js and what is joined to it) in a document that there is not: what it tells a
// reader, for every case on the standard input. A case is a file of the start, what has become of it, and who noticed.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { watch, page, files, cases } = JSON.parse(readFileSync(0, "utf-8"));
const text = (url) => new TextEncoder().encode(`the content of ${url}`);
const sums = new Map();
for (const url of files) {
  const sum = await crypto.subtle.digest("SHA-256", text(url));
  sums.set(url, [url, text(url).length, Buffer.from(sum).toString("base64")]);
}
const ANSWERS = {
  missing: () => new Response("404 Not Found", { status: 404 }),
  spoilt: () => new Response("not what was built"),
  page: () => new Response("<!doctype html><title>Sign in</title>"),
  hanging: () => new Promise(() => {}),
};

function answerOf(one) {
  return async (asked, { cache } = {}) => {
    const url = String(asked);
    if (url === page.list) return new Response(JSON.stringify([...sums.values()]));
    if (url !== one.file) return new Response(text(url));
    if (cache === "only-if-cached") throw new TypeError("nothing of it is kept");
    return ANSWERS[one.how]();
  };
}

class Emitter {
  heard = [];
  addEventListener = (kind, listener) => this.heard.push([kind, listener]);
  emit = (kind, event) => this.heard.filter(([own]) => own === kind).forEach(([, listener]) => listener(event));
}

// What the scripts of the start find on a page: `elements` by their id, and timers that run when they are told to.
function documentOf(one, worker) {
  const elements = {};
  const found = {
    "script[data-watch]": { src: page.watch },
    "script[worker]": { xworker: worker },
    "link[data-micro]": { href: page.micro },
    "mpy-config": { textContent: JSON.stringify({ interpreter: page.page }) },
    "py-config": { textContent: JSON.stringify({ interpreter: page.worker }) },
  };
  const all = { "body > script[src]": page.scripts, "script[type=module]": page.modules };
  const own = new Emitter();
  return {
    addEventListener: own.addEventListener,
    documentElement: { dataset: { python: "loading" }, getAttribute: () => null, hasAttribute: () => false },
    getElementById: (id) => (elements[id] ??= { textContent: id === "words" ? JSON.stringify(page.words) : "", hidden: true }),
    querySelector: (selector) => found[selector] ?? null,
    querySelectorAll: (selector) => (all[selector] ?? []).map((src) => ({ src })),
    readyState: "complete",
  };
}

function begin(one) {
  const worker = new Emitter(), window = new Emitter(), timers = [];
  const asked = files.filter((url) => one.how !== "hanging" || url !== one.file);
  const status = (url) => (url === one.file && one.refused ? 404 : 200);
  const globals = {
    addEventListener: window.addEventListener,
    clearTimeout: (id) => delete timers[id],
    console: { error() {} },
    document: documentOf(one, worker),
    fetch: answerOf(one),
    history: { state: null, replaceState() {} },
    HTMLScriptElement: class { noModule = true; },
    location: { href: page.address, origin: page.origin, protocol: "http:", search: "", hash: "", reload() {} },
    performance: { getEntriesByType: () => asked.map((name) => ({ name, responseStatus: status(name) })) },
    setTimeout: (work, time, ...given) => timers.push({ work: () => work(...given), time }) - 1,
    origin: page.origin,
  };
  for (const name of ["OffscreenCanvas", "DecompressionStream"]) globals[name] = class {};
  for (const name of ["URL", "URLSearchParams", "TextDecoder", "Uint8Array", "btoa", "crypto"]) globals[name] = globalThis[name];
  globals.HTMLScriptElement.prototype.noModule = true;
  globals.window = globals;
  vm.runInNewContext(watch, globals);
  const silence = () => Object.values(timers).filter(({ time }) => time === 15000).forEach(({ work }) => work());
  return { worker, window, silence, said: globals.document.getElementById("failure-what") };
}

async function told(one) {
  const { worker, window, silence, said } = begin(one);
  worker.emit("message", { data: ["downhill", one.report ?? {}] });
  if (one.broken) window.emit("downhill:failed", { type: "downhill:failed", detail: one.broken });
  if (one.how === "hanging") silence();
  for (let i = 0; i < 1000 && !said.textContent; i++) await new Promise((resolve) => setTimeout(resolve, 2));
  return said.textContent;
}

console.log(JSON.stringify(await Promise.all(cases.map(told))));
