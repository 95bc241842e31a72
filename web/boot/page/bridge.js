// The transition between stages: the picture breaks into cells, which fly and become the next picture. It copies what
// both stages show and knows nothing about lessons. With reduced motion, or if a picture isn't ready in time, the next
// stage appears at once.

import { isCalm, motion, play, wait } from "./film-time.js";

const body = document.body;
const CELL = 11; // CSS pixels
const FLIGHT = 1000; // ms
const LATEST = 1800; // ms to wait for the next picture
const FAR = 24; // of 255: the least difference between a cell and its background

// What a stage does when it comes into view; lessons with a film register here.
export const arrivals = new Map();

// Copies everything that canvases show on a stage, on its background, at CSS resolution; nothing if that fails.
function still(stage) {
  const box = stage.getBoundingClientRect();
  if (box.width < CELL || box.height < CELL) return null;
  const picture = Object.assign(document.createElement("canvas"), { width: box.width, height: box.height });
  const pen = picture.getContext("2d");
  pen.fillStyle = getComputedStyle(stage).backgroundColor;
  pen.fillRect(0, 0, box.width, box.height);
  const ground = pen.getImageData(0, 0, 1, 1).data;
  for (const canvas of stage.querySelectorAll("canvas")) {
    const place = canvas.getBoundingClientRect();
    if (!place.width || getComputedStyle(canvas).visibility !== "visible") continue;
    try {
      pen.drawImage(canvas, place.left - box.left, place.top - box.top, place.width, place.height);
    } catch (error) {
      console.debug("Downhill: a picture is left out of the bridge", error); // it has no pixels yet
    }
  }
  return { picture, ground };
}

// Its cells that differ from the background, column by column: position and color.
function cells({ picture, ground }) {
  const [wide, high] = [Math.floor(picture.width / CELL), Math.floor(picture.height / CELL)];
  const small = Object.assign(document.createElement("canvas"), { width: wide, height: high });
  const pen = small.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, wide, high);
  const { data } = pen.getImageData(0, 0, wide, high);
  const found = [];
  for (let x = 0; x < wide; x++) {
    for (let y = 0; y < high; y++) {
      const colour = [0, 1, 2].map((part) => data[4 * (y * wide + x) + part]);
      if (Math.max(...colour.map((part, at) => Math.abs(part - ground[at]))) > FAR) {
        found.push({ x: x * CELL, y: y * CELL, colour });
      }
    }
  }
  return found;
}

function over(stage, { picture }) {
  const box = stage.getBoundingClientRect();
  const canvas = Object.assign(document.createElement("canvas"), { className: "bridge" });
  Object.assign(canvas, { width: box.width, height: box.height });
  Object.assign(canvas.style, { left: `${box.left}px`, top: `${box.top}px` });
  canvas.setAttribute("aria-hidden", "true");
  canvas.getContext("2d").drawImage(picture, 0, 0);
  body.append(canvas);
  return canvas;
}

// Pairs the cells: each of the next picture comes from one of this, and each of this one goes somewhere.
function fly(canvas, from, to) {
  const pen = canvas.getContext("2d");
  const [before, after] = [cells(from), cells(to)];
  const count = before.length && after.length ? Math.max(before.length, after.length) : 0;
  const mix = (one, other, t) => one + t * (other - one);
  return play(count ? FLIGHT : 0, (t) => {
    pen.globalAlpha = 1;
    pen.fillStyle = `rgb(${to.ground[0]}, ${to.ground[1]}, ${to.ground[2]})`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (let n = 0; n < count; n++) {
      const start = before[Math.floor((n * before.length) / count)];
      const end = after[Math.floor((n * after.length) / count)];
      const late = 0.25 * ((n * 0.618) % 1); // staggered starts
      const own = Math.min(1, Math.max(0, (t - 0.08 - late) / 0.6));
      const eased = own * own * (3 - 2 * own);
      const [red, green, blue] = start.colour.map((part, at) => Math.round(mix(part, end.colour[at], eased)));
      pen.fillStyle = `rgb(${red}, ${green}, ${blue})`;
      pen.fillRect(mix(start.x, end.x, eased), mix(start.y, end.y, eased), CELL - 1, CELL - 1);
    }
    pen.globalAlpha = Math.max(0, 1 - 8 * t); // first the picture as it was
    if (pen.globalAlpha) pen.drawImage(from.picture, 0, 0);
    canvas.style.opacity = String(Math.min(1, 8 * (1 - t))); // finally the stage as it is
  });
}

// Leaves a stage: `go` leads on in any case and returns the next section. A press ends the flight.
export async function cross(section, go) {
  const from = isCalm() || document.hidden ? null : still(section.querySelector(".workbench"));
  const next = go();
  if (next.matches(".lesson") && !("live" in next.dataset)) return; // before Python is here, a cut
  if (!from) return arrivals.get(next)?.();
  const ground = next.querySelector(".workbench");
  const canvas = over(ground, from);
  body.dataset.busy = "bridge"; // the next stage appears without its own motion
  const there = Promise.resolve(arrivals.get(next)?.()).then(() => true);
  const late = new Promise((resolve) => setTimeout(resolve, LATEST, false));
  try {
    if (await Promise.race([there, late])) {
      body.dataset.busy = "bridge";
      await wait(60); // until the drawing is visible
      const to = still(ground);
      if (to) await fly(canvas, from, to);
    }
    canvas.remove();
    await there;
  } finally {
    canvas.remove();
    motion.hurried = false;
    body.dataset.busy = "";
  }
}
