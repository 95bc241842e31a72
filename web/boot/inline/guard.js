// Waits for the watch (watch.js), which reports every other failure, and reports a missing watch. Has what both use to
// show messages and to ask the network. Inline, in old syntax. The watch includes a copy, for hosts whose policy blocks
// inline scripts.
(function () {
  "use strict";
  if (window.downhillGuard) return;
  var ANEW = "downhill:anew-"; // in the history: the page, and how often it has reloaded by itself
  var CARRIED = ":carried:"; // marks what is carried over (py/page/browser/carry.py)
  var root = document.documentElement;
  var asked = Number(new URLSearchParams(location.search).get("patience"));
  var patience = asked > 0 ? Math.min(asked, 3600) : 15; // seconds without progress
  var words = JSON.parse(document.getElementById("words").textContent);
  var heard = false; // whether the watch has loaded
  var early = [];
  var refused = ""; // what the host's policy has blocked
  var replaced; // once asked: whether a network replaces this page by its own
  // No browser loads modules in a page opened as a file, or in a frame without an origin; a single file contains its
  // modules.
  var single = root.hasAttribute("data-single");
  var banner = single ? "" : location.protocol === "file:" ? "unserved" : window.origin === "null" ? "framed" : "";
  var silence = setTimeout(function () {
    inVain("fail.late");
  }, patience * 1000);

  function element(id) {
    return document.getElementById(id);
  }
  function watch() {
    return document.querySelector("script[data-watch]");
  }
  function nameOf(address) {
    return address.split(/[?#]/)[0].split("/").pop();
  }

  function say(key, parts) {
    return String(words[key] || key).replace(/\{(\w+)\}/g, function (whole, name) {
      return parts && name in parts ? parts[name] : whole;
    });
  }

  function fail(sentence) {
    if (root.dataset.python === "ready" || banner) return;
    if (!element("failure")) return setTimeout(fail, 50, sentence); // the page is still loading
    root.dataset.python = "failed";
    element("failure").hidden = false;
    if (element("failure-what").textContent === sentence && heard) return;
    element("failure-what").textContent = sentence;
    fetchFigures();
    console.error("Downhill: " + sentence);
  }

  // Figures further down wait until the reader scrolls there, since live pictures will replace them; now none will.
  function fetchFigures() {
    [].forEach.call(document.querySelectorAll("img[loading=lazy]"), function (image) {
      image.loading = "eager";
    });
    // What is still loading may have more of them.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fetchFigures);
  }

  // Leaves a page to read, with a banner that says why.
  function only(name) {
    if (!element(name)) return setTimeout(only, 50, name); // the page is still loading
    root.dataset.python = "failed";
    element(name).hidden = false;
    fetchFigures();
    if (name === "framed") showWayOut(element(name).querySelector("a"));
  }

  // Where even the link can't open, its address can be copied.
  function showWayOut(link) {
    link.href = link.textContent = window.downhillWhole ? window.downhillWhole() : location.href;
  }

  // Reloads the page with all sliders where they are.
  function anew(kept) {
    var state = String(history.state);
    var carried = state.slice((state + CARRIED).indexOf(CARRIED)); // by the page's Python, which hasn't started
    var moved = [].filter
      .call(document.querySelectorAll(".slider input[type=range]"), function (input) {
        return input.value !== input.defaultValue;
      })
      .map(function (input) {
        return input.closest("section").id + "." + input.name + "=" + input.value;
      });
    var link = location.hash.slice(1).split("&");
    var others = link.slice(1).filter(function (part) {
      return part !== "v=1";
    });
    var place = moved.length ? "#" + [link[0], "v=1"].concat(others, moved).join("&") : location.href;
    history.replaceState((kept || "") + carried || null, "", place);
    location.reload();
  }

  // The obstacle is gone: reload by itself, unless that has happened too often.
  function begunAnew() {
    var times = String(history.state).indexOf(ANEW) ? 0 : parseInt(history.state.slice(ANEW.length), 10);
    if (times > 2 || root.dataset.python === "ready") return false;
    anew(ANEW + (times + 1));
    return true;
  }

  function retry() {
    root.dataset.python = "loading";
    element("failure").hidden = true;
    var asked = window.downhillAgain ? window.downhillAgain.mend() : ask(watch().src, { cache: "reload" });
    Promise.race([
      asked,
      new Promise(function (resolve) {
        setTimeout(resolve, 3000);
      })
    ]).then(function () {
      anew();
    });
  }

  // Requests an address; promises its `bytes`, or what else it `is`: "page" (from a network or a filter) or "missing".
  function ask(address, options) {
    return fetch(address, options)
      .then(read)
      .catch(function () {
        return fetch(address, { cache: "no-store", redirect: "manual" }).then(
          function (response) {
            return { is: response.type === "opaqueredirect" ? "page" : "missing" }; // redirected to another site
          },
          function () {
            return { is: "missing" };
          }
        );
      });
  }

  function read(response) {
    return response.arrayBuffer().then(function (buffer) {
      var bytes = new Uint8Array(buffer);
      var missing = response.status === 404 || response.status === 410;
      var looks = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
      if (looks && missing)
        return isReplaced().then(function (replaced) {
          return { is: replaced ? "page" : "missing" };
        });
      if (looks) return { is: "page" };
      return response.ok ? { bytes: bytes } : { is: "missing" };
    });
  }

  // Hosts have a page for missing files too; a network in between would also replace this page.
  function isReplaced() {
    if (!replaced)
      replaced = fetch(location.href, { cache: "no-store" })
        .then(function (response) {
          return response.text();
        })
        .then(
          function (text) {
            return text.indexOf("data-watch") < 0;
          },
          function () {
            return false;
          }
        );
    return replaced;
  }

  // The watch is missing or isn't what was built: find out what came instead.
  function lookForWatch() {
    if (heard) return;
    var script = watch();
    fetch(script.src, { cache: "reload", integrity: script.integrity }).then(begunAnew, function () {
      ask(script.src, { cache: "no-store" }).then(function (found) {
        clearTimeout(silence);
        if (found.is === "page") return inVain("fail.page");
        // Python may start without it.
        silence = setTimeout(inVain, patience * 1000, found.bytes ? "fail.spoilt" : "fail.missing");
      });
    });
  }

  function inVain(key) {
    if (!heard) fail(say(key, { file: nameOf(watch().src) }));
  }

  // Errors before the watch has loaded wait for it.
  ["error", "unhandledrejection", "downhill:failed"].forEach(function (kind) {
    window.addEventListener(
      kind,
      function (event) {
        if (!heard) early.push(event);
        if (kind === "error" && event.target === watch()) lookForWatch();
      },
      true
    );
  });
  document.addEventListener("click", function (event) {
    if (event.target === element("retry")) retry();
  });
  document.addEventListener("downhill:stage", function (event) {
    if (event.detail !== "ready") return;
    clearTimeout(silence);
    element("failure").hidden = true;
  });
  // Our own policy, in the page, blocks nothing that it needs.
  function refuse(directive, policy) {
    var ours = document.querySelector("meta[http-equiv=Content-Security-Policy]");
    if (ours && ours.content === policy) return;
    if (/^(default|script|worker|child|connect)-src/.test(directive)) refused = directive;
  }
  function refuseAll(violations) {
    violations.forEach(function (one) {
      if (one.disposition !== "report") refuse(one.effectiveDirective, one.originalPolicy);
    });
  }
  document.addEventListener("securitypolicyviolation", function (event) {
    refuseAll([event]);
  });
  if (window.ReportingObserver) {
    // also knows what was blocked before this script ran
    new ReportingObserver(
      function (reports) {
        refuseAll(
          reports.map(function (report) {
            return report.body;
          })
        );
      },
      { types: ["csp-violation"], buffered: true }
    ).observe();
  }

  window.downhillGuard = {
    patience: patience,
    single: single,
    element: element,
    say: say,
    fail: fail,
    ask: ask,
    read: read,
    nameOf: nameOf,
    fetchFigures: fetchFigures,
    begunAnew: begunAnew,
    only: only,
    lost: Boolean(banner),
    heard: function () {
      heard = true;
      clearTimeout(silence);
      return early;
    },
    refused: function () {
      return refused;
    },
    refuse: refuse
  };
  if (banner) only(banner);
})();
