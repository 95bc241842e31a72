// One beat of each lesson at a time (`html[data-beats]`), or all at once: where `?all` says so, where it was chosen
// on this device, and where no script runs. `html[data-fresh]` stands where the story begins anew. `?present` makes the story large, for a class (`html[data-present]`).
// Stands inside the page, so that nothing else is shown first. Of old syntax. What beats do stands in stage.js.
(function () {
  "use strict";
  var root = document.documentElement;
  var query = new URLSearchParams(location.search);
  var KEY = "downhill.all";

  function kept() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch (_error) {
      return false;
    }
  }

  function asked() {
    return query.has("all") ? query.get("all") !== "0" : kept() && !root.dataset.embed;
  }

  // Whether the story begins at its beginning: the address tells of no other state.
  function isFresh() {
    return (
      "beats" in root.dataset && location.hash.indexOf("&") < 0 && !query.has("challenge") && !query.has("teacher")
    );
  }

  if (!asked()) root.dataset.beats = "";
  if (isFresh()) root.dataset.fresh = "";
  // The first screen of all, unless an address names something else.
  function begins() {
    var named = ["beat", "beats", "shot", "lock", "hide"].some(function (name) {
      return query.has(name);
    });
    return "fresh" in root.dataset && !root.dataset.embed && !location.hash.replace("#start", "") && !named;
  }

  if (begins()) root.dataset.start = "";
  // For a class all of a stage and its story is larger by one factor: what a window of 1300 to 650 pixels shows fills this one.
  function enlarge() {
    root.style.setProperty("--k", Math.max(1, Math.min(innerWidth / 1300, innerHeight / 650)));
  }

  if (query.has("present") && query.get("present") !== "0") {
    root.dataset.present = "";
    enlarge();
    addEventListener("resize", enlarge);
  }

  // All at once from now on, or one beat at a time; kept on this device where that is allowed.
  window.downhillBeats = function (one) {
    if (one) root.dataset.beats = "";
    else delete root.dataset.beats;
    try {
      if (one) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "1");
    } catch (_error) {
      console.debug("Downhill: the choice between beats and all at once is not kept on this device");
    }
  };
})();
