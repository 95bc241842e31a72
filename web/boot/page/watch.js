// Watches the start: one status line, one bar, and a clear sentence if something is missing or hangs. A classic script
// in the oldest syntax that matters, since it has to run where everything else may fail.
(function () {
  "use strict";
  var root = document.documentElement;
  var guard = window.downhillGuard;
  var again = window.downhillAgain;
  var element = guard.element,
    say = guard.say,
    nameOf = guard.nameOf;
  var timer = 0;
  var stage = "fetch";
  var pending = ""; // the file that the worker waits for
  var explained = false; // whether a silence was investigated
  var heard = false; // whether the worker has ever reported
  var old = !("noModule" in HTMLScriptElement.prototype) || !window.OffscreenCanvas || !window.DecompressionStream;
  var lost = guard.lost || old; // whether this start can't succeed anymore

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      unblock();
      var gone = refused();
      var file = pending || overdue();
      if (gone) fail(say("fail.missing", { file: gone }));
      else if (file) fail(say("fail.stalled", { file: file }));
      else fail(say("fail.silent", { seconds: guard.patience, stage: say("status." + stage) }));
      if (!explained) explain();
      if (!lost) wait(); // late files are no longer to blame
    }, guard.patience * 1000);
  }

  // A style sheet that hangs keeps the browser from showing anything, and scripts from starting.
  function unblock() {
    [].forEach.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      if (!link.sheet) link.parentNode.removeChild(link);
    });
  }

  // The page's missing file: PyScript itself or one that it requests. Which of its own modules it waits for is unknown,
  // so those are never named.
  function overdue() {
    if (guard.single) return "";
    var config = JSON.parse(document.querySelector("mpy-config").textContent);
    var micro = document.querySelector("link[data-micro]").href;
    var pageModules = config.interpreter.replace(/boot\/page\/\w+\.js$/, "page.bin");
    var scripts = [].map.call(document.querySelectorAll("body > script[src]"), function (script) {
      return script.src;
    });
    var wanted = [config.interpreter, micro, micro.replace(/\.js$/, ".wasm"), pageModules].concat(scripts);
    var come = performance.getEntriesByType("resource").map(function (entry) {
      return entry.name;
    });
    function late(file) {
      return come.indexOf(new URL(file, location.href).href) < 0;
    }
    var modules = [].map.call(document.querySelectorAll("script[type=module]"), function (script) {
      return script.src;
    });
    var module = modules.reverse().filter(late)[0]; // the last one, PyScript itself, is most likely
    if (module) return nameOf(module);
    var rest = wanted.filter(late);
    if (rest.length === wanted.length && !heard) return "";
    if (!rest.length && !heard) rest = [JSON.parse(document.querySelector("py-config").textContent).interpreter];
    return rest.length ? nameOf(rest[0]) : "";
  }

  // The cause is usually a missing file, named in the message or among the failed ones. Otherwise the message goes to
  // the console, since it wouldn't help a reader.
  function broken(message) {
    if (lost || root.dataset.python === "ready") return;
    var unfetched = /fetch|404/.test(message);
    var named = unfetched && message.match(/[\w.-]+\.(?:js|py|wasm|bin|whl|zip|json)\b/g);
    var file = refused() || (named ? named.pop() : unfetched ? overdue() : "");
    console.error("Downhill: " + message);
    lose(file ? "fail.missing" : "fail.broken", file);
  }

  // A file that the host refused, as far as the browser tells.
  function refused() {
    var found = performance.getEntriesByType("resource").filter(function (entry) {
      return entry.responseStatus >= 400 && /\.(js|py|wasm|bin)$/.test(entry.name);
    });
    return found.length ? nameOf(found[0].name) : "";
  }

  // This start can't succeed anymore. Reports the obstacle once found; if it is gone by then, reloads the page.
  function lose(key, file) {
    if (lost || root.dataset.python === "ready") return;
    lost = true;
    clearTimeout(timer);
    if (guard.refused()) return guard.fail(say("fail.policy", { directive: guard.refused() }));
    again.find(file).then(function (found) {
      settle(found, say(key, { file: file }));
    });
  }

  function settle(found, sentence) {
    lost = true;
    clearTimeout(timer);
    if (found.mended && guard.begunAnew()) return;
    guard.fail(found.cause ? say("fail." + found.cause, { file: found.file }) : sentence);
  }

  // Something that arrived may silence a start forever: a network's page, or a blocking policy.
  function explain() {
    explained = true;
    if (guard.refused()) return lose("fail.late");
    again.find("", true).then(function (found) {
      if (!lost && root.dataset.python === "failed" && (found.mended || found.cause)) settle(found, say("fail.late"));
    });
  }

  function fail(sentence) {
    if (lost) return;
    clearTimeout(timer);
    guard.fail(sentence);
  }

  function progress(report) {
    if (root.dataset.python === "ready") return;
    heard = true;
    if (report.refused) return guard.refuse(report.refused, report.by);
    if (report.missing) return lose(report.spoilt ? "fail.spoilt" : "fail.missing", report.missing);
    if (report.broken) return broken(report.broken);
    if (lost) return;
    if (root.dataset.python === "failed") {
      // it was only slow
      root.dataset.python = "loading";
      element("failure").hidden = true;
    }
    pending = report.pending || "";
    if (report.stage) stage = report.stage;
    element("progress").value = report.percent || element("progress").value;
    var parts = { stage: say("status." + stage), done: mega(report.done), all: mega(report.all) };
    var text = say(report.all ? "status.counted" : "status.line", parts);
    if (element("stage").textContent !== text) element("stage").textContent = text;
    wait();
  }

  function mega(bytes) {
    return ((bytes || 0) / 1e6).toFixed(1).replace(".", say("language.decimal"));
  }

  // The worker reports through PyScript's channel; its object appears on the script element.
  function listenToWorker() {
    var script = document.querySelector("script[worker]");
    var worker = script && script.xworker;
    if (!worker) return setTimeout(listenToWorker, 20);
    function hear(data) {
      if (Array.isArray(data) && data[0] === "downhill") progress(data[1]);
    }
    hear(window.downhillReport);
    worker.addEventListener("message", function (event) {
      hear(event.data);
    });
    worker.addEventListener("error", function (event) {
      console.error("Downhill: " + event.message);
      lose("fail.worker");
    });
  }

  // A broken style sheet loads without an error and is empty.
  function lookAtStyle() {
    [].forEach.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      if (link.sheet && !link.sheet.cssRules.length) again.fetchAnew(link);
    });
  }

  function begin() {
    if (guard.lost || root.dataset.python === "ready") return; // too late to help
    if (old) return guard.only("old");
    listenToWorker();
    wait();
    lookAtStyle();
    window.addEventListener("load", lookAtStyle);
  }

  // An error in an answer to the reader isn't one of the start: its first line shows where it began.
  function isOfTheStart(error) {
    var frames = error && error.name === "PythonError" && /File "[^"]*", line \d+, in (.*)/.exec(error.message);
    return !frames || frames[1] === "<module>";
  }

  window.addEventListener("downhill:stage", function (event) {
    if (event.detail === "ready") clearTimeout(timer);
    else progress({ stage: event.detail, percent: event.detail === "draw" ? 95 : 0 });
  });
  function heardOf(event) {
    var from = event.target;
    var error = event.type === "error" ? event.error : event.reason;
    if (event.type === "downhill:failed") broken(event.detail);
    // Python can start without a style, a font, or a figure, but not without a script.
    else if (from.tagName === "SCRIPT") "spare" in from.dataset || lose("fail.missing", nameOf(from.src));
    else if (from.tagName === "IMG" || from.rel === "stylesheet") again.fetchAnew(from);
    else if (isOfTheStart(error) && (error || event.message)) broken(event.message || error.message || String(error));
  }

  ["error", "unhandledrejection", "downhill:failed"].forEach(function (kind) {
    window.addEventListener(kind, heardOf, true);
  });
  guard.heard().forEach(heardOf);
  // "DOMContentLoaded" would wait for PyScript's modules, which may be what hangs.
  if (document.readyState !== "loading") begin();
  else document.addEventListener("readystatechange", begin, { once: true });
})();
