// The questions of `?test=before`, `after`, or `later`: over the page, one to a screen. They need no Python. What a
// student answers goes along in their result code, as hidden fields that the page's Python finds by `data-answer`.

import { dealt, folded, formOf, isWord, proposed } from "./questions-word.js";
import { Kept } from "./questions-kept.js";

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const [kind, ...settings] = (query.get("test") || "before").split(",");
const words = JSON.parse(document.getElementById("words").textContent);
const stage = window.downhillStage;
const MINUTE = 60_000;

class Questions {
  at = 0;
  isOver = false; // answered or skipped
  began = 0;

  constructor(dialog) {
    this.dialog = dialog;
    this.kept = new Kept(settings.includes("shared"));
    this.form = dialog.querySelector("form");
    this.field = dialog.querySelector("[name=word]");
    this.steps = dialog.querySelector("[data-steps]");
    this.cards = [...dialog.querySelectorAll("[data-card]")];
    for (const part of dialog.querySelectorAll("[data-when]")) {
      if (!part.dataset.when.split(" ").includes(kind)) part.remove();
    }
    dialog.querySelector("[data-begun]").hidden = !this.kept.isBegun;
    if (kind === "before" && !this.kept.isBegun) this.propose();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.form.addEventListener("change", () => this.answered());
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

  open(then = null) {
    if (this.dialog.open || this.isOver) return;
    this.then = then;
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
    this.card.querySelector(":checked, [tabindex='-1']").focus();
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
    this.letter = formOf(word, kind);
    for (const item of this.items) item.remove();
    const [about, asks, end] = this.cards.filter((card) => !card.dataset.testItem);
    const items = dealt(this.dialog.querySelector("template").content, word, kind, this.letter);
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
    const { [`test-${kind}`]: test = "", [`answer-why-${kind}`]: why = "" } = this.kept.fields;
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
    const letters = this.choices().map((item) => this.valueOf(item) || "-").join("");
    const version = this.dialog.dataset.version;
    const isKept = [
      this.kept.keep(`test-${kind}`, `${version}${this.letter}:${letters}.${minutes}`),
      this.kept.keep(`answer-why-${kind}`, this.area.value.trim()),
    ].every(Boolean);
    if (!isKept) this.say(this.dialog.dataset.unkept);
  }

  // Puts the answers where the page's Python finds them, and shows the code.
  finish() {
    this.answered();
    this.isOver = true;
    for (const [name, value] of Object.entries(this.kept.fields)) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", value });
      field.dataset.answer = name;
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
    this.isOver = true;
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
    if (this.then) return this.then();
    if (kind !== "before") return;
    const named = document.getElementById(location.hash.slice(1).split("&")[0]);
    if (named?.matches("section.lesson")) named.querySelector("h2").focus({ preventScroll: true });
    else stage.enter(document.querySelector("section.lesson"));
  }

  // Left before the end: a line says how to come back.
  tell() {
    const note = document.getElementById("notice");
    note.hidden = false;
    note.textContent = this.dialog.dataset.left;
  }
}

async function begin() {
  const { panel } = document.getElementById("teacher").dataset;
  const answer = await fetch(panel.replace("teacher.html", "questions.html"));
  const text = await answer.text();
  if (!answer.ok || !text.startsWith("<dialog")) throw new Error("questions.html is missing");
  document.body.insertAdjacentHTML("beforeend", text);
  const questions = new Questions(document.body.lastElementChild);
  // A result is asked for before the questions are answered.
  addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.("[data-result]");
      if (!button || questions.isOver) return;
      event.stopImmediatePropagation();
      questions.open(() => button.click());
    },
    true,
  );
  if (kind !== "after" || location.hash === "#test") return questions.open();
  addEventListener("hashchange", () => location.hash === "#test" && questions.open());
  const { next } = stage;
  stage.next = (section) => {
    const following = next(section);
    if (following.id === "closing") questions.open();
    return following;
  };
}

const isApart = ["embed", "present"].some((name) => name in root.dataset) || query.has("teacher");
if (["before", "after", "later"].includes(kind) && !isApart) await begin();
