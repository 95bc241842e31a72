// How a lesson's film is come to: for the first time at its beginning, where its address says, or where it was left; and again
// by a link, Back or Forward. All shots up to that one are played at once, so that each finds the state it speaks of.

import { arrivals } from "./bridge.js";
import { Player } from "./film-player.js";
import { live } from "./film-steps.js";
import { motion } from "./film-time.js";
import { left } from "./left.js";

const query = new URLSearchParams(location.search);
const stage = window.downhillStage;

// Whether the reader has been on this page just before, and the lesson that its address names, which its beat is of.
const RELOADED = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
const NAMED = location.hash.slice(1).split("&")[0];
const isNamed = ({ id }) => !NAMED || NAMED === id;

export class Film extends Player {
  remembered() {
    const [lesson, ...place] = left();
    return lesson === this.section.id ? place : [];
  }

  // Whether the address says nothing of how this lesson stands, nor keeps it from being set.
  get isFresh() {
    const { id, dataset } = this.section;
    return !location.hash.includes(`&${id}.`) && !query.has("teacher") && !("limited" in dataset);
  }

  arrive() {
    return this.atOnce(() => this.begin());
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
