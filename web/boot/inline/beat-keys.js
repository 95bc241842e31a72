// Arrow and page keys go from beat to beat, and from lesson to lesson, as a clicker does. Stands inside the page. Of old
// syntax.
(function () {
  "use strict";
  var root = document.documentElement;

  // A film leads past a beat without shots, and so do the keys.
  function isOffPath(item) {
    return "beat" in item.dataset && !item.dataset.shots;
  }

  // The item after another, or before it, of those that the address leaves on the page.
  function beside(item, by) {
    var other = item;
    do other = by > 0 ? other.nextElementSibling : other.previousElementSibling;
    while (other && (other.hidden || isOffPath(other)));
    return other;
  }

  // The beat or lesson whose heading or link has the focus; in a text that scrolls, arrow keys scroll.
  function focused(event) {
    var text = event.target.closest("[data-scrolls]");
    return text ? null : event.target.closest(".beats > li, .lessons li");
  }

  // The beat that a clicker leaves: where the page is presented, wherever the focus is, but for what is written in or moved.
  function presented(event) {
    if (!("present" in root.dataset) || event.target.closest("input, select, textarea, [role=application]"))
      return null;
    var middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    var section = middle && middle.closest("section.lesson");
    return section && section.querySelector(".beats > [aria-current]");
  }

  function keyed(event) {
    var by = { ArrowDown: 1, ArrowRight: 1, PageDown: 1, ArrowUp: -1, ArrowLeft: -1, PageUp: -1 }[event.key];
    var item = by && (focused(event) || presented(event));
    if (!item || !("beats" in root.dataset) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Where the page is presented a clicker's key is the filled button of a film.
    if (by > 0 && "present" in root.dataset && item.dataset.shots)
      return item.closest("section").querySelector("[data-primary]").click();
    var next = beside(item, by);
    if (next && item.parentElement.matches(".beats")) next.querySelector(".beat").click();
    else if (next) next.querySelector("a").focus();
  }

  [].forEach.call(document.querySelectorAll(".lessons a"), function (link, index) {
    if ("beats" in root.dataset && index) link.tabIndex = -1;
  });
  document.addEventListener("keydown", keyed);
})();
