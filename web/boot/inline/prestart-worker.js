// Starts Python's worker at once, while the page is still being read: PyScript would ask for one only a third of a second
// later. When it does, it gets this one, if its script runs. Stands inside the page, so that nothing has to be waited
// for. Of old syntax; where anything fails PyScript makes a worker of its own. The worker begins as a blob, as PyScript's
// own would: so the page's policy holds in it, too.
(function () {
  "use strict";
  var Plain = window.Worker;
  var address, text, started;
  var name = new URLSearchParams(location.search);
  if (isServed()) name.set("served", "");
  try {
    address = new URL(document.currentScript.dataset.bootstrap, location.href).href;
    text = new Blob(["import " + JSON.stringify(address) + ";"], { type: "text/javascript" });
    started = new Plain(URL.createObjectURL(text), { type: "module", name: String(name) });
    // What it reports before anybody listens; the last is enough.
    started.addEventListener("message", function (event) {
      window.downhillReport = event.data;
    });
  } catch (_error) {
    // a browser without such workers, or a page opened as a file
  }

  // Whether a service worker answers for the page's files; the browser may forbid to ask.
  function isServed() {
    try {
      return Boolean(navigator.serviceWorker.controller);
    } catch (_error) {
      return false;
    }
  }

  // Also the class that PyScript derives its own from: what it gets has to look like one of those.
  function Worker(address, options) {
    var worker = started;
    started = null;
    if (!worker || !window.downhillReport) {
      if (worker) worker.terminate();
      return Object.setPrototypeOf(new Plain(address, options), Object.getPrototypeOf(this));
    }
    worker.postMessage(address);
    return Object.setPrototypeOf(worker, Object.getPrototypeOf(this));
  }
  Worker.prototype = Object.create(Plain.prototype);
  // PyScript would let the worker call the page: code there could import a module of its own making here. It gets a port that
  // leads nowhere, and no name by which to do the same without one. The page talks to it over another (py/page/transport/).
  Worker.prototype.postMessage = function (message, given) {
    var calls = Array.isArray(message) && given && given[0] instanceof MessagePort;
    if (calls) Plain.prototype.postMessage.call(this, [""].concat(message.slice(1)), [new MessageChannel().port2]);
    else Plain.prototype.postMessage.call(this, message, given);
  };
  window.SharedArrayBuffer = undefined; // else somebody would wait for answers of that port
  window.Worker = Worker;
})();
