// What is wider or higher than its place scrolls; as long as it does, it can be reached by keyboard, too.
const watcher = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    const place = target.closest(".says") || target;
    const scrolls = place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight + 1;
    if (scrolls) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  }
});

export function reachWhatScrolls() {
  for (const part of document.querySelectorAll(".math.block, .maths .rule, .says p, .beats > li > p"))
    watcher.observe(part);
}
