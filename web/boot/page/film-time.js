// The film's clock: what moves, what waits, and the press that ends both.

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

// Ends everything that waits or moves.
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
    const late = setTimeout(resolve, 250); // a hidden page has no frames
    requestAnimationFrame((now) => {
      clearTimeout(late);
      resolve(now);
    });
  });
}

// Shows shares from 0 to 1 over a time, evenly or eased; only the last one with reduced motion.
export async function play(ms, show, eased = false) {
  const began = performance.now();
  for (let t = 0; t < 1 && ms > 0 && !motion.hurried && !calm.matches; t = (performance.now() - began) / ms) {
    await show(eased ? t * t * (3 - 2 * t) : t);
    await frame();
  }
  await show(1);
}

// body and the filled button say what moves until it is still.
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

// What the reader has seen: `data-seen` of body.
export function earn(...names) {
  const seen = (body.dataset.seen || "").split(" ").filter(Boolean);
  body.dataset.seen = [...new Set([...seen, ...names])].join(" ");
}
