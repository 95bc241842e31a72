// The teacher's panel is to be seen from the beginning where `?teacher` asks for it, inert until Python makes it work
// (py/page/browser/late.py, which tells where it can't be had). Stands inside the page, behind the panel's place. Of old
// syntax.
(function () {
  "use strict";
  var asked = new URLSearchParams(location.search).get("teacher");
  var place = document.getElementById("teacher");
  var panel = place.dataset.panel; // a page that is one file has it, too, but not at an address
  if (asked === null || asked === "0" || !panel || !window.fetch) return;

  function show(text) {
    if (text.indexOf("<section") !== 0 || place.hasChildNodes()) return; // a network's own page, or Python was first
    place.innerHTML = text.replace(/ autofocus/g, ""); // of dialogs, which are closed
    place.inert = true;
    place.hidden = false;
  }

  fetch(panel)
    .then(function (response) {
      return response.ok ? response.text() : "";
    })
    .then(show, function () {});
})();
