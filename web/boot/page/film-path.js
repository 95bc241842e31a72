// Where the reader is on a film's path: its beats with shots, the current shot, the filled button's label, and which
// parts of the stage were named so far.

import { ask } from "./film-steps.js";
import { motion } from "./film-time.js";
import { Words } from "./film-words.js";
import { keepLeft } from "./left.js";

const root = document.documentElement;
const words = JSON.parse(document.getElementById("words").textContent);

export class Path extends Words {
  constructor(section) {
    super(section);
    this.button = section.querySelector("[data-primary]");
    this.at = 0;
    this.over = this.left = false;
  }

  get beat() {
    return this.section.querySelector(".beats > [aria-current]");
  }

  get shots() {
    return this.shotsOf(this.beat);
  }

  get shot() {
    return this.shots[this.at];
  }

  shotsOf(beat) {
    return JSON.parse(beat.dataset.shots || "[]");
  }

  get path() {
    return [...this.section.querySelectorAll(".beats > [data-shots]")].filter((beat) => !beat.hidden);
  }

  ask(...request) {
    return ask(this.section, ...request);
  }

  says(kind, name) {
    return ask(this.section, "film_says", kind, name);
  }

  // A locked slider stays where it is: no shot waits for it, and the next one would mention its move.
  get isLocked() {
    return this.section.querySelector(".slider input[type=range]:disabled") !== null;
  }

  notice(text) {
    const note = this.section.querySelector(".notice");
    note.hidden = !text;
    note.textContent = text;
  }

  // A shot's sentence and the filled button's label.
  read(at) {
    this.at = at;
    this.over = false;
    this.left = true; // whatever led here is done
    for (const text of this.section.querySelectorAll("[data-told]")) delete text.dataset.told;
    const text = this.beat.querySelectorAll("p[data-says]")[at];
    if (text) text.dataset.told = "";
    this.section.dataset.shown = [...this.shown()].join(" ");
    this.setStage();
    this.label();
  }

  // Readers with a screen reader who press the button hear the sentence after the verdict.
  speak() {
    const said = document.createElement("p");
    said.textContent = this.beat.querySelector("[data-told]").textContent;
    document.getElementById("voice").append(" ", said);
  }

  label() {
    if (!this.shot) return; // another beat comes
    const reads = this.over || root.dataset.python === "failed";
    const ends = reads || this.leads;
    const key = ends && this.isAlone && this.beat === this.path.at(-1) ? "film.again" : reads && "film.on";
    this.button.textContent = words[key] || this.shot.go;
  }

  // Whether the shot leads to the next lesson.
  get leads() {
    return this.shot.deed.some(([name]) => name === "next");
  }

  // A frame has no other lesson.
  get isAlone() {
    return "embed" in root.dataset;
  }

  // The parts named on the way to this shot and not removed again.
  shown() {
    const found = new Set();
    for (const beat of this.path) {
      for (const [at, shot] of this.shotsOf(beat).entries()) {
        for (const part of shot.shows || []) found.add(part);
        for (const part of shot.hides || []) found.delete(part);
        if (beat === this.beat && at === this.at) return found;
        for (const [name, ...parts] of shot.deed || []) {
          if (name === "unfold") for (const part of parts) found.add(part);
          if (name === "fold") for (const part of parts) found.delete(part);
        }
      }
    }
    return found;
  }

  // Shows exactly the named parts of the stage.
  setStage() {
    const shown = (this.section.dataset.shown || "").split(" ");
    for (const part of this.section.querySelectorAll("[data-unfolds]")) {
      const names = part.dataset.unfolds.split(" ");
      part.toggleAttribute("data-folded", shown[0] !== "all" && !names.some((name) => shown.includes(name)));
    }
    return shown;
  }

  // The worker draws its pictures by them.
  unfold() {
    return ask(this.section, "unfold", this.setStage());
  }

  // Restores the reader's own state after a trial on a copy.
  async bringBack() {
    if (!("experiment" in this.section.dataset)) return;
    await ask(this.section, "bring_back");
    delete this.section.dataset.experiment;
    await this.unfold();
  }

  // Where a reload resumes; during a trial, at the start of its beat, where the reader's own model is unchanged.
  remember() {
    const at = "experiment" in this.section.dataset ? 0 : this.at;
    if (!motion.through) keepLeft(this.section.id, this.beat.dataset.beat, at);
  }
}
