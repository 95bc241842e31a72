// How readers get to a lesson's film: the first time at its beginning, where the address says, or where they left it;
// later by a link, Back, or Forward. All shots up to there are played at once, so that each finds the state it
// describes.

import { arrivals } from "./bridge.js";
import { Player } from "./film-player.js";
import { live } from "./film-steps.js";
import { motion } from "./film-time.js";
import { left } from "./left.js";

const query = new URLSearchParams(location.search);
const stage = window.downhillStage;

// Whether the reader was on this page just before, and the lesson that the address names, to which its beat belongs.
const RELOADED = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
const NAMED = location.hash.slice(1).split("&")[0];
const isNamed = ({ id }) => !NAMED || NAMED === id;

export class Film extends Player {
  remembered() {
    const [lesson, ...place] = left();
    return lesson === this.section.id ? place : [];
  }

  // Whether the address leaves this lesson's state open and unlocked.
  get isFresh() {
    const { id, dataset } = this.section;
    return !location.hash.includes(`&${id}.`) && !query.has("teacher") && !("limited" in dataset);
  }

  arrive() {
    return this.atOnce(() => this.begin());
  }

  // The lesson comes into view for the first time.
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

  // Resumes a beat: with a hand's shots, where the address says; else after playing what its shots need.
  resume(beat, at) {
    stage.mark(beat);
    if (!this.isFresh && this.shots.some(({ until }) => until)) return this.stand(at);
    return this.playThrough(this.isFresh ? this.path : [beat], beat, at);
  }

  // A shot's sentence and picture describe the current state.
  async stand(at) {
    this.read(at);
    await live(this.section);
    return this.busy(async () => {
      await window.downhillIdle?.(this.section.id);
      await this.tell(at, false);
      const enters = this.shots.slice(0, at + 1).flatMap(({ enter }) => enter || []);
      await this.run(enters.filter(([name, verb]) => name === "ask" && verb === "film"));
    });
  }

  // Plays all shots of these beats up to one at once, so that its sentence finds its state.
  async playThrough(beats, to, shot) {
    const opening = ++this.openings;
    this.read(shot);
    await live(this.section);
    return this.busy(async () => {
      await window.downhillIdle?.(this.section.id); // a model in the address trains first
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
      this.layer.replaceChildren(); // words of the previous beat
      for (const at of this.shotsOf(beat).keys()) {
        if (opening !== this.openings) return;
        stage.mark(beat);
        await this.tell(at, true);
        if (beat === to && at === shot) return;
        await this.run(this.shot?.deed.filter(([name]) => name !== "go_on" && name !== "next"));
      }
    }
  }

  // A link, Back, or Forward brought another state: end motions, remove words about the previous one and any copy.
  async restored() {
    this.stop();
    await new Promise((resolve) => setTimeout(resolve));
    await this.rested();
    await window.downhillIdle?.();
    this.layer.replaceChildren();
    const ends = this.beat.dataset.shots && this.leads;
    const stays = !("experiment" in this.section.dataset) || (await this.ask("look")).copy?.trial;
    if (stays && !ends) return;
    delete this.section.dataset.experiment;
    await this.opened();
  }
}
