// What the page does for a shot's steps (`py/downhill/lesson/film.py`): most ask the worker, which draws.

import { MODEL_STEPS } from "./film-model.js";
import { earn, isHurried, play, wait } from "./film-time.js";

// Waits until the lesson is live.
export function live(section) {
  if ("live" in section.dataset) return Promise.resolve();
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!("live" in section.dataset)) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(section, { attributeFilter: ["data-live"] });
  });
}

// Asks the worker: a verb returns the state of the run, a question its answer.
export async function ask(section, ...request) {
  await live(section);
  return new Promise((resolve) => {
    const done = (answer) => resolve(JSON.parse(answer));
    section.dispatchEvent(new CustomEvent("downhill:ask", { detail: { request: JSON.stringify(request), done } }));
  });
}

export const STEPS = {
  ...MODEL_STEPS,
  async slide(film, name, to, ms) {
    const range = film.section.querySelector(`.slider input[type=range][name="${name}"]`);
    if (range.disabled) return; // locked by the address
    const places = typeof to === "string" ? await film.says("places", to) : [to];
    for (const place of places) {
      const from = Number(range.value);
      await play((0.75 * ms) / places.length, async (t) => {
        range.value = String(from + t * (place - from));
        range.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await wait((0.25 * ms) / places.length);
    }
    range.dispatchEvent(new Event("change", { bubbles: true }));
    await window.downhillIdle(film.section.id);
  },
  async lay(film, to, ms) {
    const now = [...film.section.querySelectorAll(".hand .slider input[type=range]")].map((range) =>
      Number(range.value),
    );
    const places = [now, ...(typeof to === "string" ? await film.says("places", to) : [to])];
    await play(
      ms,
      (t) => {
        const way = t * (places.length - 1);
        const at = Math.min(Math.floor(way), places.length - 2);
        const values = places[at].map((value, i) => value + (way - at) * (places[at + 1][i] - value));
        return ask(film.section, "lay", values);
      },
      true,
    );
    await ask(film.section, "settle");
  },
  async walk(film, steps, slow, fast) {
    for (let step = 0, taken = -1; step < steps; step++) {
      const hurried = isHurried();
      const stands = hurried ? await ask(film.section, "step", steps - step) : await ask(film.section, "stride");
      if (hurried || stands.steps === taken) break;
      taken = stands.steps;
      const ms = step < 5 ? slow : fast;
      await play(0.7 * ms, (t) => ask(film.section, "film", "glide", t));
      if (stands.finished) break;
      await wait(0.3 * ms);
    }
    await ask(film.section, "settle");
  },
  async reel(film, name, ms, first, last, told) {
    await play(
      ms,
      async (t) => {
        await ask(film.section, "film", name, first + t * (last - first));
        if (told) await film.count(told);
      },
      true,
    );
  },
  async ask(film, ...request) {
    await ask(film.section, ...request);
    if (request[0] === "begin_at") film.section.dispatchEvent(new Event("downhill:begun"));
  },
  // Trains a model, with a picture every few steps; at once if no time is given or a press ends it.
  async learn(film, steps, ms, until) {
    for (let stands = await ask(film.section, "look"); stands.steps < steps && !stands.stopped; ) {
      const few = ms && !isHurried() ? Math.max(1, Math.ceil(stands.steps / 25)) : steps;
      const most = Math.min(few, steps - stands.steps);
      const [next] = await Promise.all([ask(film.section, "train", 2000, most, true), wait(ms)]);
      if (next.steps === stands.steps || (until && next.landmark === until)) break;
      stands = next;
    }
    await ask(film.section, "settle");
  },
  async press(film, selector) {
    film.section.querySelector(selector).click();
    await window.downhillIdle(film.section.id);
  },
  wait: (_film, ms) => wait(ms),
  say: (film, payoff) => film.say(payoff),
  hush: (film) => film.hush(),
  earn: (_film, ...names) => earn(...names),
  async copy(film, trial) {
    await film.bringBack();
    film.section.dataset.experiment = trial;
    await ask(film.section, "try_on_copy", trial);
    await film.unfold();
  },
  bring_back: (film) => film.bringBack(),
  unfold(film, ...parts) {
    const there = film.section.dataset.shown.split(" ");
    film.section.dataset.shown = [...new Set([...there, ...parts])].join(" ");
    return film.unfold();
  },
  fold(film, ...parts) {
    const there = film.section.dataset.shown.split(" ");
    film.section.dataset.shown = there.filter((part) => !parts.includes(part)).join(" ");
    return film.unfold();
  },
  go_on: (film) => film.goOn(),
  next: (film) => film.goNext(),
};
