// The cards with the questions for a class: about them, the student's word, one question to a screen, and the end. They
// need no Python. The answers go along in the result code, from hidden fields that Python finds by `data-tested`.

import { dealt, folded, formOf, isWord, proposed } from "./questions-word.js";
import { Kept } from "./questions-kept.js";

const root = document.documentElement;
const words = JSON.parse(document.getElementById("words").textContent);
const MINUTE = 60_000;

export class Questions {
  at = 0;
  isOver = false; // answered or skipped
  began = 0;

  // `kind` is an occasion: before, after, or later.
  constructor(dialog, kind, isShared) {
    Object.assign(this, { dialog, kind, kept: new Kept(isShared) });
    this.form = dialog.querySelector("form");
    this.field = dialog.querySelector("[name=word]");
    this.steps = dialog.querySelector("[data-steps]");
    this.cards = [...dialog.querySelectorAll("[data-card]")];
    for (const part of dialog.querySelectorAll("[data-when]")) {
      if (!part.dataset.when.split(" ").includes(kind)) part.remove();
    }
    if (kind === "before" && !this.kept.isBegun) this.propose();
    for (const part of dialog.querySelectorAll("[data-begun]")) part.hidden = !this.kept.isBegun;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.form.addEventListener("input", () => this.answered());
    dialog.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    dialog.addEventListener("keydown", (event) => this.keyed(event));
    dialog.addEventListener("close", () => this.closed());
  }

  get card() {
    return this.cards[this.at];
  }

  get items() {
    return this.cards.filter((card) => card.dataset.testItem);
  }

  open(onward = null) {
    if (this.dialog.open || this.isOver) return;
    this.onward = onward;
    this.dialog.showModal();
    this.show(this.at);
  }

  show(at) {
    this.at = at;
    this.say("");
    for (const card of this.cards) card.hidden = card !== this.card;
    const number = this.items.indexOf(this.card) + 1;
    this.steps.hidden = !number;
    for (const [index, part] of [...this.steps.children].entries()) part.toggleAttribute("data-done", index < number);
    if (number && !this.began) this.began = performance.now();
    this.dialog.scrollTop = 0;
    this.card.querySelector("[tabindex='-1']").focus();
  }

  say(text) {
    this.dialog.querySelector("[data-said]").textContent = text;
  }

  back() {
    this.show(this.at - 1);
  }

  next() {
    const { card, testItem } = this.card.dataset;
    const isOpen = testItem && this.card.querySelector("[type=radio]") && !this.card.querySelector(":checked");
    if (card === "word" && !this.take()) return;
    if (isOpen && !("told" in this.card.dataset)) {
      this.card.dataset.told = "";
      return this.say(this.dialog.dataset.open);
    }
    if (card === "end") return this.dialog.close();
    if (card !== "word") this.show(this.at + 1);
    if (this.card.dataset.card === "end") this.finish();
  }

  propose() {
    this.field.value = proposed(this.field.dataset.animals.split(" "));
    this.field.removeAttribute("aria-invalid");
    this.say("");
  }

  // Takes the word, deals its form of the questions, and opens the first one without an answer.
  take() {
    const word = folded(this.field.value);
    this.field.setAttribute("aria-invalid", String(!isWord(word)));
    if (!isWord(word)) {
      this.say(this.dialog.dataset.wrong);
      this.field.focus();
      return false;
    }
    this.kept.begin(word);
    this.deal(word);
    const open = this.items.find((item) => !this.valueOf(item)) ?? this.items.at(-1);
    this.show(this.cards.indexOf(open));
    return true;
  }

  deal(word) {
    this.letter = formOf(word, this.kind);
    for (const item of this.items) item.remove();
    const [about, asks, end] = this.cards.filter((card) => !card.dataset.testItem);
    const items = dealt(this.dialog.querySelector("template").content, word, this.kind, this.letter);
    asks.after(...items);
    this.cards = [about, asks, ...items, end];
    this.steps.replaceChildren(...items.map(() => document.createElement("i")));
    for (const [index, item] of items.entries()) {
      const count = item.querySelector(".count");
      count.textContent = count.textContent.replace("{number}", index + 1).replace("{count}", items.length);
    }
    this.restore();
  }

  // Brings back what this word has answered on this occasion.
  restore() {
    const { [`test-${this.kind}`]: test = "", [`answer-why-${this.kind}`]: why = "" } = this.kept.fields;
    const [, letters, minutes] = /:(.*)\.(\d)$/.exec(test) ?? [null, "", 0];
    this.minutes = Number(minutes);
    this.began = 0;
    for (const [index, item] of this.choices().entries()) {
      const chosen = [...item.querySelectorAll("[type=radio]")].find(({ value }) => value === letters[index]);
      if (chosen) chosen.checked = true;
    }
    this.area.value = why;
  }

  get area() {
    return this.form.querySelector("textarea");
  }

  choices() {
    return this.items.filter((item) => item.querySelector("[type=radio]"));
  }

  valueOf(item) {
    return item.querySelector(":checked, textarea")?.value ?? "";
  }

  // Keeps what was answered so far, with the whole minutes since the first question.
  answered() {
    if (!this.card.dataset.testItem) return;
    this.say("");
    const minutes = Math.min(9, this.minutes + Math.floor((performance.now() - this.began) / MINUTE));
    const letters = this.choices()
      .map((item) => this.valueOf(item) || "-")
      .join("");
    const version = this.dialog.dataset.version;
    const isKept = [
      this.kept.keep(`test-${this.kind}`, `${version}${this.letter}:${letters}.${minutes}`),
      this.kept.keep(`answer-why-${this.kind}`, this.area.value.trim()),
    ].every(Boolean);
    if (!isKept) this.say(this.dialog.dataset.unkept);
  }

  // Puts the answers where the page's Python finds them, and shows the code.
  finish() {
    this.answered();
    this.isOver = true;
    for (const [name, value] of Object.entries(this.kept.fields)) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", value });
      field.dataset.tested = name;
      this.dialog.append(field);
    }
    this.code();
  }

  // Shows the result code, once Python is here.
  code() {
    const told = ["ready", "failed"].includes(root.dataset.python);
    this.say(told ? "" : words["wait.taken"]);
    if (told) return document.querySelector("section.lesson [data-result]").click();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      if (this.dialog.open) this.code();
    });
    watch.observe(root, { attributeFilter: ["data-python"] });
  }

  skip() {
    this.isOver = this.isSkipped = true;
    this.dialog.close();
  }

  // Digits choose an answer; Enter leads on from wherever it has no meaning of its own.
  keyed(event) {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || target.matches("textarea, [type=text]")) return;
    const chosen = this.card.querySelectorAll("[type=radio]")[Number(key) - 1];
    if (chosen) chosen.click();
    chosen?.focus();
    if (key === "Enter" && !target.matches("button, input")) this.form.requestSubmit();
  }

  closed() {
    if (!this.isOver) return this.tell();
    if (this.isSkipped && this.onward) return this.onward();
    const named = document.getElementById(location.hash.slice(1).split("&")[0]);
    if (this.kind !== "before") return;
    if (named?.matches("section.lesson")) named.querySelector("h2").focus({ preventScroll: true });
    else window.downhillStage.enter(document.querySelector("section.lesson"));
  }

  // Left before the end: a line says how to come back.
  tell() {
    const note = document.getElementById("notice");
    note.hidden = false;
    note.textContent = this.dialog.dataset.left;
  }
}
