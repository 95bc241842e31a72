// The film: a press of the filled button plays the deed of a shot, step by step; then the next shot's sentence comes. Shots are
// told by the lessons (`py/downhill/lesson/film.py`) and stand in the page, at their beats. What moves asks the worker, which
// draws; words that a deed has earned stand over the picture. A press during a motion ends it at once.

import "./ending.js";
import "./prologue.js";
import { arrivals, cross } from "./bridge.js";
import { followFog } from "./fog.js";
import { keepLeft, left } from "./left.js";
import { followLessons } from "./lesson-bar.js";
import { ask, live, STEPS } from "./film-steps.js";
import { hurry, motion, wait } from "./film-time.js";
import { Words } from "./film-words.js";

const root = document.documentElement;
const body = document.body;
const words = JSON.parse(document.getElementById("words").textContent);
const query = new URLSearchParams(location.search);
const stage = window.downhillStage;

// Whether the reader has been on this page just before, and the lesson that its address names, which its beat is of.
const RELOADED = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
const NAMED = location.hash.slice(1).split("&")[0];
const isNamed = ({ id }) => !NAMED || NAMED === id;

// One thing moves at a time, on all of the page: `moving` is the film that does, `turn` is over when all of them rest.
let moving = null;
let turn = Promise.resolve();
let arriving = false; // over a bridge: the last thing that the film before plays

class Film extends Words {
  constructor(section) {
    super(section);
    this.button = section.querySelector("[data-primary]");
    this.at = 0;
    this.over = this.left = this.waits = false;
    this.openings = 0;
    section.addEventListener("downhill:press", () => this.pressed());
    section.addEventListener("downhill:beat", () => this.opened());
    section.addEventListener("change", (event) => this.touched(event));
    section.addEventListener("input", (event) => this.grasped(event, ".slider input[type=range]"));
    section.addEventListener("click", (event) => this.grasped(event, "[data-action], [data-preset], [data-act]"));
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

  // One thing after the other; what moves is told on the body until nothing does.
  busy(work) {
    if (arriving) return this.play(work);
    turn = turn.then(() => this.play(work));
    return turn;
  }

  async play(work) {
    const bridged = arriving && body.dataset.busy === "bridge"; // a press still ends the flight
    const mine = bridged ? "bridge" : `${this.section.id} ${this.beat.dataset.beat} ${this.at + 1}`;
    const before = moving;
    moving = this;
    body.dataset.busy = mine;
    this.button.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (error) {
      console.error("Downhill: a shot of the film has broken", error);
    } finally {
      moving = before;
      if (!bridged) motion.hurried = motion.through;
      if (!bridged && body.dataset.busy === mine) body.dataset.busy = "";
      this.button.removeAttribute("aria-busy");
    }
  }

  // Play steps, but for those that are left when another beat has been opened meanwhile.
  async run(steps) {
    const { openings } = this;
    for (const [name, ...what] of steps || []) {
      if (this.openings !== openings) return;
      await STEPS[name](this, ...what);
    }
  }

  pressed() {
    if (!("live" in this.section.dataset)) return this.pressedEarly();
    if (body.dataset.busy === "bridge") return hurry();
    if (moving) hurry();
    if (moving === this) return;
    if (this.over) this.goOn();
    else this.busy(() => this.act());
  }

  async act() {
    const { deed, until } = this.shot;
    this.left = false;
    if (this.section.dataset.experiment === "python") await this.bringBack();
    this.hush();
    await this.run(deed);
    if (this.left) return;
    if (!until || (await this.says("rules", until))) await this.advance();
    else if (this.isLocked) this.end();
  }

  // A slider that an address has locked stays where it is: no shot waits for it, and the next one would speak of its move.
  get isLocked() {
    return this.section.querySelector(".slider input[type=range]:disabled") !== null;
  }

  // A press before Python is there is done as soon as it is; where it never comes, the story can be read.
  async pressedEarly() {
    const failed = root.dataset.python === "failed";
    this.notice(failed ? "" : words["wait.taken"]);
    if (failed) {
      if (this.at + 1 < this.shots.length) this.read(this.at + 1);
      else this.goOn();
      return this.speak();
    }
    if (this.waits) return;
    this.waits = true;
    await live(this.section);
    await turn;
    this.waits = false;
    this.notice("");
    this.pressed();
  }

  notice(text) {
    const note = this.section.querySelector(".notice");
    note.hidden = !text;
    note.textContent = text;
  }

  // The next shot of the beat is told; after the last one the way leads on.
  async advance() {
    await wait(500);
    if (this.left) return;
    if (this.at + 1 < this.shots.length) await this.tell(this.at + 1, true);
    else this.end();
  }

  end() {
    this.over = true;
    this.label();
  }

  async opened() {
    const opening = ++this.openings;
    this.left = true;
    if (moving) hurry();
    if (!this.beat.dataset.shots) return this.quit();
    this.read(0); // its words don't wait for Python, nor for what moves
    await live(this.section);
    return this.busy(async () => {
      if (opening !== this.openings) return; // another beat was opened meanwhile
      await this.bringBack();
      this.layer.replaceChildren();
      await this.tell(0, true);
    });
  }

  // A beat that is not on the path: the stage is as it is without a film.
  quit() {
    this.bringBack();
    this.deal([]);
    this.layer.replaceChildren();
    this.section.dataset.shown = "all";
    this.section.dataset.staged = "";
    this.unfold();
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

  async tell(at, enters) {
    if (!this.shots[at]) return; // the reader is off the path by now
    this.read(at);
    const { beat, shot } = this;
    await this.unfold();
    if (this.beat !== beat) return;
    this.deal(shot.cards || []);
    this.remember();
    if (enters && this.button === document.activeElement) this.speak();
    if (enters && shot.enter && !(await this.isWalked())) await this.run(shot.enter);
    this.section.dataset.staged = "";
  }

  // Whether the reader has moved a slider before Python was there: the story begins where that led.
  async isWalked() {
    const range = this.section.querySelector("[data-walked]");
    if (!range || this.beat !== this.path[0]) return false;
    await live(this.section);
    delete range.dataset.walked;
    await ask(this.section, "film", "", 1);
    return true;
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

  // The hand takes hold of a slider or a tool: words of what was done before go.
  grasped(event, selector) {
    if (!event.isTrusted || !event.target.closest(selector)) return;
    if (moving) hurry();
    else this.hush();
  }

  // The hand has let go: a shot that waits for something may be over, or not any more.
  async touched(event) {
    const { beat, shots } = this;
    const waits = shots.slice(0, this.at + 1).findLastIndex((shot) => shot.until);
    if (!event.isTrusted || waits < 0 || body.dataset.busy || !event.target.matches(".slider input")) return;
    await window.downhillIdle(this.section.id);
    const holds = await this.says("rules", shots[waits].until);
    if (beat !== this.beat || body.dataset.busy) return;
    if (waits + 1 < shots.length) {
      const at = waits + (holds ? 1 : 0);
      if (at !== this.at) await this.tell(at, false);
    } else if (!holds) this.read(waits);
    else if (!this.over)
      await this.busy(async () => {
        await this.run(shots[waits].deed.filter(([name]) => name !== "slide"));
        this.end();
      });
  }

  async bringBack() {
    if (!("experiment" in this.section.dataset)) return;
    await ask(this.section, "bring_back");
    delete this.section.dataset.experiment;
    await this.unfold();
  }

  goOn() {
    const next = this.path[this.path.indexOf(this.beat) + 1];
    this.left = true;
    if (next) stage.show(next, false);
    else this.goNext();
  }

  goNext() {
    this.left = true;
    if (!this.isAlone) return cross(this.section, () => stage.next(this.section));
    stage.mark(this.path[0]);
    this.opened();
  }

  remember() {
    if (!motion.through) keepLeft(this.section.id, this.beat.dataset.beat, this.at);
  }

  remembered() {
    const [lesson, ...place] = left();
    return lesson === this.section.id ? place : [];
  }

  // Whether the address says nothing of how this lesson stands, nor keeps it from being set.
  get isFresh() {
    const { id, dataset } = this.section;
    return !location.hash.includes(`&${id}.`) && !query.has("teacher") && !("limited" in dataset);
  }

  async arrive() {
    arriving = true;
    try {
      await this.begin();
    } finally {
      arriving = false;
    }
  }

  // Where the lesson comes into view for the first time: at its beginning, where its address says, or where it was left.
  begin() {
    if (!arrivals.delete(this.section)) return;
    const [name, at] = RELOADED ? this.remembered() : [];
    const beat = this.path.find((one) => one.dataset.beat === name);
    if (beat) return this.resume(beat, Math.min(Number(at), this.shotsOf(beat).length - 1));
    if (!this.beat.dataset.shots) return this.quit();
    if (!this.isFresh) return this.stand(0);
    const shot = isNamed(this.section) ? Math.trunc(Number(query.get("shot"))) - 1 : 0;
    if (this.beat === this.path[0] && !(shot > 0)) return this.opened();
    return this.playThrough(this.path, this.beat, Math.min(Math.max(shot, 0), this.shots.length - 1));
  }

  // Go on with a beat that was left: where the hand plays, as the address says; else with all that its shots need.
  resume(beat, at) {
    stage.mark(beat);
    if (!this.isFresh && this.shots.some(({ until }) => until)) return this.stand(at);
    return this.playThrough(this.isFresh ? this.path : [beat], beat, at);
  }

  // A shot's sentence is told of what is there.
  async stand(at) {
    this.read(at);
    await live(this.section);
    return this.busy(async () => {
      await window.downhillIdle?.(this.section.id);
      await this.tell(at, false);
    });
  }

  // Play all shots of these beats up to one, at once: each finds the state that its sentence speaks of.
  async playThrough(beats, to, shot) {
    const opening = ++this.openings;
    this.read(shot);
    await live(this.section);
    return this.busy(async () => {
      await window.downhillIdle?.(this.section.id); // a model that an address tells of trains again first
      motion.through = motion.hurried = true;
      try {
        await this.through(beats, to, shot, opening);
      } finally {
        motion.through = false;
      }
      this.remember();
    });
  }

  async through(beats, to, shot, opening) {
    for (const beat of beats) {
      await this.bringBack();
      this.layer.replaceChildren(); // words of the beat before
      for (const at of this.shotsOf(beat).keys()) {
        if (opening !== this.openings) return;
        stage.mark(beat);
        await this.tell(at, true);
        if (beat === to && at === shot) return;
        await this.run(this.shot?.deed.filter(([name]) => name !== "go_on" && name !== "next"));
      }
    }
  }

  // A link, Back or Forward has brought another state: what moves has ended, words told of the one before, a copy is gone.
  async restored() {
    this.openings++;
    this.left = true;
    if (moving === this) hurry();
    await new Promise((resolve) => setTimeout(resolve));
    await turn;
    await window.downhillIdle?.();
    this.layer.replaceChildren();
    const ends = this.beat.dataset.shots && this.leads;
    const stays = !("experiment" in this.section.dataset) || (await this.ask("look")).copy?.trial;
    if (stays && !ends) return;
    delete this.section.dataset.experiment;
    await this.opened();
  }
}

function start() {
  const films = [...document.querySelectorAll("section.lesson[data-film]")].map((section) => new Film(section));
  const seen = new IntersectionObserver(
    (entries) => {
      const now = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting])); // the last of each
      for (const [target, isIntersecting] of now) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        films.find(({ section }) => section.contains(target)).begin();
      }
    },
    { threshold: 0.3 },
  );
  for (const film of films) {
    arrivals.set(film.section, () => film.arrive());
    seen.observe(film.section.querySelector(".workbench"));
  }
  new MutationObserver(() => {
    for (const film of films) film.beat.dataset.shots && film.label();
  }).observe(root, { attributeFilter: ["data-python"] });
  addEventListener("hashchange", () => {
    if (location.hash.includes("&") || history.state !== null) for (const film of films) film.restored();
  });
}

followFog();
if ("beats" in root.dataset) start();
if (!root.dataset.embed) followLessons();
