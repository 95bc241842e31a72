// What a film shows over its picture: words about a deed, and cards for a guess.

import { isCalm, isHurried, wait } from "./film-time.js";

const body = document.body;
const KINDS = { verdict: "verdict", note: "said-note", number: "said-number", hero: "said-hero", heap: "said-heap" };
const EDGE = 12; // CSS pixels between words and the stage's edge
const LASTING = ["hero", "heap"];
const guesses = new Map();

// Places words on their layer, in percent from its top left, and keeps them inside.
function bring(part, [left, top], layer) {
  const inside = (place, size, room) => Math.max(EDGE, Math.min(place, room - size - EDGE));
  const x = (left / 100) * layer.clientWidth - part.offsetWidth / 2;
  const y = (top / 100) * layer.clientHeight - part.offsetHeight;
  part.style.left = `${inside(x, part.offsetWidth, layer.clientWidth)}px`;
  part.style.top = `${inside(y, part.offsetHeight, layer.clientHeight)}px`;
}

// The words of a text with its spaces; without spaces, its characters.
export function pieces(text) {
  const words = text.match(/\s*\S+/g) || [];
  return words.length > 1 ? words : [...text];
}

function span(className, textContent = "") {
  return Object.assign(document.createElement("span"), { className, textContent });
}

// A sentence: its beginning, what was added, and a gap for more. A new word flies in from a place on the layer.
function compose(part, begin, written, at, open) {
  const before = part.querySelector(".added")?.textContent || "";
  const grows = before && written.startsWith(before) ? before : "";
  const [, space, word] = written.slice(grows.length).match(/^(\s*)(.*)$/su);
  const [added, fresh] = [span("added", grows + space), span("fresh", word)];
  added.append(fresh);
  part.replaceChildren(begin, added);
  if (open) part.append(span("gap"));
  if (!at || !word.trim() || isCalm()) return;
  const [to, base] = [fresh.getBoundingClientRect(), part.parentElement.getBoundingClientRect()];
  const [x, y] = [base.left + (at[0] / 100) * base.width, base.top + (at[1] / 100) * base.height];
  const larger = part.currentCSSZoom || 1;
  const from = `translate(${(x - to.left) / larger}px, ${(y - (to.top + to.bottom) / 2) / larger}px) scale(0.45)`;
  fresh.animate({ transform: [from, "none"] }, { duration: 340, easing: "cubic-bezier(0.2, 0.7, 0.3, 1)" });
}

// Sentences one below the other: each one's beginning, a tab, and what was added. Existing ones stay.
function stack(part, lines) {
  const rows = lines.map((line) => {
    const [begin, written] = line.split("\t");
    const row = span("row", begin);
    row.append(span("added", written));
    return row;
  });
  const kept = [...part.children].filter((row, at) => row.textContent === rows[at]?.textContent);
  part.replaceChildren(...kept, ...rows.slice(kept.length));
}

export class Words {
  constructor(section) {
    this.section = section;
    this.layer = section.querySelector("[data-words]");
    this.picks = section.querySelector("[data-picks]");
    this.places = new WeakMap(); // places of words, for when the stage changes size
    this.picks.addEventListener("click", (event) => this.pick(event.target.closest("button")));
    new ResizeObserver(() => this.bringAll()).observe(this.layer);
  }

  deal(cards) {
    this.picks.hidden = !cards.length;
    this.picks.replaceChildren(
      ...cards.map(([name, text]) => {
        const card = document.createElement("button");
        Object.assign(card, { type: "button", className: "pick", textContent: text });
        card.dataset.card = name;
        card.setAttribute("aria-pressed", "false");
        return card;
      }),
    );
  }

  pick(card) {
    if (!card) return;
    for (const one of this.picks.children) one.setAttribute("aria-pressed", String(one === card));
  }

  async say(payoff) {
    const { said, right } = await this.says("payoffs", payoff);
    const guess = right && this.picks.querySelector("[aria-pressed=true]");
    if (guess) this.guessed(guess.dataset.card === right);
    this.show(said);
    for (const card of right ? this.picks.children : []) {
      card.dataset.came = card.dataset.card === right ? "right" : "wrong";
      card.disabled = true;
    }
    const told = said.filter((one) => !LASTING.includes(one.kind));
    document.getElementById("voice").textContent = told.map((one) => one.text).join(" ");
    await wait(600);
  }

  // Whether a guess came true; the last one of each shot counts.
  guessed(cameTrue) {
    guesses.set(`${this.section.id} ${this.beat.dataset.beat} ${this.at}`, cameTrue);
    body.dataset.guesses = `${[...guesses.values()].filter(Boolean).length} ${guesses.size}`;
  }

  // Shows exactly these words.
  show(said) {
    this.hush();
    const there = said.map((one) => this.put(one));
    for (const part of [...this.layer.children]) if (!there.includes(part)) part.remove();
  }

  // Words with a number that counts while a reel plays; they stay in place.
  async count(payoff) {
    const { said } = await this.says("payoffs", payoff);
    const parts = this.layer.children;
    if (parts.length !== said.length || said.some(({ kind }) => LASTING.includes(kind))) this.show(said);
    else for (const [at, one] of said.entries()) parts[at].textContent = one.text;
  }

  // Words over the picture: at a place on it, moved inside the stage.
  put({ text, kind, tone, at }) {
    if (LASTING.includes(kind)) return this.keep(text, kind, at);
    const part = document.createElement("p");
    part.className = tone ? `${KINDS[kind]} tone-${tone}` : KINDS[kind];
    part.dataset.payoff = "";
    part.textContent = text;
    if (typeof at === "string") part.dataset.at = at;
    this.layer.append(part);
    if (typeof at !== "string") {
      this.places.set(part, at);
      bring(part, at, this.layer);
    }
    return part;
  }

  // Words that stay: the heap of written sentences, one a line, and the sentence that gets a word, which flies.
  keep(text, kind, at) {
    let part = this.layer.querySelector(`.${KINDS[kind]}`);
    if (part?.dataset.text === text) return part;
    if (!part) {
      part = document.createElement("p");
      part.className = KINDS[kind];
      part.dataset.payoff = part.dataset.lasting = "";
      this.layer.append(part);
    }
    part.dataset.text = text;
    const [begin, written, open] = text.split("\n");
    if (kind === "heap") stack(part, text.split("\n"));
    else compose(part, begin, written, typeof at === "string" || isHurried() ? null : at, open);
    return part;
  }

  bringAll() {
    for (const part of this.layer.children) if (this.places.has(part)) bring(part, this.places.get(part), this.layer);
  }

  hush() {
    for (const part of this.layer.querySelectorAll(":scope > p:not([data-lasting])")) part.remove();
  }
}
