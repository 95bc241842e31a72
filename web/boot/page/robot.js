// Plays the page by itself, for `?fuzz=SEED` or `?fuzz=SEED&steps=60`: presses, drags, writes, points and scrolls over all
// that is to be seen, and stops at the first thing that must not be (robot-checks.js). The same seed does the same on the
// same page. `html` tells it: `data-fuzz="playing|over|stopped"`, `data-fuzz-step`, and in `data-fuzz-found` what was found,
// after which step.
import { startWatching } from "./robot-checks.js";

const PATIENCE = 30_000; // ms in which the page has to rest again
const LEFT_ALONE = [
  "[data-next]", // the next pupil's reset loads the page anew
  "[data-print]", // a dialog of the browser's
  "[data-share]",
  "[data-take]", // files for the reader's folder
  ".keep",
  "[data-code-do^=save]",
  "[data-result-do]",
  "[type=file]",
].join();
const PRESSED = "button, summary, select, [type=radio], [type=checkbox], a[href^='#']";
// None says what the checks look for: the page quotes what it can't read.
const TEXTS = ["", "0", "-3", "2.5", "1e999", "-1e-320", "7,5", "x**2 - 1", "sin(", "cat", "日本語", "a".repeat(300)];
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "Escape", "Enter", " ", "7"];

// Numbers from 0 to 1, drawn by a 32-bit congruential generator (Numerical Recipes, 7.1.4) and mixed.
function lots(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2246822519);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

const asked = new URLSearchParams(location.search);
const seed = Number.parseInt(asked.get("fuzz"), 10) || 0;
const lot = lots(seed);
const one = (list) => list[Math.floor(lot() * list.length)];
const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
const seen = (selector) =>
  [...document.querySelectorAll(selector)].filter((element) => isSeen(element) && !element.closest(LEFT_ALONE));
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
  scroll: (section) => section.scrollIntoView({ block: one(["start", "center", "end"]) }),
};
const TARGETS = {
  press: PRESSED,
  slide: "[type=range]:not([disabled])",
  write: "[type=number], [type=text], input:not([type]), textarea",
  key: `${PRESSED}, [type=range], canvas[tabindex]`,
  point: "canvas[data-picture]",
  scroll: "section.lesson",
};
const OFTEN = ["press", "press", "press", "press", "slide", "slide", "slide", "write", "key", "point", "scroll"];

// The next thing to do: what is done to which element, and the words that name both. Near things come first, as for a reader.
function next() {
  const what = one(OFTEN);
  const all = seen(TARGETS[what]).filter((element) => !element.matches(":disabled, [aria-disabled=true]"));
  const inView = all.filter((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  const element = one(what !== "scroll" && inView.length && lot() < 0.8 ? inView : all);
  return element && { what, element, words: `${what} ${named(element)}` };
}

function named(element) {
  const own = [...element.attributes].find(({ name }) => name.startsWith("data-") && name !== "data-python");
  const what =
    element.id || element.name || (own ? `${own.name}=${own.value}` : element.textContent.trim().slice(0, 30));
  return `${element.closest("section")?.id ?? "page"}: ${element.localName} ${what}`;
}

// Play until something is found or `steps` are done. Promises what was found, or "".
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

// A run of descent or a training never rests: who still plays after a moment is paused.
async function rested() {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "the page does not rest"));
  const pausing = setInterval(() => {
    for (const button of document.querySelectorAll("[data-action=play][aria-pressed=true]")) button.click();
  }, 1000);
  const found = await Promise.race([downhillIdle().then(() => ""), late]);
  clearInterval(pausing);
  return found;
}

play(Number.parseInt(asked.get("steps"), 10) || Number.POSITIVE_INFINITY);
