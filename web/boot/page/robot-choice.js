// What a robot does next: a random choice among visible things. The same seed makes the same choices on the same page.
const LEFT_ALONE = [
  "[data-next]", // the reset for the next pupil reloads the page
  "[data-print]", // the browser's dialog
  "[data-share]",
  "[data-take]", // files for the reader's folder
  ".keep",
  "[data-code-do^=save]",
  "[data-result-do]",
  "[data-text-do=save]",
  "[data-class-do=save]",
  "[data-class-do=note]",
  "[type=file]",
].join();
const PRESSED = "button, summary, select, [type=radio], [type=checkbox], a[href^='#']";
// None contains what the checks look for: the page quotes what it can't read.
const STORY = "Tom saw a big red bus. The bus stopped, and Tom waited for his dog. ".repeat(4); // enough to learn from
export const TEXTS = [..."|0|-3|2.5|1e999|-1e-320|7,5|x**2 - 1|sin(|cat|日本語".split("|"), "a".repeat(300), STORY];
export const KEYS = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "Escape",
  "Enter",
  " ",
  "7",
];
const TARGETS = {
  press: PRESSED,
  slide: "[type=range]:not([disabled])",
  write: "[type=number], [type=text], input:not([type]), textarea",
  key: `${PRESSED}, [type=range], canvas[tabindex]`,
  point: "canvas[data-picture]",
  scroll: "section.lesson",
};
const OFTEN = ["press", "press", "press", "press", "slide", "slide", "slide", "write", "key", "point", "scroll"];

// Random numbers from 0 to 1, by a 32-bit congruential generator (Numerical Recipes, 7.1.4), mixed.
function lots(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2246822519);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;

// The visible elements of a selector; if a dialog is open, only those in it.
export function seen(selector) {
  const all = (document.querySelector("dialog:modal") ?? document).querySelectorAll(selector);
  return [...all].filter((element) => isSeen(element) && !element.closest(LEFT_ALONE));
}

// Returns `lot`, a random number from 0 to 1; `one`, one of a list; and `next`, an action on an element with words that
// name both, or undefined. Near things come first, as for a reader.
export function choosing(seed) {
  const lot = lots(seed);
  const one = (list) => list[Math.floor(lot() * list.length)];
  function next() {
    const dialog = document.querySelector("dialog:modal");
    if (dialog && lot() < 0.2) return { what: "leave", element: dialog, words: `leave page: dialog ${dialog.id}` };
    const what = one(OFTEN);
    const all = seen(TARGETS[what]).filter((element) => !element.matches(":disabled, [aria-disabled=true]"));
    const inView = all.filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const element = one(what !== "scroll" && inView.length && lot() < 0.8 ? inView : all);
    return element && { what, element, words: `${what} ${named(element)}` };
  }
  return { lot, one, next };
}

function named(element) {
  const own = [...element.attributes].find(({ name }) => name.startsWith("data-") && name !== "data-python");
  const what =
    element.id || element.name || (own ? `${own.name}=${own.value}` : element.textContent.trim().slice(0, 30));
  return `${element.closest("section")?.id ?? "page"}: ${element.localName} ${what}`;
}
