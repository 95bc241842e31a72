// Watches the start: one status line, one bar, and a clear sentence when something is missing or hangs.
// A classic script of the oldest syntax that matters, so that it runs where everything else may fail.
(function () {
  "use strict";
  var root = document.documentElement;
  var patience = Number(new URLSearchParams(location.search).get("patience")) || 15; // seconds without any progress
  var words = {};
  var timer = 0;
  var stage = "fetch";
  var pending = ""; // the file that is being fetched

  function element(id) { return document.getElementById(id); }

  function say(key, parts) {
    return String(words[key] || key).replace(/\{(\w+)\}/g, function (whole, name) {
      return name in parts ? parts[name] : whole;
    });
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (pending) fail(say("fail.stalled", { file: pending }));
      else fail(say("fail.silent", { seconds: patience, stage: say("status." + stage, {}) }));
    }, patience * 1000);
  }

  function fail(sentence) {
    if (root.dataset.python !== "loading") return;
    clearTimeout(timer);
    root.dataset.python = "failed";
    element("failure-what").textContent = sentence;
    element("failure").hidden = false;
    console.error("Downhill: " + sentence);
  }

  function progress(report) {
    if (root.dataset.python === "ready") return;
    if (report.missing) return fail(say("fail.missing", { file: report.missing }));
    if (report.broken) return fail(say("fail.broken", { message: report.broken }));
    if (root.dataset.python === "failed") { // it was only slow
      root.dataset.python = "loading";
      element("failure").hidden = true;
    }
    pending = report.pending || "";
    if (report.stage) stage = report.stage;
    element("progress").value = report.percent || element("progress").value;
    var bytes = report.all ? " · " + say("status.bytes", { done: mega(report.done), all: mega(report.all) }) : "";
    var text = say("status." + stage, {}) + "…" + bytes;
    if (element("stage").textContent !== text) element("stage").textContent = text;
    wait();
  }

  function mega(bytes) { return (bytes / 1e6).toFixed(1); }

  // The worker reports through the channel that PyScript opens to it; its object appears on the script element.
  function listenToWorker() {
    var script = document.querySelector("script[worker]");
    if (!script || !script.xworker) return setTimeout(listenToWorker, 20);
    script.xworker.addEventListener("message", function (event) {
      if (Array.isArray(event.data) && event.data[0] === "downhill") progress(event.data[1]);
    });
    script.xworker.addEventListener("error", function (event) {
      fail(say("fail.worker", { message: event.message || "" }));
    });
  }

  function retry() {
    var moved = [].filter.call(document.querySelectorAll(".slider input[type=range]"), function (input) {
      return input.value !== input.defaultValue;
    }).map(function (input) {
      return "&" + input.closest("section").id + "." + input.name + "=" + input.value;
    });
    if (moved.length) history.replaceState(null, "", "#" + location.hash.slice(1).split("&")[0] + "&v=1" + moved.join(""));
    location.reload();
  }

  function begin() {
    words = JSON.parse(element("words").textContent);
    element("retry").addEventListener("click", retry);
    if (!("noModule" in HTMLScriptElement.prototype) || !window.OffscreenCanvas || !window.DecompressionStream) {
      root.dataset.python = "failed";
      element("old").hidden = false;
      return;
    }
    listenToWorker();
    wait();
  }

  window.addEventListener("downhill:stage", function (event) {
    if (event.detail === "ready") { clearTimeout(timer); element("failure").hidden = true; }
    else progress({ stage: event.detail, percent: event.detail === "draw" ? 95 : 0 });
  });
  window.addEventListener("downhill:failed", function (event) {
    fail(say("fail.broken", { message: event.detail }));
  });
  window.addEventListener("error", function (event) {
    var target = event.target;
    if (target && (target.src || target.href)) {
      if (target.tagName !== "IMG") fail(say("fail.missing", { file: (target.src || target.href).split("/").pop() }));
    } else if (event.message) fail(say("fail.broken", { message: event.message }));
  }, true);
  window.addEventListener("unhandledrejection", function (event) {
    fail(say("fail.broken", { message: (event.reason && event.reason.message) || String(event.reason) }));
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
