// Shows the teacher's part right away if `?teacher` asks for it; what needs Python in it is inert until it is there
// (py/page/browser/late.py, which reports a missing one). Inline, after the panel's place.
(() => {
  const asked = new URLSearchParams(location.search).get("teacher");
  const place = document.getElementById("teacher");
  const panel = place.dataset.panel; // a single file has it too, but not at an address
  if (asked === null || asked === "0" || !panel) return;

  function show(text) {
    if (!text.startsWith("<section") || place.hasChildNodes()) return; // a network's page, or Python was faster
    place.innerHTML = text.replace(/ autofocus/g, ""); // of closed dialogs
    for (const part of place.querySelectorAll("details > section")) part.inert = true;
    place.hidden = false;
  }

  fetch(panel)
    .then((response) => (response.ok ? response.text() : ""))
    .then(show, () => {});
})();
