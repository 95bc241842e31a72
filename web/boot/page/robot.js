// Plays the page by itself, for `?fuzz=SEED` or `?fuzz=SEED&steps=60`: presses, drags, writes, points, and scrolls, and
// stops at the first fault (robot-checks.js). It sends events; tests/fuzz plays with real input. `html` shows its
// state: `data-fuzz="playing|over|stopped"`, `data-fuzz-step`, and `data-fuzz-found` with the fault and its step.
import { rested, startWatching } from "./robot-checks.js";
import { choosing, KEYS, TEXTS } from "./robot-choice.js";

const asked = new URLSearchParams(location.search);
const seed = Number.parseInt(asked.get("fuzz"), 10) || 0;
const { lot, one, next } = choosing(seed);
const tell = (element, ...kinds) => {
  for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: true }));
};

const ACTIONS = {
  press(element) {
    element.focus();
    if (element.matches("select")) {
      element.selectedIndex = Math.floor(lot() * element.options.length);
      tell(element, "input", "change");
    } else element.click();
  },
  slide(range) {
    const [low, high] = [Number(range.min), Number(range.max)];
    range.focus();
    range.value = one([low, high, low + lot() * (high - low), low + lot() * (high - low)]);
    tell(range, "input", "change");
  },
  write(field) {
    field.focus();
    field.value = one(TEXTS);
    tell(field, "input", "change");
  },
  key(element) {
    element.focus();
    const given = { key: one(KEYS), bubbles: true, cancelable: true };
    for (const kind of ["keydown", "keyup"]) element.dispatchEvent(new KeyboardEvent(kind, given));
  },
  point(canvas) {
    const box = canvas.getBoundingClientRect();
    const [clientX, clientY] = [box.left + lot() * box.width, box.top + lot() * box.height];
    const given = {
      clientX,
      clientY,
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: one(["mouse", "touch"]),
    };
    for (const kind of ["pointermove", "pointerdown", "pointerup"]) {
      canvas.dispatchEvent(new PointerEvent(kind, { ...given, buttons: kind === "pointerdown" ? 1 : 0 }));
    }
    canvas.dispatchEvent(new MouseEvent("click", given));
  },
  leave: (dialog) => dialog.close(),
  scroll: (section) => section.scrollIntoView({ block: one(["start", "center", "end"]) }),
};

// Plays until something is found or `steps` are done. Promises what was found, or "".
async function play(steps) {
  const root = document.documentElement;
  const watch = startWatching();
  root.dataset.fuzz = "playing";
  let found = "";
  for (let step = 1; step <= steps && !found; step++) {
    root.dataset.fuzzStep = step;
    const todo = next();
    if (!todo) continue;
    let focused = null;
    todo.element.addEventListener("focus", () => (focused = todo.element), { once: true });
    if (document.activeElement === todo.element) focused = todo.element;
    ACTIONS[todo.what](todo.element);
    found = (await rested()) || watch(focused);
    if (found) root.dataset.fuzzFound = `seed ${seed}, step ${step}, ${todo.words}: ${found}`;
  }
  root.dataset.fuzz = found ? "stopped" : "over";
  if (found) console.info(`Downhill robot: ${root.dataset.fuzzFound}`);
  return found;
}

play(Number.parseInt(asked.get("steps"), 10) || Number.POSITIVE_INFINITY);
