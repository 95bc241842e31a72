// Arrow and page keys move between beats and lessons, as on a clicker.
(() => {
  const root = document.documentElement;

  // A film skips beats without shots, and so do the keys.
  function isOffPath(item) {
    return "beat" in item.dataset && !item.dataset.shots;
  }

  // The item before or after another one, of those that the address leaves on the page.
  function beside(item, by) {
    let other = item;
    do other = by > 0 ? other.nextElementSibling : other.previousElementSibling;
    while (other && (other.hidden || isOffPath(other)));
    return other;
  }

  // The beat or lesson whose heading or link has the focus; in a text that scrolls, arrow keys scroll.
  function focused(event) {
    return event.target.closest("[data-scrolls]") ? null : event.target.closest(".beats > li, .lessons li");
  }

  // The beat that a clicker leaves: when presenting, wherever the focus is, except in what takes keys itself.
  function presented(event) {
    if (!("present" in root.dataset) || event.target.closest("input, select, textarea, [role=application]"))
      return null;
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const section = middle?.closest("section.lesson");
    return section?.querySelector(".beats > [aria-current]");
  }

  function keyed(event) {
    const by = { ArrowDown: 1, ArrowRight: 1, PageDown: 1, ArrowUp: -1, ArrowLeft: -1, PageUp: -1 }[event.key];
    const item = by && (focused(event) || presented(event));
    if (!item || !("beats" in root.dataset) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // When presenting, a clicker presses a film's filled button.
    if (by > 0 && "present" in root.dataset && item.dataset.shots)
      return item.closest("section").querySelector("[data-primary]").click();
    const next = beside(item, by);
    if (next && item.parentElement.matches(".beats")) next.querySelector(".beat").click();
    else if (next) next.querySelector("a").focus();
  }

  document.querySelectorAll(".lessons a").forEach((link, index) => {
    if ("beats" in root.dataset && index) link.tabIndex = -1;
  });
  document.addEventListener("keydown", keyed);
})();
