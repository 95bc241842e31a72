// The time of the film: what moves, what waits, and the press that ends both at once.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const EDGE = 12; // CSS pixels between words and the edge of their stage

export const motion = { hurried: false, through: false };
const waiting = new Set();

export function isHurried() {
  return motion.hurried;
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
