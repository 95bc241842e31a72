// The first script of the worker that starts before PyScript asks for one: starts Python, and runs PyScript's own
// script once its address comes.
postMessage(["downhill", {}]); // this script runs
globalThis.SharedArrayBuffer = undefined; // as on the page (prestart-worker.js)
const start = new URLSearchParams(name).get("start"); // the page passes its query as the worker's name
const unfetched = ({ message }) => postMessage(["downhill", { broken: message }]);
import("./start.js").then(({ begin }) => void begin(start).catch(() => {}), unfetched); // PyScript reports it
addEventListener("securitypolicyviolation", ({ effectiveDirective, originalPolicy }) => {
  postMessage(["downhill", { refused: effectiveDirective, by: originalPolicy }]);
});

addEventListener("message", ({ data: address }) => run(address), { once: true });

// Holds messages from PyScript's page until PyScript's script listens.
function run(address) {
  const held = [];
  const hold = (event) => {
    if (!event.isTrusted) return; // it was held before
    event.stopImmediatePropagation();
    held.push(event);
  };
  const release = () => {
    const event = held.shift();
    if (!event) return removeEventListener("message", hold);
    dispatchEvent(new MessageEvent("message", { data: event.data, ports: [...event.ports] }));
    setTimeout(release);
  };
  addEventListener("message", hold);
  const listen = addEventListener;
  globalThis.addEventListener = (kind, listener, options) => {
    listen(kind, listener, options);
    if (kind !== "message" || !options?.once) return; // Pyodide listens too, permanently
    globalThis.addEventListener = listen;
    setTimeout(release);
  };
  import(address).catch((error) => postMessage(error));
}
