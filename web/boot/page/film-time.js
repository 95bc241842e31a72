// The time of the film: what moves, what waits, and the press that ends both at once.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const EDGE = 12; // CSS pixels between words and the edge of their stage

export const motion = { hurried: false, through: false };
const waiting = new Set();

export function isHurried() {
  return motion.hurried;
}

export function isCalm() {
  return calm.matches;
}

// All that waits or moves is over at once.
export function hurry() {
  motion.hurried = true;
  for (const end of [...waiting]) end();
}

export function wait(ms) {
  if (motion.hurried || ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      waiting.delete(end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    waiting.add(end);
  });
}

function frame() {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 250); // a page that nobody looks at has no frames
    requestAnimationFrame((now) => {
      clearTimeout(late);
      resolve(now);
    });
  });
}

// Show shares from 0 to 1 for so long, evenly or easing in and out; only the last one where motion is to be reduced.
export async function play(ms, show, eased = false) {
  const began = performance.now();
  for (let t = 0; t < 1 && ms > 0 && !motion.hurried && !calm.matches; t = (performance.now() - began) / ms) {
    await show(eased ? t * t * (3 - 2 * t) : t);
    await frame();
  }
  await show(1);
}

// Put words at a place of their layer, in percent from its top left, and keep them inside.
export function bring(part, [left, top], layer) {
  const inside = (place, size, room) => Math.max(EDGE, Math.min(place, room - size - EDGE));
  const x = (left / 100) * layer.clientWidth - part.offsetWidth / 2;
  const y = (top / 100) * layer.clientHeight - part.offsetHeight;
  part.style.left = `${inside(x, part.offsetWidth, layer.clientWidth)}px`;
  part.style.top = `${inside(y, part.offsetHeight, layer.clientHeight)}px`;
}

function span(className, textContent = "") {
  return Object.assign(document.createElement("span"), { className, textContent });
}

// A sentence: how it begins, what was added to it, and a gap where more comes. A new word flies in from a place of the layer.
export function compose(part, begin, written, at, open) {
  const before = part.querySelector(".added")?.textContent || "";
  const grows = before && written.startsWith(before) ? before : "";
  const [, space, word] = written.slice(grows.length).match(/^(\s*)(.*)$/su);
  const [added, fresh] = [span("added", grows + space), span("fresh", word)];
  added.append(fresh);
  part.replaceChildren(begin, added);
  if (open) part.append(span("gap"));
  if (!at || !word.trim() || calm.matches) return;
  const [to, base] = [fresh.getBoundingClientRect(), part.parentElement.getBoundingClientRect()];
  const [x, y] = [base.left + (at[0] / 100) * base.width, base.top + (at[1] / 100) * base.height];
  const larger = part.currentCSSZoom || 1;
  const from = `translate(${(x - to.left) / larger}px, ${(y - (to.top + to.bottom) / 2) / larger}px) scale(0.45)`;
  fresh.animate({ transform: [from, "none"] }, { duration: 340, easing: "cubic-bezier(0.2, 0.7, 0.3, 1)" });
}

// Sentences one below the other: how each begins, a tab, and what was added to it. Those that are there stay.
export function stack(part, lines) {
  const rows = lines.map((line) => {
    const [begin, written] = line.split("\t");
    const row = span("row", begin);
    row.append(span("added", written));
    return row;
  });
  const kept = [...part.children].filter((row, at) => row.textContent === rows[at]?.textContent);
  part.replaceChildren(...kept, ...rows.slice(kept.length));
}
