// Shows one beat of each lesson at a time (`html[data-beats]`), or everything if `?all` says so, if the reader chose
// that on this device, or without scripts. `html[data-fresh]` means that the story starts at its beginning. `?present`
// enlarges the story for a class (`html[data-present]`). Inline, so that nothing else flashes first.
// stage.js does the rest.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const KEY = "downhill.all";

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

  // Whether the story starts at its beginning: the address names no other state.
  function isFresh() {
    return "beats" in root.dataset && !location.hash.includes("&") && !query.has("challenge") && !query.has("teacher");
  }

  if (!asked()) root.dataset.beats = "";
  if (isFresh()) root.dataset.fresh = "";
  // The first screen, unless the address names something else.
  function begins() {
    const named = ["beat", "beats", "shot", "lock", "hide", "class"].some((name) => query.has(name));
    return "fresh" in root.dataset && !root.dataset.embed && !location.hash.replace("#start", "") && !named;
  }

  if (begins()) root.dataset.start = "";
  // A class's questions come before anything else shows (../page/questions.js), unless they take too long.
  if (query.has("test")) {
    root.style.visibility = "hidden";
    setTimeout(() => {
      root.style.visibility = "";
    }, 5000);
  }
  // For a class, scale stage and story by one factor: what fills a window of 1300 by 650 pixels fills this one.
  function enlarge() {
    root.style.setProperty("--k", Math.max(1, Math.min(innerWidth / 1300, innerHeight / 650)));
  }

  if (query.has("present") && query.get("present") !== "0") {
    root.dataset.present = "";
    enlarge();
    addEventListener("resize", enlarge);
  }

  // Shows everything, or one beat at a time; kept on this device if storage is allowed.
  window.downhillBeats = (one) => {
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
