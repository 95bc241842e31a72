// The time of the film: what moves, what waits, and the press that ends both at once.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const body = document.body;

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

// What moves is told on the body, and on the filled button, until it rests.
export async function busy(button, name, work) {
  body.dataset.busy = name;
  button.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    motion.hurried = motion.through;
    if (body.dataset.busy === name) body.dataset.busy = "";
    button.removeAttribute("aria-busy");
  }
}

// The reader has seen these: `data-seen` of the body.
export function earn(...names) {
  const seen = (body.dataset.seen || "").split(" ").filter(Boolean);
  body.dataset.seen = [...new Set([...seen, ...names])].join(" ");
}
