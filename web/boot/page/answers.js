// What the model answers to a reader's own first words, whether its text says so, and that asking changes no weight.

import { ask } from "./film-steps.js";

const MOST = 6; // answers that are shown, the newest first

export class Answers {
  constructor(section) {
    this.section = section;
    this.panel = section.querySelector(".answers");
    this.field = this.panel.querySelector("[data-asked]");
    this.panel.querySelector(".ask button").addEventListener("click", () => this.asked());
    this.field.addEventListener("keydown", ({ key, isComposing }) => {
      if (key === "Enter" && !isComposing) this.asked();
    });
  }

  part(name) {
    return this.panel.querySelector(name);
  }

  async asked() {
    const { mistake = "", ...fact } = await ask(this.section, "fact", `asked ${this.field.value.trim()}`);
    const note = this.part(".note");
    note.textContent = mistake;
    note.hidden = !mistake;
    this.field.setAttribute("aria-invalid", String(Boolean(mistake)));
    if (!mistake) this.tell(fact);
  }

  tell({ text, stands, likely, changed, told }) {
    const body = this.part("tbody");
    const row = body.insertRow(0);
    const name = row.appendChild(document.createElement("th"));
    name.scope = "row";
    name.textContent = text;
    row.insertCell().textContent = stands ? body.dataset.yes : body.dataset.no;
    row.insertCell().textContent = likely;
    row.dataset.stands = stands;
    while (body.rows.length > MOST) body.deleteRow(-1);
    this.part("table").hidden = this.part(".hint").hidden = false;
    this.section.dataset.changed = changed;
    this.part(".told").replaceChildren(
      ...told.map((sentence) => {
        const item = document.createElement("li");
        item.textContent = sentence;
        return item;
      }),
    );
  }
}
