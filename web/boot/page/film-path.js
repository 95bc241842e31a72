// Where the reader is on the path of a lesson's film: its beats with shots, the shot that is told, what the filled button says,
// and which parts of the stage were named on the way there.

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

  // A slider that an address has locked stays where it is: no shot waits for it, and the next one would speak of its move.
  get isLocked() {
    return this.section.querySelector(".slider input[type=range]:disabled") !== null;
  }

  notice(text) {
    const note = this.section.querySelector(".notice");
    note.hidden = !text;
    note.textContent = text;
  }

  // A shot's sentence, and what the filled button says beside it.
  read(at) {
    this.at = at;
    this.over = false;
    this.left = true; // whoever has led here is done
    for (const text of this.section.querySelectorAll("[data-told]")) delete text.dataset.told;
    const text = this.beat.querySelectorAll("p[data-says]")[at];
    if (text) text.dataset.told = "";
    this.section.dataset.shown = [...this.shown()].join(" ");
    this.setStage();
    this.label();
  }

  // Who presses the button by ear hears the sentence after the verdict.
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

  // In a frame there is no other lesson.
  get isAlone() {
    return "embed" in root.dataset;
  }

  // What has been named on the way to this shot, and not been taken away again.
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

  // The stage has the parts that were named, and no others.
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

  // The reader's own state is there again, where a copy was tried.
  async bringBack() {
    if (!("experiment" in this.section.dataset)) return;
    await ask(this.section, "bring_back");
    delete this.section.dataset.experiment;
    await this.unfold();
  }

  // A reload goes on here; where a copy is tried, at the beginning of its beat: there the reader's own model is as it was.
  remember() {
    const at = "experiment" in this.section.dataset ? 0 : this.at;
    if (!motion.through) keepLeft(this.section.id, this.beat.dataset.beat, at);
  }
}
