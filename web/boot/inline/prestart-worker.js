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
    started = null; // a browser without such workers, or a page opened as a file
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

  // PyScript sends the worker a port over which that may do whatever it likes on the page. Python there has no use for it, and
  // a reader's code shall not: the worker gets a port that leads nowhere. Without shared memory nobody waits for its answers.
  Worker.prototype = Object.create(Plain.prototype);
  Worker.prototype.postMessage = function (data, ports) {
    var reaches = Array.isArray(data) && ports;
    Plain.prototype.postMessage.call(this, data, reaches ? [new MessageChannel().port1] : ports || []);
  };
  window.SharedArrayBuffer = undefined;
  window.Worker = Worker;
})();
