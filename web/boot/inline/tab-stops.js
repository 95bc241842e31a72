// Fewer Tab stops while one beat is shown at a time. A row of buttons is one stop with arrow keys inside (a toolbar). A
// slider and its number box are one too: typing a digit on the slider, or pressing Enter, goes to its box. Inline, in
// old syntax.
(function () {
  "use strict";
  var root = document.documentElement;
  var ROWS = ".bar .machine, .bar .presets, .actions .buttons, .unfold";

  function find(where, selector) {
    return [].slice.call(where.querySelectorAll(selector));
  }

  function isSeen(part) {
    return part.getClientRects().length > 0 && getComputedStyle(part).visibility === "visible";
  }

  // Each row keeps its stop while that is visible.
  function place() {
    var one = "beats" in root.dataset;
    find(document, ROWS).forEach(function (row) {
      var buttons = find(row, "button");
      var seen = buttons.filter(isSeen);
      var kept = seen.filter(function (button) {
        return "roved" in row.dataset && button.tabIndex === 0;
      });
      var stop = kept[0] || seen[0];
      buttons.forEach(function (button) {
        button.tabIndex = !one || button === stop ? 0 : -1;
      });
    });
    find(document, ".hand .box").forEach(function (box) {
      box.tabIndex = one ? -1 : 0;
    });
  }

  function rove(row, button, key) {
    var seen = find(row, "button").filter(isSeen);
    var ahead = getComputedStyle(row).direction === "rtl" ? -1 : 1;
    var at = seen.indexOf(button);
    var to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: seen.length - 1 }[key];
    var next = seen[(to + seen.length) % seen.length];
    if (next) next.focus();
  }

  // The focused button becomes its row's stop.
  function focused(event) {
    var row = "beats" in root.dataset && event.target.matches("button") && event.target.closest(ROWS);
    if (!row) return;
    row.dataset.roved = "";
    find(row, "button").forEach(function (button) {
      button.tabIndex = button === event.target ? 0 : -1;
    });
  }

  function write(slider) {
    var box = slider.closest(".slider") && slider.closest(".slider").querySelector(".box");
    if (!box || box.disabled || box.readOnly) return false;
    box.focus();
    box.select();
    return true;
  }

  function keyed(event) {
    if (event.key === "Tab") place();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var row = "beats" in root.dataset && event.target.closest("button") && event.target.closest(ROWS);
    if (row && ["ArrowRight", "ArrowLeft", "Home", "End"].indexOf(event.key) >= 0) {
      event.preventDefault();
      rove(row, event.target.closest("button"), event.key);
    } else if (event.target.matches(".hand input[type=range]")) {
      if (event.key === "Enter" && write(event.target)) event.preventDefault();
      else if (/^[-\d.,\u2212]$/.test(event.key)) write(event.target); // the character then goes into the box
    }
  }

  document.addEventListener("keydown", keyed, true);
  document.addEventListener("focusin", focused);
})();
