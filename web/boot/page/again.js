// After a failed start, requests everything again that a start needs: reports what is in the way, and repairs what it
// can. The answer of a filter or a sign-in page may stay in the browser's cache for days. In old syntax; the build puts
// it into watch.js.
(function () {
  "use strict";
  var AT_ONCE = 6;
  var LONG = 5000; // ms before reporting what is known so far
  var guard = window.downhillGuard;
  var root = document.documentElement;
  var home = document.querySelector("script[data-watch]").src.replace(/boot\/page\/[^/]*$/, "");

  // All files of a start: address, bytes, and sha256, as listed in start.json; if that can't be loaded, the addresses
  // requested so far.
  function needed() {
    return guard
      .ask(home + "start.json", { cache: "no-store" })
      .then(function (found) {
        return JSON.parse(new TextDecoder().decode(found.bytes)).map(function (row) {
          return { url: new URL(row[0], home).href, bytes: row[1], sha256: row[2] };
        });
      })
      .catch(function () {
        return performance.getEntriesByType("resource").map(function (entry) {
          return { url: entry.name.split("?")[0] };
        });
      })
      .then(function (files) {
        return files.filter(isOurs);
      });
  }

  // Neither what is only looked at nor another language's words.
  function isOurs(file) {
    var words = root.getAttribute("data-words");
    if (/\/words\.json$/.test(file.url)) return words && file.url === new URL(words, location.href).href;
    return /\.(js|py|wasm|bin|json)$/.test(file.url) && file.url.indexOf(location.origin) === 0;
  }

  function isBuilt(file, bytes) {
    if (file.bytes === undefined) return Promise.resolve(true);
    if (bytes.length !== file.bytes) return Promise.resolve(false);
    if (!window.crypto || !crypto.subtle) return Promise.resolve(true); // without https
    return crypto.subtle.digest("SHA-256", bytes).then(function (sum) {
      return btoa(String.fromCharCode.apply(null, new Uint8Array(sum))) === file.sha256;
    });
  }

  // Whether a file's answer is "good", "page", "missing", or "spoilt".
  function stateOf(file, asked) {
    return asked.then(function (found) {
      return (
        found.is ||
        isBuilt(file, found.bytes).then(function (built) {
          return built ? "good" : "spoilt";
        })
      );
    });
  }

  // The browser's cached copy of a file: one of these states, or nothing.
  function kept(file) {
    var asked = fetch(file.url, { cache: "only-if-cached", mode: "same-origin" }).then(guard.read);
    return stateOf(file, asked).catch(function () {
      return "";
    });
  }

  // Checks a file, and requests it again if its cached copy isn't the built one. Of files that aren't cached, requests
  // only scripts, which nothing else could report, and the suspect.
  function look(file, suspected, onlyKept) {
    return kept(file)
      .then(function (before) {
        if (before === "good" || (!before && (onlyKept || !(suspected || /\.(js|py)$/.test(file.url))))) return {};
        return stateOf(file, guard.ask(file.url, { cache: "reload" })).then(function (now) {
          return {
            file: guard.nameOf(file.url),
            cause: now === "good" ? "" : now,
            mended: Boolean(before) && now === "good"
          };
        });
      })
      .catch(function () {
        return {};
      });
  }

  function inTurn(files, work) {
    var waiting = files.slice();
    function next() {
      var file = waiting.shift();
      return file && work(file).then(next);
    }
    return Promise.all(files.slice(0, AT_ONCE).map(next));
  }

  // Checks all files of a start, the suspect first; only cached ones if others may still be arriving. Promises the
  // first `file` that is missing, with the `cause`, or whether everything wrong is `mended`.
  function find(suspect, onlyKept) {
    if (guard.single) return Promise.resolve({}); // nothing to request
    var seen = [];
    function known() {
      var bad = seen.filter(function (one) {
        return one.cause;
      });
      var page = bad.filter(function (one) {
        return one.cause === "page";
      })[0];
      var told =
        bad.filter(function (one) {
          return one.file === suspect;
        })[0] ||
        page ||
        bad[0] ||
        {};
      return {
        file: told.file,
        cause: told.cause,
        mended:
          !bad.length &&
          seen.some(function (one) {
            return one.mended;
          })
      };
    }
    var all = needed().then(function (files) {
      files.sort(function (a, b) {
        return (guard.nameOf(b.url) === suspect) - (guard.nameOf(a.url) === suspect);
      });
      return inTurn(files, function (file) {
        return look(file, guard.nameOf(file.url) === suspect, onlyKept).then(function (found) {
          seen.push(found);
        });
      });
    });
    return Promise.race([
      all,
      new Promise(function (resolve) {
        setTimeout(resolve, LONG);
      })
    ]).then(known, known);
  }

  // Requests a style sheet or figure again, once.
  function fetchAnew(element) {
    var address = element.href || element.currentSrc || element.src;
    if (element.downhillAsked || !address) return;
    element.downhillAsked = true;
    fetch(address, { cache: "reload" }).then(
      function (response) {
        if (!response.ok || /html/.test(response.headers.get("content-type") || "")) return;
        if (element.href) replace(element);
        else element.setAttribute("src", element.src);
      },
      function () {}
    );
  }

  function replace(element) {
    var other = element.cloneNode();
    other.downhillAsked = true;
    element.parentNode.replaceChild(other, element);
  }

  window.downhillAgain = {
    find: find,
    fetchAnew: fetchAnew,
    mend: function () {
      return find("");
    }
  };
})();
