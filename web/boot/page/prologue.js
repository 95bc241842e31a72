// The first screen: a small model writes gibberish, trains, and writes a sentence. It was recorded at build time from
// lesson five's model, so it plays before Python is here.

import { cross } from "./bridge.js";
import { play, wait } from "./film-time.js";
import { pieces } from "./film-words.js";
import { left } from "./left.js";
import { levels, Screen } from "./screen.js";

const section = document.getElementById("start");
const MOST = 4; // sentences that have sunk
const PITCH = 7.35; // CSS pixels from cell to cell of the wall
const TRAINS = 8000; // ms

class Prologue extends Screen {
  share = 0;

  constructor(told) {
    super(section, told.labels, section.querySelector(".wall"));
    this.told = told;
    this.walls = told.walls.map(levels);
    this.deeds = [this.write, this.train];
    this.stack = section.querySelector(".stack");
    section.querySelector("[data-begun]").textContent = told.begun;
  }

  press() {
    if (!this.moves) delete section.querySelector("[data-writes]").dataset.payoff;
    super.press();
  }

  leave() {
    const first = document.querySelector("section.lesson");
    cross(section, () => window.downhillStage.enter(first));
  }

  tell(at) {
    super.tell(at);
    const title = section.querySelector(".headline");
    if (at === 2) title.textContent = title.dataset.next;
  }

  earn(name, said) {
    super.earn(name, said);
    section.querySelector("[data-writes]").dataset.payoff = "";
  }

  // What follows the beginning, one word at a time.
  async write() {
    const rest = pieces(this.told.noise.slice(this.told.begun.length));
    for (let n = 1; n <= rest.length; n++) {
      this.show(rest.slice(0, n).join(""));
      await wait(350);
    }
    section.querySelector(".under").textContent = this.told.chance;
    this.earn("nonsense", this.told.noise);
  }

  show(rest) {
    const place = section.querySelector("[data-writes]");
    place.textContent = rest.trim();
    place.classList.toggle("blank", !rest.trim());
  }

  async train() {
    const { frames, last, begun, step } = this.told;
    const bar = section.querySelector(".steps");
    section.querySelector(".under").textContent = "";
    bar.hidden = false;
    let shown = -1;
    await play(TRAINS, (t) => {
      const now = Math.min(last, Math.round((last + 1) ** t - 1));
      this.share = t;
      let at = 0;
      while (at + 1 < frames.length && frames[at + 1][0] <= now) at++;
      if (at !== shown) {
        if (shown >= 0) this.sink(...frames[shown]);
        this.show(frames[at][1].slice(begun.length));
        shown = at;
      }
      bar.querySelector("i").style.width = `${100 * t}%`;
      bar.querySelector("span").textContent = step.replace("{step}", this.whole(now));
      this.paint();
    });
    this.earn("trained", frames[frames.length - 1][1]);
  }

  sink(step, sentence) {
    const item = document.createElement("li");
    item.innerHTML = "<b></b><span></span>";
    item.firstChild.textContent = this.whole(step);
    item.lastChild.textContent = sentence;
    this.stack.prepend(item);
    while (this.stack.children.length > MOST) this.stack.lastChild.remove();
  }

  // Every slider is a cell: dark above zero, pink below. The wall fades toward the sentence in the middle.
  paint() {
    const found = this.pen();
    if (!found) return;
    const { pen, wide, high } = found;
    const [above, below] = [this.colour("text"), this.colour("error")];
    const columns = Math.floor(wide / PITCH);
    const [from, to] = this.walls;
    for (let index = 0; index < from.length; index++) {
      const x = index % columns;
      const y = Math.floor(index / columns);
      if (y * PITCH > high) break;
      const edge = Math.max(Math.abs((2 * x) / columns - 1), Math.abs((2 * y * PITCH) / high - 1)) ** 8;
      const level = from[index] + this.share * (to[index] - from[index]) - 2;
      if (edge < 0.03) continue;
      pen.globalAlpha = Math.min(1, edge * (0.12 + 0.42 * Math.abs(level)));
      pen.fillStyle = level < 0 ? below : above;
      pen.fillRect(x * PITCH, y * PITCH, PITCH - 1.4, PITCH - 1.4);
    }
  }

  // Returning readers can resume where they left.
  offerLast() {
    const [lesson, beat, at] = left();
    const link = section.querySelector("[data-left]");
    if (!lesson || !document.getElementById(lesson)) return;
    const query = new URLSearchParams(location.search);
    query.set("beat", beat);
    query.set("shot", Number(at) + 1);
    link.href = `?${query}#${lesson}`;
    link.hidden = false;
  }
}

if (section && "start" in document.documentElement.dataset) {
  const prologue = new Prologue(JSON.parse(section.querySelector(".recording").textContent));
  prologue.paint();
  prologue.offerLast();
}
