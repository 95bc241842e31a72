// Starts Python's worker while the page is still loading; PyScript would ask for one a third of a second later, and
// gets this one if its script runs. Inline, so that nothing has to be waited for. If anything fails,
// PyScript makes its own worker. The worker starts from a blob, as PyScript's would, so the page's policy applies in it
// too.
(() => {
  const Plain = window.Worker;
  let address, text, started;
  const name = new URLSearchParams(location.search);
  if (isServed()) name.set("served", "");
  try {
    address = new URL(document.currentScript.dataset.bootstrap, location.href).href;
    text = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
    started = new Plain(URL.createObjectURL(text), { type: "module", name: String(name) });
    // Reports that arrive before anybody listens; the last one is enough.
    started.addEventListener("message", (event) => {
      window.downhillReport = event.data;
    });
  } catch (_error) {
    // a browser without module workers, or a page opened as a file
  }

  // Whether a service worker answers for the page's files; the browser may forbid asking.
  function isServed() {
    try {
      return Boolean(navigator.serviceWorker.controller);
    } catch (_error) {
      return false;
    }
  }

  // PyScript derives its own class from this one and expects an instance of that.
  function Worker(address, options) {
    const worker = started;
    started = null;
    if (!worker || !window.downhillReport) {
      if (worker) worker.terminate();
      return Object.setPrototypeOf(new Plain(address, options), Object.getPrototypeOf(this));
    }
    worker.postMessage(address);
    return Object.setPrototypeOf(worker, Object.getPrototypeOf(this));
  }
  Worker.prototype = Object.create(Plain.prototype);
  // PyScript would let the worker call the page, where code could import a module of its own making. It gets a port
  // that leads nowhere, and no name that would do the same. The page talks to it over another one (py/page/transport/).
  Worker.prototype.postMessage = function (message, given) {
    const calls = Array.isArray(message) && given && given[0] instanceof MessagePort;
    if (calls) Plain.prototype.postMessage.call(this, [""].concat(message.slice(1)), [new MessageChannel().port2]);
    else Plain.prototype.postMessage.call(this, message, given);
  };
  window.SharedArrayBuffer = undefined; // else something would wait for answers from that port
  window.Worker = Worker;
})();
