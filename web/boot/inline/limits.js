// Parts of the lessons that `?hide=` names are not there from the first moment on, for nobody. Of old syntax. The
// teacher's panel shows everything. Which parts are locked, py/page/controls/limits.py looks after.
(function () {
  "use strict";
  var query = new URLSearchParams(location.search);
  var parts = JSON.parse(document.getElementById("parts").textContent);
  var teaching = query.has("teacher") && query.get("teacher") !== "0";

  // Where a part is, as a selector; a slider, a switch or a text of one lesson is named as the lesson names it.
  function place(lesson, name) {
    var known = Object.prototype.hasOwnProperty.call(parts, name);
    if (!known && !lesson) return "";
    var own =
      '.slider:has([name="' +
      name +
      '"]), .choice:has([data-choice="' +
      name +
      '"]), [data-entry="' +
      name +
      '"], details.own[data-choice-of="' +
      name +
      '"]';
    return (lesson ? '[id="' + lesson + '"]' : "") + ".lesson :is(" + (known ? parts[name] : own) + ")";
  }

  // Where the parts are that `lock` or `hide` names.
  function named(kind) {
    if (teaching) return [];
    return (query.get(kind) || "")
      .slice(0, 2000)
      .split(",")
      .map(function (name) {
        var found = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(name.trim());
        return found ? place(found[1], found[2]) : "";
      })
      .filter(Boolean);
  }

  // For scripts that stand further down: the lesson of the challenge which the address begins with, and whether a control
  // is in a part that is locked or hidden.
  window.downhillLimits = {
    challenged: teaching ? "" : (query.get("challenge") || "").split("/")[0],
    fixes: function (control) {
      return named("lock")
        .concat(named("hide"))
        .some(function (selector) {
          return control.closest(selector);
        });
    }
  };

  var rules = named("hide").map(function (selector) {
    return selector + " { display: none !important; }";
  });
  if (rules.length) document.head.appendChild(document.createElement("style")).textContent = rules.join("\n");
})();
