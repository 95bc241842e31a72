// Where a text or a row of buttons continues beyond its edge, `data-scrolls` says where: up, down, left, right. The
// style fades that edge. Inline, in old syntax.
(function () {
  "use strict";
  var SCROLLERS =
    ".beats > li > p, .python, .what-if, .challenge, .actions .buttons, .actions .outcome, .entry .chips, .changes, .says, .pictures .cards, .came, .checked, figcaption, .math.block, .maths .rule";
  var SLACK = 4; // CSS pixels: descenders and rounding
  if (!window.ResizeObserver) return;

  // The directions in which something is hidden.
  function ways(part) {
    var below = part.scrollHeight - part.clientHeight;
    var beside = part.scrollWidth - part.clientWidth;
    var style = below > SLACK || beside > SLACK ? getComputedStyle(part) : null;
    var found = [];
    if (!style) return "";
    if (below > SLACK && /auto|scroll/.test(style.overflowY)) {
      if (part.scrollTop > SLACK) found.push("up");
      if (part.scrollTop < below - SLACK) found.push("down");
    }
    if (beside > SLACK && /auto|scroll/.test(style.overflowX)) {
      if (part.scrollLeft > SLACK) found.push("left");
      if (part.scrollLeft < beside - SLACK) found.push("right");
    }
    return found.join(" ");
  }

  // A text that scrolls is a Tab stop, and stays one while focused; a row of buttons has its own stops.
  function reach(part) {
    if (part.querySelector("button, input, select, a")) return;
    if (part.dataset.scrolls) part.tabIndex = 0;
    else if (part === document.activeElement) part.addEventListener("blur", left, { once: true });
    else part.removeAttribute("tabindex");
  }

  function left(event) {
    reach(event.target);
  }

  function sign(part) {
    var found = ways(part);
    if ((part.dataset.scrolls || "") === found) return;
    if (found) part.dataset.scrolls = found;
    else delete part.dataset.scrolls;
    reach(part);
  }

  // A text box with a fixed height keeps it, whatever it contains.
  function watchText(part) {
    new MutationObserver(function () {
      sign(part);
    }).observe(part, { childList: true, characterData: true, subtree: true });
  }

  var observer = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      var part = entry.target.closest(SCROLLERS);
      if (part) sign(part); // else another text has replaced it
    });
  });
  [].forEach.call(document.querySelectorAll(SCROLLERS), function (part) {
    observer.observe(part);
    if (part.matches(".outcome")) watchText(part);
    [].forEach.call(part.children, function (child) {
      observer.observe(child);
    });
  });
  document.addEventListener(
    "scroll",
    function (event) {
      if (event.target.matches && event.target.matches(SCROLLERS)) sign(event.target);
    },
    { capture: true, passive: true }
  );
})();
