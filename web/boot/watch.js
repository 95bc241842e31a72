// Watches the start: one status line, one bar, and a clear sentence when something is missing or hangs.
// A classic script of the oldest syntax that matters, so that it runs where everything else may fail.
(function () {
  "use strict";
  var root = document.documentElement;
  var patience = Number(new URLSearchParams(location.search).get("patience")) || 15; // seconds without any progress
  var words = JSON.parse(document.getElementById("words").textContent);
  var timer = 0;
  var stage = "fetch";
  var pending = ""; // the file that the worker waits for
  var heard = false; // whether the worker has ever reported
  var unserved = location.protocol === "file:"; // no browser lets a page that is a file load modules
  var framed = window.origin === "null" && !unserved; // a frame without an origin of its own: modules are kept out
  var lost = unserved || framed; // whether this start can't succeed any more

  function element(id) { return document.getElementById(id); }

  function say(key, parts) {
    return String(words[key] || key).replace(/\{(\w+)\}/g, function (whole, name) {
      return name in parts ? parts[name] : whole;
    });
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      unblock();
      var gone = refused();
      var file = pending || overdue();
      if (gone) fail(say("fail.missing", { file: gone }));
      else if (file) fail(say("fail.stalled", { file: file }));
      else fail(say("fail.silent", { seconds: patience, stage: say("status." + stage, {}) }));
      if (!lost) wait(); // what comes late is not to blame any more
    }, patience * 1000);
  }

  // A style sheet that hangs keeps the browser from showing anything, and scripts from starting.
  function unblock() {
    [].forEach.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      if (!link.sheet) link.parentNode.removeChild(link);
    });
  }

  // The page's own file that has not come: PyScript itself, or one that it asks for. Which of its own modules it
  // waits for can't be known: then it is none of these.
  function overdue() {
    var config = JSON.parse(document.querySelector("mpy-config").textContent);
    var micro = document.querySelector("link[data-micro]").href;
    var skin = config.interpreter.replace(/boot\/\w+\.js$/, "skin.bin");
    var scripts = [].map.call(document.querySelectorAll("body > script[src]"), function (script) { return script.src; });
    var wanted = [config.interpreter, micro, micro.replace(/\.js$/, ".wasm"), skin].concat(scripts);
    var come = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
    function late(file) { return come.indexOf(new URL(file, location.href).href) < 0; }
    var modules = [].map.call(document.querySelectorAll("script[type=module]"), function (script) { return script.src; });
    var module = modules.reverse().filter(late)[0]; // PyScript itself, the last one, is the most likely
    if (module) return nameOf(module);
    var rest = wanted.filter(late);
    if (rest.length === wanted.length && !heard) return "";
    if (!rest.length && !heard) rest = [JSON.parse(document.querySelector("py-config").textContent).interpreter];
    return rest.length ? nameOf(rest[0]) : "";
  }

  function nameOf(address) { return address.split("?")[0].split("/").pop(); }

  // What broke is most often a file that could not be had: its name is in the message, or among what came as an error.
  function broken(message) {
    var unfetched = /fetch|404/.test(message);
    var named = unfetched && message.match(/[\w.-]+\.(?:js|py|wasm|bin|whl|zip|json)\b/g);
    var file = refused() || (named ? named.pop() : unfetched ? overdue() : "");
    lose(file ? say("fail.missing", { file: file }) : say("fail.broken", { message: message }));
  }

  // A file that the host has refused, as far as the browser tells.
  function refused() {
    var found = performance.getEntriesByType("resource").filter(function (entry) {
      return entry.responseStatus >= 400 && /\.(js|py|wasm|bin)$/.test(entry.name);
    });
    return found.length ? nameOf(found[0].name) : "";
  }

  function lose(sentence) {
    if (lost) return;
    fail(sentence);
    lost = true;
  }

  function fail(sentence) {
    if (root.dataset.python === "ready" || lost) return;
    clearTimeout(timer);
    root.dataset.python = "failed";
    element("failure").hidden = false;
    if (element("failure-what").textContent === sentence) return;
    element("failure-what").textContent = sentence;
    fetchFigures();
    console.error("Downhill: " + sentence);
  }

  // Figures further down wait until they are scrolled to, for live pictures will take their place; now none will.
  function fetchFigures() {
    [].forEach.call(document.querySelectorAll("img[loading=lazy]"), function (image) { image.loading = "eager"; });
  }

  function progress(report) {
    if (root.dataset.python === "ready") return;
    heard = true;
    if (report.missing) return lose(say("fail.missing", { file: report.missing }));
    if (report.broken) return broken(report.broken);
    if (lost) return;
    if (root.dataset.python === "failed") { // it was only slow
      root.dataset.python = "loading";
      element("failure").hidden = true;
    }
    pending = report.pending || "";
    if (report.stage) stage = report.stage;
    element("progress").value = report.percent || element("progress").value;
    var parts = { stage: say("status." + stage, {}), done: mega(report.done), all: mega(report.all) };
    var text = say(report.all ? "status.counted" : "status.line", parts);
    if (element("stage").textContent !== text) element("stage").textContent = text;
    wait();
  }

  function mega(bytes) { return ((bytes || 0) / 1e6).toFixed(1).replace(".", words["language.decimal"]); }

  // The worker reports through the channel that PyScript opens to it; its object appears on the script element.
  function listenToWorker() {
    var script = document.querySelector("script[worker]");
    var worker = script && script.xworker;
    if (!worker) return setTimeout(listenToWorker, 20);
    function hear(data) {
      if (Array.isArray(data) && data[0] === "downhill") progress(data[1]);
    }
    hear(window.downhillReport);
    worker.addEventListener("message", function (event) { hear(event.data); });
    worker.addEventListener("error", function (event) {
      lose(say("fail.worker", { message: event.message || "" }));
    });
  }

  function retry() {
    var moved = [].filter.call(document.querySelectorAll(".slider input[type=range]"), function (input) {
      return input.value !== input.defaultValue;
    }).map(function (input) {
      return input.closest("section").id + "." + input.name + "=" + input.value;
    });
    var link = location.hash.slice(1).split("&");
    var others = link.slice(1).filter(function (part) { return part !== "v=1"; });
    if (moved.length) history.replaceState(null, "", "#" + [link[0], "v=1"].concat(others, moved).join("&"));
    location.reload();
  }

  // All that is left is to read, and a banner tells why.
  function only(banner) {
    root.dataset.python = "failed";
    element(banner).hidden = false;
    fetchFigures();
  }

  // Where even the link is kept from opening, its address can be copied.
  function showWayOut() {
    var link = element("framed").querySelector("a");
    link.href = link.textContent = window.downhillWhole ? window.downhillWhole() : location.href;
    only("framed");
  }

  function begin() {
    element("retry").addEventListener("click", retry);
    if (unserved) return only("unserved");
    if (framed) return showWayOut();
    if (!("noModule" in HTMLScriptElement.prototype) || !window.OffscreenCanvas || !window.DecompressionStream) return only("old");
    listenToWorker();
    wait();
  }

  window.addEventListener("downhill:stage", function (event) {
    if (event.detail === "ready") { clearTimeout(timer); element("failure").hidden = true; }
    else progress({ stage: event.detail, percent: event.detail === "draw" ? 95 : 0 });
  });
  window.addEventListener("downhill:failed", function (event) {
    broken(event.detail);
  });
  window.addEventListener("error", function (event) {
    // Without a style, a font or a figure Python can start; without a script it can't.
    if (event.target.tagName === "SCRIPT" && !("spare" in event.target.dataset)) lose(say("fail.missing", { file: nameOf(event.target.src) }));
    else if (event.message) broken(event.message);
  }, true);
  window.addEventListener("unhandledrejection", function (event) {
    broken((event.reason && event.reason.message) || String(event.reason));
  });
  // "DOMContentLoaded" would wait for PyScript's modules, which may be what hangs.
  if (document.readyState !== "loading") begin();
  else document.addEventListener("readystatechange", begin, { once: true });
})();
