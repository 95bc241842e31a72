// What is to be seen once the stage is set, all is painted, and nothing moves; fails where that does not come.
async (patience) => {
  const within = (one, room) =>
    one.left > room.left - 1 && one.right < room.right + 1 && one.top > room.top - 1 && one.bottom < room.bottom + 1;
  const meets = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const clipped = (part) => part && (getComputedStyle(part).clipPath !== "none" || clipped(part.parentElement));
  const shown = (part, box = part.getBoundingClientRect()) =>
    part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && meets(box, view) && !clipped(part);
  const filled = () =>
    [...document.querySelectorAll("[data-primary]")].find(
      (one) => shown(one) && within(one.getBoundingClientRect(), view),
    );
  const still = (section) =>
    section &&
    !document.body.dataset.busy &&
    !section.matches(".lesson[data-film]:not([data-staged])") &&
    section.getAnimations({ subtree: true }).every((one) => one.playState !== "running");
  const rests = async (section) => {
    if (still(section) && section.matches(".lesson")) await downhillIdle(section.id);
    return still(section);
  };
  for (const began = performance.now(); !(await rests(filled()?.closest("section"))); ) {
    if (performance.now() - began > patience)
      throw new Error(`${location.hash} is still busy: ${document.body.dataset.busy}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const button = filled();
  const section = button.closest("section");
  const stage = section.querySelector(".workbench");
  const edges = (part) =>
    getComputedStyle(part).overflow === "visible" && part !== stage && part !== section
      ? edges(part.parentElement)
      : part;
  const texts = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const part = text.parentElement;
    const range = document.createRange();
    range.selectNodeContents(text);
    if (
      !text.data.trim() ||
      part.closest("script, canvas, .beat, .stack") ||
      !shown(part, range.getBoundingClientRect())
    )
      continue;
    const size = parseFloat(getComputedStyle(part).fontSize);
    const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const air = Math.max(0, bottom - top - 0.9 * size) / 2;
      return { left, right, top: top + air, bottom: bottom - air };
    });
    const room = stage.contains(part) ? edges(part).getBoundingClientRect() : view;
    texts.push({ part, size, lines, out: !lines.every((line) => within(line, room)), text: text.data.trim() });
  }
  const over = (one, other) => one.lines.some((line) => other.lines.some((two) => meets(line, two)));
  const middle = (part, { left, right, top, bottom } = part.getBoundingClientRect()) =>
    document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const controls = [...section.querySelectorAll("button:enabled:not(.beat), input:enabled, a:not(.term)")].filter(
    (one) => shown(one),
  );
  const [box, told] = [button, section.querySelector("p[data-told]")].map((part) => part.getBoundingClientRect());
  const ground = stage.getBoundingClientRect();
  const apart = told.right <= ground.left ? told.bottom <= box.top : told.bottom <= ground.top;
  const written = texts.filter(({ part }) => part.closest(".writes b, .hero-line, .film-hero, .said-hero"));
  const words = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" });
  return {
    lesson: section.id,
    label: button.textContent,
    goes_on: button.textContent === JSON.parse(document.getElementById("words").textContent)["film.on"],
    box: [box.x, box.y, box.width, box.height],
    words: texts
      .filter(({ part }) => !part.closest(".film-five, .film-heart ul, .said-heap"))
      .flatMap(({ text }) => [...words.segment(text)])
      .filter((one) => one.isWordLike).length,
    controls: controls.length,
    smallest: Math.min(...texts.map(({ size }) => size)),
    hero: Math.min(...written.map(({ size }) => size), 99),
    out: texts.filter(({ out }) => out).map(({ text }) => text),
    over: texts.flatMap((one, at) =>
      texts
        .slice(at + 1)
        .filter((two) => over(one, two))
        .map((two) => [one.text, two.text]),
    ),
    covered: controls.filter((one) => !one.contains(middle(one))).map((one) => one.textContent.trim() || one.name),
    fits:
      [ground, box, told].every((one) => within(one, view)) &&
      apart &&
      document.documentElement.scrollWidth <= innerWidth,
    seen: (document.body.dataset.seen || "").split(" "),
    payoff: [...section.querySelectorAll("[data-payoff]")].map((part) => part.textContent).join(" "),
    experiment: section.dataset.experiment ?? null,
  };
};
