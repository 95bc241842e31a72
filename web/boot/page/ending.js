// The end: from four sliders to a trillion, how long a hand would need, and the card. A wall of sliders is one cell of
// the next picture, ten thousand to a picture.

import { hurry, motion, play, wait } from "./film-time.js";
import { levels, Screen } from "./screen.js";

const section = document.getElementById("closing");
const lang = document.documentElement.lang;
const SIDE = 100; // cells in a row of ten thousand
const GAP = 0.12; // of a cell
const CRISP = 9; // CSS pixels from which on each cell is drawn by itself
const TILE = 8; // pixels of a cell in a tile
const TRIPS = [2000, 2400, 2400]; // ms
const COUNTS = 2200; // ms

const clamp = (share) => Math.min(1, Math.max(0, share));
const words = new Intl.NumberFormat(lang, { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 });

// A number between 0 and 1 for a cell, always the same.
function tone(x, y, level) {
  const n = Math.sin(x * 127.1 + y * 311.7 + level * 74.7) * 43758.5453;
  return n - Math.floor(n);
}

class Ending extends Screen {
  constructor(told, wall) {
    super(section, told.labels, section.querySelector(".grains"));
    this.told = told;
    this.wall = wall;
    this.deeds = [this.zoom, this.years, this.card];
    const side = 2 * Math.ceil(Math.sqrt(wall.length) / 2); // even, so that four are in the middle
    this.sides = [side, SIDE, SIDE];
    const pitch = [1];
    for (const each of this.sides) pitch.push((pitch.at(-1) * each) / (1 - GAP)); // sliders across a cell, by level
    this.pitch = pitch;
    this.spans = [2.3, side, SIDE * pitch[1], SIDE * pitch[2]];
    for (const beat of section.querySelectorAll(".beats > li")) {
      beat.querySelector(".beat").addEventListener("click", () => this.open(this.first(beat)));
    }
    this.begin();
  }

  begin() {
    this.grown(0);
    this.stand("zoom");
  }

  stand(name) {
    section.dataset.stands = name;
    section.querySelector("[data-words]").replaceChildren();
    this.paint();
  }

  tell(at) {
    super.tell(at);
    for (const beat of section.querySelectorAll(".beats > li")) {
      const isCurrent = Boolean(beat.querySelector("[data-told]"));
      if (isCurrent) beat.setAttribute("aria-current", "step");
      else beat.removeAttribute("aria-current");
      beat.toggleAttribute("data-done", !isCurrent && this.first(beat) < at);
      beat.querySelector(".beat").tabIndex = isCurrent ? 0 : -1;
    }
  }

  first(beat) {
    return this.says.indexOf(beat.querySelector("[data-says]"));
  }

  // A dash leads to its sentence, after playing everything before it.
  open(to) {
    if (this.moves) hurry();
    this.busy(async () => {
      motion.hurried = true;
      this.begin();
      for (const deed of this.deeds.slice(0, to)) await deed.call(this);
      this.tell(to);
    });
  }

  leave() {
    const rest = document.querySelector(".closing [data-below]");
    rest.scrollIntoView();
    rest.focus({ preventScroll: true });
  }

  // How many sliders the picture has, and what they are.
  grown(at) {
    const [number, note] = section.querySelector(".grown").children;
    number.textContent = this.told.shown[at];
    note.textContent = this.told.notes[at];
    this.span = this.spans[at];
    this.paint();
  }

  async zoom() {
    const [number, note] = section.querySelector(".grown").children;
    const { counts } = this.told;
    for (const [at, ms] of TRIPS.entries()) {
      note.textContent = "\u00a0";
      await play(
        ms,
        (t) => {
          const between = (from, to) => from * (to / from) ** t;
          const count = between(counts[at], counts[at + 1]);
          const short = count < 100 ? count : Number(count.toPrecision(3));
          number.textContent = count < 1e6 ? this.whole(short) : words.format(short);
          this.span = between(this.spans[at], this.spans[at + 1]);
          this.paint();
        },
        true,
      );
      this.grown(at + 1);
      await wait(900);
    }
    section.querySelector(".grown").dataset.payoff = "";
    this.earn("trillion", section.querySelector(".grown").textContent);
  }

  async years() {
    const rows = [...section.querySelectorAll(".hours tbody tr")];
    for (const row of rows) row.hidden = true;
    this.stand("years");
    for (const row of rows) {
      await wait(500);
      row.hidden = false;
      const place = row.lastElementChild;
      if (row === rows.at(-1)) {
        await play(COUNTS, (t) => {
          place.textContent = this.told.in_years.replace("{years}", this.whole(this.told.years * t * t));
        });
      }
    }
    await wait(400);
    this.say(...this.told.nobody);
  }

  say(verdict, note) {
    const layer = section.querySelector("[data-words]");
    for (const [text, kind] of [
      [verdict, "verdict"],
      [note, "said-note"],
    ]) {
      const part = Object.assign(document.createElement("p"), { className: kind, textContent: text });
      part.dataset.payoff = "";
      part.dataset.at = "low";
      layer.append(part);
    }
    document.getElementById("voice").textContent = `${verdict} ${note}`;
  }

  async card() {
    this.stand("card");
    await wait(600);
    const card = section.querySelector("[data-keepsake]");
    card.dataset.payoff = "";
    this.earn("card", card.querySelector("h3").textContent);
  }

  // Draws from the largest cells to the smallest: small ones in one color, large ones with their contents.
  paint() {
    const found = this.sides && this.pen();
    if (!found) return;
    const { pen, wide, high } = found;
    const look = { above: this.colour("text"), below: this.colour("error"), ours: this.colour("machine") };
    const told = section.querySelector(".grown"); // the picture is below it
    const top = told.offsetTop + told.offsetHeight + 8;
    const view = {
      pen,
      wide,
      high,
      x: wide / 2,
      y: (top + high - 20) / 2,
      size: Math.min(0.92 * wide, high - 20 - top),
    };
    for (const level of [2, 1, 0]) this.level(view, look, level);
  }

  level(view, look, level) {
    const { pen, size } = view;
    const pitch = (size / this.span) * this.pitch[level]; // CSS pixels of a cell
    const shown = level ? clamp((0.97 * size - pitch) / (0.3 * size)) : 1;
    if (!shown || pitch < 0.03) return;
    const tile = this.tile(look, level);
    const first = this.sides[level] / 2 + (level ? 0.5 : 0);
    const middle = level ? (GAP / 2 - first) * pitch : -first * pitch;
    const [left, top] = [view.x + middle, view.y + middle];
    pen.globalAlpha = shown;
    if (pitch < CRISP) {
      pen.imageSmoothingQuality = "high";
      pen.drawImage(tile, left, top, tile.width * (pitch / TILE), tile.height * (pitch / TILE));
    } else this.cells(view, look, level, pitch, left, top, shown);
    if (level) this.ours(view, look, pitch, shown);
  }

  cells({ pen, wide, high }, look, level, pitch, left, top, shown) {
    const side = this.sides[level];
    const alone = level ? 1 : clamp((this.span - 2.3) / 6); // lesson three's four come first
    const inner = level ? clamp((pitch - 50) / 120) : 0;
    const small = inner ? this.tile(look, level - 1) : null;
    const end = (from, most) => Math.min(side, Math.ceil((most - from) / pitch));
    for (let y = Math.max(0, Math.floor(-top / pitch)); y < end(top, high); y++) {
      for (let x = Math.max(0, Math.floor(-left / pitch)); x < end(left, wide); x++) {
        const value = this.value(level, x, y);
        if (value === null) continue;
        const isFirst = Math.abs(x - side / 2 + 0.5) < 1 && Math.abs(y - side / 2 + 0.5) < 1;
        const place = [left + x * pitch, top + y * pitch, pitch * (1 - GAP), pitch * (1 - GAP)];
        const seen = shown * (isFirst ? 1 : alone);
        pen.fillStyle = value < 0 ? look.below : look.above;
        pen.globalAlpha = seen * (1 - inner) * Math.abs(value);
        pen.fillRect(...place);
        if (!inner) continue;
        pen.globalAlpha = seen * inner;
        pen.drawImage(small, ...place);
      }
    }
  }

  // Outlines in blue what the whole picture was before, with a ring where it is hard to see.
  ours({ pen, x, y, size }, look, pitch, shown) {
    const side = pitch * (1 - GAP);
    pen.globalAlpha = shown * clamp((0.5 * size - pitch) / (0.35 * size)) * clamp(pitch - 1.5);
    pen.fillStyle = pen.strokeStyle = look.ours;
    pen.fillRect(x - side / 2, y - side / 2, side, side);
    pen.globalAlpha = clamp((24 - pitch) / 10) * clamp(pitch - 2);
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(x, y, side + 8, 0, 7);
    pen.stroke();
  }

  // How dark a cell is, in the color for below zero if it is; null if there is no slider.
  value(level, x, y) {
    if (level) return (0.25 + 0.6 * tone(x, y, level)) * (tone(y, x, level + 7) > 0.5 ? 1 : -1);
    const found = this.wall[y * this.sides[0] + x];
    if (found === undefined) return null;
    return (found < 2 ? -1 : 1) * (0.16 + 0.38 * Math.abs(found - 2));
  }

  // All cells of a level as one picture, in the theme's colors.
  tile(look, level) {
    const key = `${level} ${look.above} ${look.below}`;
    this.tiles ||= new Map();
    if (this.tiles.has(key)) return this.tiles.get(key);
    const side = this.sides[level];
    const tile = Object.assign(document.createElement("canvas"), { width: side * TILE, height: side * TILE });
    this.tiles.set(key, tile);
    const pen = tile.getContext("2d");
    for (let n = 0; n < side * side; n++) {
      const [x, y] = [n % side, Math.floor(n / side)];
      const value = this.value(level, x, y);
      pen.fillStyle = value < 0 ? look.below : look.above;
      pen.globalAlpha = Math.abs(value || 0);
      pen.fillRect(x * TILE, y * TILE, TILE - 1, TILE - 1);
    }
    return tile;
  }
}

if (section && !document.documentElement.dataset.embed) {
  const wall = levels(JSON.parse(document.querySelector("#start .recording").textContent).walls[1]);
  new Ending(JSON.parse(section.querySelector("script").textContent), wall);
}
