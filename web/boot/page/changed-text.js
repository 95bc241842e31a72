// Lines slipped into the model's text, or changed in it: a copy learns that, and what it then finds likely stands beside what the
// reader's own model does.

import { plain, row } from "./answers.js";
import { ask } from "./film-steps.js";

const ENOUGH = 1000; // steps of the reader's own model, to compare with

export class ChangedText {
  constructor(section) {
    this.section = section;
    this.panel = section.querySelector(".changed-text");
    this.count = this.panel.querySelector("[type=range]");
    this.count.addEventListener("input", () => {
      this.panel.querySelector("output").textContent = this.count.value;
    });
    for (const button of this.panel.querySelectorAll("[data-change]"))
      button.addEventListener("click", () => this.change(button.dataset.change));
    const watch = new MutationObserver(() => this.followed());
    watch.observe(section, { attributeFilter: ["data-steps", "data-experiment"] });
    this.trial = "";
  }

  part(name) {
    return this.panel.querySelector(name);
  }

  async change(what) {
    if (what === "back") return plain(this.section, "");
    await plain(this.section, ""); // no copy of a copy
    const { steps } = await ask(this.section, "look");
    const note = this.part(".note");
    note.hidden = steps >= ENOUGH;
    note.textContent = note.hidden ? "" : note.dataset.first;
    if (steps < ENOUGH) return;
    const trial = what === "lies" ? `lies ${this.count.value}` : what;
    const { copy } = await ask(this.section, "try_on_copy", trial);
    if (copy.trial !== trial) return; // the page is locked
    plain(this.section, "changed");
    this.trial = trial;
    if (what === "lies") this.section.dataset.poison = this.count.value;
    else this.section.dataset.tilt = what.slice(5);
    this.section.querySelector("[data-action=play]").click();
  }

  async followed() {
    const isOn = this.section.dataset.experiment === "changed";
    this.part("[data-change=back]").hidden = !isOn;
    if (!isOn) {
      this.trial = "";
      delete this.section.dataset.poison;
      delete this.section.dataset.tilt;
      return;
    }
    if (!this.trial || this.looks) return;
    this.looks = true;
    const { steps } = this.section.dataset;
    this.tell(await ask(this.section, "fact", "odds"));
    await new Promise((resolve) => setTimeout(resolve, 600));
    this.looks = false;
    if (steps !== this.section.dataset.steps) this.followed();
  }

  tell({ rows, said }) {
    if (!rows.length) return; // the reader's own model is back
    const table = this.part(".odds");
    table.hidden = false;
    table.tBodies[0].replaceChildren(
      ...rows.map(({ text, before, now, shown }) => {
        const line = row(text, ...shown);
        for (const [at, share] of [before, now].entries()) line.cells[at + 1].style.setProperty("--share", share);
        return line;
      }),
    );
    this.part(".came").textContent = said.join(" ");
  }
}
