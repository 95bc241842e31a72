// A formula that is wider than its place scrolls; as long as it does, it can be reached by keyboard, too.
const watcher = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

export function reachWhatScrolls() {
  for (const formula of document.querySelectorAll(".math.block, .maths .rule")) watcher.observe(formula);
}
