// Shows the teacher's panel right away if `?teacher` asks for it, inert until Python makes it work
// (py/page/browser/late.py, which reports a missing one). Inline, after the panel's place; in old syntax.
(function () {
  "use strict";
  var asked = new URLSearchParams(location.search).get("teacher");
  var place = document.getElementById("teacher");
  var panel = place.dataset.panel; // a single file has it too, but not at an address
  if (asked === null || asked === "0" || !panel || !window.fetch) return;

  function show(text) {
    if (text.indexOf("<section") !== 0 || place.hasChildNodes()) return; // a network's page, or Python was faster
    place.innerHTML = text.replace(/ autofocus/g, ""); // of closed dialogs
    place.inert = true;
    place.hidden = false;
  }

  fetch(panel)
    .then(function (response) {
      return response.ok ? response.text() : "";
    })
    .then(show, function () {});
})();
