// A screen of the film that needs no Python: the first one, and the end. A press of the filled button plays a deed,
// then the next sentence comes; the last press leads on. A press during a motion ends it.

import { busy, earn, hurry, wait } from "./film-time.js";

const root = document.documentElement;
const body = document.body;
const dark = matchMedia("(prefers-color-scheme: dark)");
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXY"; // one for two sliders of the wall, with five levels each

export function levels(text) {
  return [...text].flatMap((sign) => [Math.floor(SIGNS.indexOf(sign) / 5), SIGNS.indexOf(sign) % 5]);
}

export class Screen {
  at = 0;
  moves = false;
  turn = Promise.resolve();

  // `labels` are the filled button's, one for each sentence.
  constructor(section, labels, canvas) {
    Object.assign(this, { section, labels, canvas });
    this.button = section.querySelector("[data-primary]");
    this.says = [...section.querySelectorAll("[data-says]")];
    this.button.addEventListener("click", () => this.press());
    new ResizeObserver(() => this.paint()).observe(canvas);
    new MutationObserver(() => this.paint()).observe(root, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", () => this.paint());
  }

  press() {
    if (this.moves || body.dataset.busy === "bridge") hurry();
    else if (this.at === this.deeds.length) this.leave();
    else
      this.busy(async () => {
        await this.deeds[this.at].call(this);
        await wait(500);
        this.tell(this.at + 1);
      });
  }

  busy(work) {
    this.turn = this.turn.then(async () => {
      this.moves = true; // a lesson may be waiting for Python
      await busy(this.button, `${this.section.id} ${this.at + 1}`, work);
      this.moves = false;
    });
  }

  tell(at) {
    this.at = at;
    this.section.dataset.shot = String(at + 1);
    for (const [index, text] of this.says.entries()) text.toggleAttribute("data-told", index === at);
    this.button.textContent = this.labels[at];
  }

  // Writes a number as the page does.
  whole(value) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, this.told.group);
  }

  earn(name, said) {
    earn(name);
    document.getElementById("voice").textContent = said;
  }

  // The canvas at screen resolution: a pen for CSS pixels, and its size; nothing if it is hidden.
  pen() {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [wide, high] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!wide) return null;
    Object.assign(this.canvas, { width: wide * ratio, height: high * ratio });
    const pen = this.canvas.getContext("2d");
    pen.scale(ratio, ratio);
    return { pen, wide, high };
  }

  colour(name) {
    return getComputedStyle(this.section).getPropertyValue(`--${name}`);
  }
}
