// What the hands need of a page: `robot.chosen()`, what is next and where on the screen; `robot.found()`, what must not be.
async ([folder, seed]) => {
  const { choosing, KEYS, seen, TEXTS } = await import(new URL(`${folder}robot-choice.js`, location.href));
  const { rested, startWatching } = await import(new URL(`${folder}robot-checks.js`, location.href));
  const { lot, one, next } = choosing(seed);
  const watch = startWatching();
  let held = null;
  // Beside everything that takes it, a press gives the focus up; a tap does so at its mousedown, which comes later.
  for (const kind of ["pointerdown", "mousedown"]) addEventListener(kind, () => (held = null), true);
  addEventListener("focusin", ({ target }) => (held = target));
  navigation.addEventListener("navigate", ({ navigationType }) => {
    if (navigationType === "traverse") held = null; // back and forward lead elsewhere, as a link does
  });

  // Where a pointer meets the element, in CSS pixels of the window; null where something else lies above it.
  function place(element) {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const across = element.matches("canvas, [type=range]") ? lot() : 0.5;
    const at = { x: box.left + (0.05 + 0.9 * across) * box.width, y: box.top + box.height / 2 };
    const top = document.elementFromPoint(at.x, at.y);
    const meets = top && (element.contains(top) || top.closest("label")?.control === element);
    return meets ? { ...at, to: box.left + (0.05 + 0.9 * lot()) * box.width } : null;
  }

  window.robot = {
    chosen() {
      held = null;
      const todo = next();
      if (!todo) return null;
      const { what, element, words } = todo;
      if (what === "leave") return { what, words };
      const select = element.localName === "select";
      if (what === "key" || select) {
        element.focus();
        if (document.activeElement === element) held = element;
      }
      const at = place(element);
      if (!at && what !== "key" && !select) return null;
      const texts = { key: one(KEYS), text: one(TEXTS), times: 1 + Math.floor(lot() * 3) };
      return { what: select ? "select" : what, words, at, ...texts };
    },
    async found() {
      const what = (await rested()) || watch(held);
      if (document.activeElement === document.body) held = null; // whatever comes next, it is not lost then
      return what;
    },
    // Focuses a slider that can be seen, and returns the key to try; null where none could move, or the film moves them.
    slider() {
      if (document.body.dataset.busy) return null;
      const inView = seen("[type=range]:not([disabled], [aria-disabled=true])").filter((range) => {
        const { top, bottom } = range.getBoundingClientRect();
        return Number(range.max) > Number(range.min) && top > 60 && bottom < innerHeight;
      });
      const range = one(inView);
      if (!range) return null;
      range.focus();
      window.robot.watched = range;
      return Number(range.value) + Number(range.step) > Number(range.max) ? "ArrowLeft" : "ArrowRight"; // to a step that there is
    },
    stands: () => `${window.robot.watched.id} at ${window.robot.watched.value}`,
  };
};
