// The first script of the worker that is started before PyScript asks for one: begins to start Python, and runs PyScript's
// own script as soon as its address comes.
postMessage(["downhill", {}]); // tells the page that the worker's script runs
globalThis.SharedArrayBuffer = undefined; // as on the page (prestart-worker.js)
const start = new URLSearchParams(name).get("start"); // the page's query came as the worker's name
const unfetched = ({ message }) => postMessage(["downhill", { broken: message }]);
import("./start.js").then(({ begin }) => void begin(start).catch(() => {}), unfetched); // PyScript hears of the former
addEventListener("securitypolicyviolation", ({ effectiveDirective, originalPolicy }) => {
  postMessage(["downhill", { refused: effectiveDirective, by: originalPolicy }]);
});

addEventListener("message", ({ data: address }) => run(address), { once: true });

// What PyScript's page sends while its script is not there yet is held, and given to it as soon as it listens.
function run(address) {
  const held = [];
  const hold = (event) => {
    if (!event.isTrusted) return; // it was held already
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
    if (kind !== "message" || !options?.once) return; // Pyodide listens, too, and for ever
    globalThis.addEventListener = listen;
    setTimeout(release);
  };
  import(address).catch((error) => postMessage(error));
}
