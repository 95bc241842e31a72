// A press of the filled button plays a shot's deed step by step; then the next shot's sentence comes. A press during a
// motion ends it. Only one thing on the page moves at a time.

import { cross } from "./bridge.js";
import { Path } from "./film-path.js";
import { ask, live, STEPS } from "./film-steps.js";
import { busy, hurry, wait } from "./film-time.js";

const root = document.documentElement;
const body = document.body;
const words = JSON.parse(document.getElementById("words").textContent);
const stage = window.downhillStage;

let moving = null; // the film that is moving
let turn = Promise.resolve(); // resolves when all of them rest
let arriving = false; // over a bridge, the last thing that the previous film plays

// What a reader does themselves; what a film has said is gone then.
const [HELD, PRESSED] = [
  ".slider input[type=range], .entry input",
  "[data-action], [data-preset], [data-act], .entry button",
];

export class Player extends Path {
  constructor(section) {
    super(section);
    this.waits = false;
    this.openings = 0;
    section.addEventListener("downhill:press", () => this.pressed());
    section.addEventListener("downhill:beat", () => this.opened());
    section.addEventListener("downhill:plain", ({ detail }) => this.plain(detail.trial).then(detail.resolve));
    section.addEventListener("change", (event) => this.touched(event));
    section.addEventListener("input", (event) => this.grasped(event, HELD));
    section.addEventListener("click", (event) => this.grasped(event, PRESSED));
  }

  // Plays one thing after another; body says what moves until nothing does.
  busy(work) {
    if (arriving) return this.play(work);
    turn = turn.then(() => this.play(work));
    return turn;
  }

  // Over a bridge, nothing waits its turn.
  async atOnce(work) {
    arriving = true;
    try {
      await work();
    } finally {
      arriving = false;
    }
  }

  async play(work) {
    const before = moving;
    moving = this;
    const bridged = arriving && body.dataset.busy === "bridge"; // a press still ends the flight
    const name = `${this.section.id} ${this.beat.dataset.beat} ${this.at + 1}`;
    try {
      await (bridged ? work() : busy(this.button, name, work));
    } catch (error) {
      console.error("Downhill: a shot of the film has broken", error);
    } finally {
      moving = before;
    }
  }

  // Ends this film's motion; `rested` resolves when everything is still.
  stop() {
    this.openings++;
    this.left = true;
    if (moving === this) hurry();
  }

  rested() {
    return turn;
  }

  // Plays steps, except those left when another beat opens meanwhile.
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
    if (["own", "changed", "class"].includes(this.section.dataset.experiment)) return this.goBack();
    if (this.section.dataset.experiment === "python") await this.bringBack();
    this.hush();
    await this.run(deed);
    if (this.left) return;
    if (!until || (await this.says("rules", until))) await this.advance();
    else if (this.isLocked) this.end();
  }

  // Delays a press until Python is here; if it never comes, the story is still readable.
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

  // Shows the beat's next shot; after the last one, the way on.
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
    this.read(0); // the words don't wait for Python or for motion
    await live(this.section);
    return this.busy(async () => {
      if (opening !== this.openings) return; // another beat was opened meanwhile
      await this.bringBack();
      this.layer.replaceChildren();
      await this.tell(0, true);
    });
  }

  // A beat off the path: the stage is as it is without a film, also once what played before has ended.
  async quit() {
    this.bringBack();
    this.clear();
    await turn;
    if (!this.beat.dataset.shots) this.unfold();
  }

  // A copy learns a text of the reader's own, on a stage without a film; without a name, the reader's model is back.
  async plain(trial) {
    this.stop();
    await this.rested();
    if (trial) {
      this.section.dataset.experiment = trial;
      this.clear();
    } else await this.goBack();
  }

  // The reader's own model is there again, and the story where it was.
  async goBack() {
    await this.bringBack();
    if (this.shots.length) await this.tell(this.at, false);
  }

  clear() {
    this.deal([]);
    this.layer.replaceChildren();
    this.section.dataset.shown = "all";
    this.section.dataset.staged = "";
    this.unfold();
  }

  async tell(at, enters) {
    if (!this.shots[at]) return; // the reader has left the path
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

  // Whether the reader moved a slider before Python was here: the story starts from there.
  async isWalked() {
    const range = this.section.querySelector("[data-walked]");
    if (!range || this.beat !== this.path[0]) return false;
    await live(this.section);
    delete range.dataset.walked;
    await ask(this.section, "film", "", 1);
    return true;
  }

  // The hand takes a slider or a tool: remove words about the past.
  grasped(event, selector) {
    if (!event.isTrusted || !event.target.closest(selector)) return;
    if (moving) hurry();
    else this.hush();
  }

  // The hand lets go: a waiting shot may be done, or not anymore.
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
}
