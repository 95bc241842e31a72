// An address may name a lesson and, behind "&", a state: a browser looks for a place of that whole name and finds none.
// This leads to the lesson, as a plain fragment would, or where there is none to that of the challenge which the address
// begins with. Stands inside the page. Of old syntax.
(function () {
  "use strict";

  // What the page itself has written into an entry of the history has a state of its own there.
  function isAsked() {
    return history.state === null;
  }

  function lead() {
    var parts = location.hash.slice(1).split("&");
    var plain = location.hash && parts.length < 2; // the browser finds it
    var section = !plain && document.getElementById(parts[0] || window.downhillLimits.challenged);
    if (!section || !section.matches("section.lesson")) return;
    section.scrollIntoView();
    section.querySelector("h2").focus({ preventScroll: true });
  }

  // A page that is loaded again, or come back to, stands where it was left: the browser sees to that.
  function isNew() {
    var entry = performance.getEntriesByType("navigation")[0];
    return isAsked() && (!entry || entry.type === "navigate");
  }

  if ("embed" in document.documentElement.dataset) return;
  if (isNew()) lead();
  addEventListener("hashchange", function () {
    if (isAsked()) lead();
  });
})();
