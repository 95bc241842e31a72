// What must never happen: an error, a number that isn't one, clipped text, lost focus, a page that grows or scrolls
// sideways.
const NO_NUMBER = /\b(?:NaN|undefined|Infinity|\[object \w+\])\b|(?:^|\s)\{\w+(?::\w+)?\}/;
const QUOTED = "code, pre, textarea, script, style, .cm-editor, .python, [data-printed], .paper"; // a reader's own words, and code
const CUT = "button, summary, label, h2, h3, output";
const HEARD = 5; // CSS pixels: smaller is for screen readers only
const SLACK = 2; // CSS pixels: descenders and rounding
const GROWTH = 2; // times the most elements after the first steps
const FIRST = 50; // steps
const PATIENCE = 30_000; // ms for the page to become idle

// Promises "" once the page is idle, or what is wrong. Runs and trainings never end by themselves: pauses what still
// plays after a moment.
export async function rested() {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "the page does not rest"));
  const pausing = setInterval(() => {
    for (const button of document.querySelectorAll("[data-action=play][aria-pressed=true]")) button.click();
  }, 1000);
  const found = await Promise.race([downhillIdle().then(() => ""), late]);
  clearInterval(pausing);
  return found;
}

// Starts watching. Returns a function to call after each step with the element that had the focus, or none; it returns
// what it found, or "".
export function startWatching() {
  const errors = [];
  addEventListener("error", ({ message }) => {
    if (!message.startsWith("ResizeObserver loop")) errors.push(message); // those sizes come a frame later
  });
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  const { error } = console;
  console.error = (...given) => {
    errors.push(given.join(" "));
    error.apply(console, given);
  };
  let most = 0;
  let steps = 0;
  return (element) => {
    const count = document.getElementsByTagName("*").length;
    if (++steps <= FIRST) most = Math.max(most, count);
    return (
      (errors.length && `error: ${errors[0].slice(0, 300)}`) ||
      (document.documentElement.dataset.python === "failed" && "Python has failed") ||
      noNumber() ||
      cut() ||
      lost(element) ||
      sideways() ||
      (count > GROWTH * most && `the page grows: ${count} elements, ${most} at first`) ||
      ""
    );
  };
}

function noNumber() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const found = NO_NUMBER.exec(data);
    if (found && parentElement.checkVisibility() && !parentElement.closest(QUOTED)) {
      return `"${found[0].trim()}" in "${data.trim().slice(0, 80)}"`;
    }
  }
  return "";
}

function cut() {
  for (const element of document.querySelectorAll(CUT)) {
    const over = element.scrollWidth - element.clientWidth;
    if (element.clientWidth < HEARD || over <= SLACK || !element.checkVisibility()) continue;
    const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
    if (clipPath !== "none") continue; // for screen readers only
    if (overflowX === "visible" || textOverflow === "ellipsis") continue; // shows that there is more
    return `cut by ${over} px: "${element.textContent.trim().slice(0, 60)}"`;
  }
  return "";
}

function sideways() {
  if (document.documentElement.scrollWidth <= innerWidth + SLACK) return "";
  const wide = [...document.body.querySelectorAll("*")].filter(sticksOut).at(-1);
  return `the page scrolls sideways, for ${wide ? nameOf(wide) : "nothing that is seen"}`;
}

function nameOf(element) {
  return `${element.closest("[id]")?.id}: ${element.tagName} ${element.className}`;
}

function sticksOut(element) {
  if (!element.checkVisibility() || element.getBoundingClientRect().right <= innerWidth + SLACK) return false;
  for (let each = element.parentElement; each !== document.body; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== "visible") return false; // clipped or scrolling there
  }
  return true;
}

// Focus is lost if body has it while the previous element is still visible. Links within the page move it on purpose.
function lost(element) {
  const held = document.activeElement && document.activeElement !== document.body;
  const could = element?.isConnected && element.checkVisibility({ visibilityProperty: true });
  return could && !held && !element.matches("a, :disabled") ? `focus is lost to nowhere from ${nameOf(element)}` : "";
}
