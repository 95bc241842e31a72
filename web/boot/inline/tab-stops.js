// Fewer Tab stops while one beat is shown at a time. A row of buttons is one stop with arrow keys inside (a toolbar). A
// slider and its number box are one too: typing a digit on the slider, or pressing Enter, goes to its box.
(() => {
  const root = document.documentElement;
  const ROWS = ".bar .machine, .bar .presets, .actions .buttons, .unfold";

  function seenIn(row) {
    const isSeen = (part) => part.getClientRects().length > 0 && getComputedStyle(part).visibility === "visible";
    return [...row.querySelectorAll("button")].filter(isSeen);
  }

  // Each row keeps its stop while that is visible.
  function place() {
    const one = "beats" in root.dataset;
    for (const row of document.querySelectorAll(ROWS)) {
      const seen = seenIn(row);
      const stop = seen.find((button) => "roved" in row.dataset && button.tabIndex === 0) || seen[0];
      for (const button of row.querySelectorAll("button")) button.tabIndex = !one || button === stop ? 0 : -1;
    }
    for (const box of document.querySelectorAll(".hand .box")) box.tabIndex = one ? -1 : 0;
  }

  function rove(row, button, key) {
    const seen = seenIn(row);
    const ahead = getComputedStyle(row).direction === "rtl" ? -1 : 1;
    const at = seen.indexOf(button);
    const to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: seen.length - 1 }[key];
    seen[(to + seen.length) % seen.length]?.focus();
  }

  // The focused button becomes its row's stop.
  function focused(event) {
    const row = "beats" in root.dataset && event.target.matches("button") && event.target.closest(ROWS);
    if (!row) return;
    row.dataset.roved = "";
    for (const button of row.querySelectorAll("button")) button.tabIndex = button === event.target ? 0 : -1;
  }

  function write(slider) {
    const box = slider.closest(".slider")?.querySelector(".box");
    if (!box || box.disabled || box.readOnly) return false;
    box.focus();
    box.select();
    return true;
  }

  function keyed(event) {
    if (event.key === "Tab") place();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = "beats" in root.dataset && event.target.closest("button") && event.target.closest(ROWS);
    if (row && ["ArrowRight", "ArrowLeft", "Home", "End"].includes(event.key)) {
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
