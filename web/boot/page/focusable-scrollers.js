// What is wider or higher than its place scrolls; as long as it does, it can be reached by keyboard, too.
function look(place) {
  const scrolls = place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight + 1;
  if (scrolls) place.tabIndex = 0;
  else place.removeAttribute("tabindex");
}

const sizes = new ResizeObserver((seen) => {
  for (const { target } of seen) look(target.closest(".says") || target);
});

// The box of a text with a height of its own stays as it is, whatever comes into it.
const texts = new MutationObserver((seen) => {
  for (const place of new Set(seen.map(({ target }) => target.parentElement.closest(".outcome") || target)))
    look(place);
});

export function reachWhatScrolls() {
  for (const part of document.querySelectorAll(
    ".math.block, .maths .rule, .says p, .beats > li > p, .actions .outcome",
  ))
    sizes.observe(part);
  for (const part of document.querySelectorAll(".actions .outcome"))
    texts.observe(part, { childList: true, characterData: true, subtree: true });
}
