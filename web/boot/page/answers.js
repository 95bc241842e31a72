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
    const answer = row(text, stands ? body.dataset.yes : body.dataset.no, likely);
    answer.dataset.stands = stands;
    body.prepend(answer);
    while (body.rows.length > MOST) body.deleteRow(-1);
    this.part("table").hidden = this.part(".hint").hidden = false;
    this.section.dataset.changed = changed;
    this.part(".told").replaceChildren(...told.map((sentence) => item("li", sentence)));
  }
}

export function item(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

// Returns a row of a table: what it is about, and its cells.
export function row(name, ...cells) {
  const made = document.createElement("tr");
  made.append(item("th", name), ...cells.map((text) => item("td", text)));
  made.firstChild.scope = "row";
  return made;
}

// Saves a text as a file.
export function save(text, name) {
  const link = item("a", "");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Resolves once a trial's stage is without a film; without a trial, once the reader's own model is there again.
export function plain(section, trial) {
  return new Promise((resolve) => {
    section.dispatchEvent(new CustomEvent("downhill:plain", { detail: { trial, resolve } }));
  });
}
