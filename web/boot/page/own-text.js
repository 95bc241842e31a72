// A text of the reader's own: pasted, or from a file, and read by a copy of the model. Comes when its panel is opened, or with
// a link that brings a text. The text goes to the worker and nowhere else.

import { Answers, item, plain, save } from "./answers.js";
import { ChangedText } from "./changed-text.js";
import { mark } from "./film-model.js";
import { ask } from "./film-steps.js";

const MOST = 400_000; // bytes of a file that are read: more than a text may have
const PAUSE = 900; // ms between two looks at what the copy writes, while it trains

class OwnText {
  constructor(section) {
    this.section = section;
    this.panel = section.querySelector(".own-text");
    this.area = this.panel.querySelector("[data-own-text]");
    this.looks = false;
    for (const button of this.panel.querySelectorAll("[data-text-do]"))
      button.addEventListener("click", () => this[button.dataset.textDo](button));
    this.panel.querySelector("[type=file]").addEventListener("change", ({ target }) => this.opened(target));
    new MutationObserver(() => this.followed()).observe(section, {
      attributeFilter: ["data-steps", "data-corpus", "data-experiment"],
    });
    this.followed();
  }

  part(name) {
    return this.panel.querySelector(name);
  }

  complain(text) {
    const note = this.part(".note");
    note.textContent = text;
    note.hidden = !text;
    this.area.setAttribute("aria-invalid", String(Boolean(text)));
  }

  async opened(input) {
    const [file] = input.files;
    if (!file) return;
    const text = await file.slice(0, MOST).text();
    input.value = "";
    if (!(await this.isRead(text))) return; // what stood in the field stays
    this.area.value = text.replace(/^\ufeff/, "");
    this.begin();
  }

  // What is in the field stays there: a story comes only where nothing is.
  async story({ dataset }) {
    this.complain(this.area.value.trim() ? dataset.full : "");
    if (!this.area.value.trim()) this.area.value = (await ask(this.section, "fact", "story")).source;
    this.area.focus();
  }

  async use() {
    if (await this.isRead(this.area.value)) this.begin();
    else this.area.focus();
  }

  // Whether a copy has read the text; if not, the note says why, unless the page is locked, which says so itself.
  async isRead(text) {
    const { mistake, copy } = await ask(this.section, "read_text", text);
    this.complain(mistake.sentence || "");
    return !mistake.sentence && copy.trial === "own";
  }

  // The copy stands on the stage, as without a film, and trains.
  begin() {
    this.part(".brought").hidden = true;
    plain(this.section, "own");
    this.section.querySelector("[data-action=play]").click();
  }

  async back() {
    plain(this.section, "");
    this.area.focus();
  }

  // The model has moved on, or another one is there.
  async followed() {
    const { corpus, experiment } = this.section.dataset;
    const isOwn = corpus === "own" && experiment !== "class"; // a group's text stays in its own part
    this.part("[data-text-do=back]").hidden = !isOwn;
    if (!isOwn) this.part(".of-text").hidden = true;
    if (!corpus || experiment === "class" || this.looks) return;
    this.looks = true;
    try {
      this.tell(await ask(this.section, "fact", "own_text"));
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    } finally {
      this.looks = false;
    }
    if (this.steps !== this.section.dataset.steps) this.followed();
  }

  tell(fact) {
    this.steps = this.section.dataset.steps;
    if (!this.area.value) this.area.value = fact.source;
    this.part(".brought").hidden = Boolean(fact.told);
    if (!fact.told) return;
    this.part(".of-text").hidden = false;
    const told = this.part(".told");
    if (told.children.length !== fact.told.length || told.firstChild.textContent !== fact.told[0])
      told.replaceChildren(...fact.told.map((text) => item("li", text)));
    this.part("meter").value = fact.share;
    this.part(".enough span").textContent = fact.little;
    this.part(".copied").textContent = fact.copied;
    this.part(".stopped").textContent = fact.stopped;
    this.part(".lit").replaceChildren(...fact.written.map((one) => this.line(one)));
  }

  // What it writes, with copied runs lit; a press tells where the first one stands.
  line({ text, words, lit, stands }) {
    const line = item(stands ? "button" : "span", "");
    mark(line, text, words, lit);
    const row = item("li", "");
    row.append(line);
    if (stands) {
      const where = this.part(".stands");
      line.type = "button";
      line.title = stands;
      line.addEventListener("click", () => {
        where.textContent = `${where.dataset.before} ${stands}`;
      });
    }
    return row;
  }

  async link({ dataset }) {
    const fragment = await ask(this.section, "text_link");
    const sent = this.part(".sent");
    if (!fragment) sent.textContent = dataset.long;
    else {
      const address = `${location.origin}${location.pathname}#${fragment}`;
      const isCopied = await navigator.clipboard?.writeText(address).then(
        () => true,
        () => false,
      );
      sent.textContent = isCopied ? dataset.done : address;
    }
  }

  save() {
    save(this.area.value, "downhill-text.txt");
  }
}

export function takeTexts(section) {
  new Answers(section);
  new OwnText(section);
  new ChangedText(section);
}
