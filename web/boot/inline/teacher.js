// Shows the teacher's part right away if `?teacher` asks for it; what needs Python in it is inert until it is there
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
    [].forEach.call(place.querySelectorAll("details > section"), function (part) {
      part.inert = true;
    });
    place.hidden = false;
  }

  fetch(panel)
    .then(function (response) {
      return response.ok ? response.text() : "";
    })
    .then(show, function () {});
})();
