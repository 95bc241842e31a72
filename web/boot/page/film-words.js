// What a film says over its picture: words that a deed has earned, and cards for a guess.

import { bring, compose, isHurried, stack, wait } from "./film-time.js";

const body = document.body;
const KINDS = { verdict: "verdict", note: "said-note", number: "said-number", hero: "said-hero", heap: "said-heap" };
const LASTING = ["hero", "heap"];
const guesses = new Map();

export class Words {
  constructor(section) {
    this.section = section;
    this.layer = section.querySelector("[data-words]");
    this.picks = section.querySelector("[data-picks]");
    this.places = new WeakMap(); // where words stand, to put them there again when the stage has another size
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

  // A guess came true or did not: each shot's last one counts.
  guessed(cameTrue) {
    guesses.set(`${this.section.id} ${this.beat.dataset.beat} ${this.at}`, cameTrue);
    body.dataset.guesses = `${[...guesses.values()].filter(Boolean).length} ${guesses.size}`;
  }

  // These words and no others.
  show(said) {
    this.hush();
    const there = said.map((one) => this.put(one));
    for (const part of [...this.layer.children]) if (!there.includes(part)) part.remove();
  }

  // Words with a number that counts while a reel plays: they stay in their place.
  async count(payoff) {
    const { said } = await this.says("payoffs", payoff);
    const parts = this.layer.children;
    if (parts.length !== said.length || said.some(({ kind }) => LASTING.includes(kind))) this.show(said);
    else for (const [at, one] of said.entries()) parts[at].textContent = one.text;
  }

  // Words over the picture: at a place of it, moved inwards where they would stand out of the stage.
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

  // Words that stay: the heap of what was written, a line each, and the sentence to which a word is added, which flies.
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
