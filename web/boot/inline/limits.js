// Removes the parts that `?hide=` names right away. In old syntax. The teacher's panel shows everything. For locked
// parts, see py/page/controls/limits.py.
(function () {
  "use strict";
  var query = new URLSearchParams(location.search);
  var parts = JSON.parse(document.getElementById("parts").textContent);
  var teaching = query.has("teacher") && query.get("teacher") !== "0";

  // The selector of a part; a lesson's sliders, switches, and texts are named as the lesson names them.
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

  // The parts that `lock` or `hide` names.
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

  // For later scripts: the lesson of the challenge in the address, and whether a control is in a locked or hidden part.
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
