// Where a text or a row of buttons continues beyond its edge, `data-scrolls` says where: up, down, left, right. The
// style fades that edge.
(() => {
  const SCROLLERS =
    ".beats > li > p, .python, .what-if, .challenge, .actions .buttons, .actions .outcome, .entry .chips, .changes, .says, .pictures .cards, .came, .checked, figcaption, .math.block, .maths .rule";
  const SLACK = 4; // CSS pixels: descenders and rounding

  // The directions in which something is hidden.
  function ways(part) {
    const below = part.scrollHeight - part.clientHeight;
    const beside = part.scrollWidth - part.clientWidth;
    const style = below > SLACK || beside > SLACK ? getComputedStyle(part) : null;
    const found = [];
    if (!style) return "";
    if (below > SLACK && /auto|scroll/.test(style.overflowY)) {
      if (part.scrollTop > SLACK) found.push("up");
      if (part.scrollTop < below - SLACK) found.push("down");
    }
    if (beside > SLACK && /auto|scroll/.test(style.overflowX)) {
      if (part.scrollLeft > SLACK) found.push("left");
      if (part.scrollLeft < beside - SLACK) found.push("right");
    }
    return found.join(" ");
  }

  // A text that scrolls is a Tab stop, and stays one while focused; a row of buttons has its own stops.
  function reach(part) {
    if (part.querySelector("button, input, select, a")) return;
    if (part.dataset.scrolls) part.tabIndex = 0;
    else if (part === document.activeElement) part.addEventListener("blur", () => reach(part), { once: true });
    else part.removeAttribute("tabindex");
  }

  function sign(part) {
    const found = ways(part);
    if ((part.dataset.scrolls || "") === found) return;
    if (found) part.dataset.scrolls = found;
    else delete part.dataset.scrolls;
    reach(part);
  }

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const part = target.closest(SCROLLERS);
      if (part) sign(part); // else another text has replaced it
    }
  });
  for (const part of document.querySelectorAll(SCROLLERS)) {
    for (const each of [part, ...part.children]) observer.observe(each);
    // A text box with a fixed height keeps it, whatever it contains.
    const texts = { childList: true, characterData: true, subtree: true };
    if (part.matches(".outcome")) new MutationObserver(() => sign(part)).observe(part, texts);
  }
  document.addEventListener("scroll", ({ target }) => target.matches?.(SCROLLERS) && sign(target), {
    capture: true,
    passive: true,
  });
})();
