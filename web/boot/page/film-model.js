// What a model's film shows besides words: what it writes in large letters, a slider that turns, the covered words of
// its text, and its copies. The worker computes all of it; nothing is recorded.

import { isHurried, play, wait } from "./film-time.js";
import { pieces } from "./film-words.js";

const LONGEST = 44; // characters of a sentence in large letters
const SMALLEST = 44; // CSS pixels: letter size below which a text takes a second line
const lang = document.documentElement.lang;
const decimals = (value, count, style = "decimal") =>
  value.toLocaleString(lang, { style, minimumFractionDigits: count, maximumFractionDigits: count }).replace("-", "−");

function part(film, name) {
  return film.section.querySelector(`.film-${name}`);
}

function put(parent, tag, text, name = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  parent.append(made);
  return made;
}

// A sentence, or its first words if there is no room for all.
function short(text) {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : LONGEST).replace(/[.,，。]$/, "")} …`;
}

// The letter size that fits on one line; below the smallest one, more lines.
function fit(line) {
  line.style.fontSize = "";
  line.style.whiteSpace = "nowrap";
  const largest = Number.parseFloat(getComputedStyle(line).fontSize);
  for (let size = largest; line.scrollWidth > line.clientWidth && size > SMALLEST; size -= 2) {
    line.style.fontSize = `${size - 2}px`;
  }
  line.style.whiteSpace = line.scrollWidth > line.clientWidth ? "" : "nowrap";
}

addEventListener("resize", () => document.querySelectorAll(".film-hero").forEach(fit));

function write(film, { prompt, outcome }, rest = short(outcome).slice(prompt.length)) {
  const line = part(film, "hero");
  line.firstElementChild.textContent = prompt;
  const place = line.lastElementChild;
  place.textContent = rest;
  place.classList.toggle("blank", !rest.trim());
  fit(line);
}

const TOLD = {
  // A covered word, words that may be there, and the model's probability for each.
  key(film, { questions, at, options }) {
    const tape = part(film, "tape");
    tape.replaceChildren();
    put(tape, "span", `${questions[at].before} `, "read");
    put(tape, "b", questions[at].covered, "covered");
    const row = part(film, "options");
    row.replaceChildren();
    const most = Math.max(0.04, ...options.map(({ chance }) => chance));
    for (const { word, chance } of options) {
      const card = put(row, "button", "", "option");
      card.type = "button";
      card.dataset.word = word;
      put(card, "b", word);
      put(card, "i", "").style.width = `${(100 * chance) / most}%`;
      put(card, "span", decimals(chance, 1, "percent"));
      card.onclick = () => {
        for (const one of row.children) one.classList.toggle("put", one === card);
      };
    }
  },
  heart(film, { now }) {
    const place = part(film, "heart");
    place.querySelector("b").textContent = now.copied;
    const list = place.querySelector("ul");
    list.replaceChildren();
    for (const { text, words, lit } of now.written.slice(0, 3)) mark(put(list, "li", ""), text, words, lit);
  },
  lies(film, told) {
    const rows = part(film, "odds").querySelectorAll("li");
    for (const [at, name] of ["own", "lie"].entries()) {
      const [word, bar, share] = rows[at].children;
      word.textContent = told[name];
      bar.style.setProperty("--share", told.now[name]);
      share.textContent = decimals(told.now[name], 0, "percent");
    }
  },
  huge(film, { now }) {
    part(film, "plate").querySelector("b").textContent = decimals(now, 2);
  },
  five(film, { sentences }) {
    const list = part(film, "five");
    list.replaceChildren();
    list.dataset.payoff = "";
    for (const { shown, text } of sentences) {
      const row = put(list, "li", "");
      put(row, "b", shown);
      put(row, "span", short(text.replace(/(\s\S+)\1{2,}.*/u, "$1$1$1 …")));
    }
  },
};

// A sentence with its copied runs lit, each as one piece.
export function mark(item, text, words, lit) {
  let rest = text;
  let place = item;
  for (const [at, word] of words.entries()) {
    const found = rest.toLocaleLowerCase(lang).indexOf(word.toLocaleLowerCase(lang));
    const upTo = Math.max(0, found) + word.length;
    const gap = rest.slice(0, Math.max(0, found));
    if (lit[at] && place === item) {
      item.append(gap);
      place = put(item, "mark", "");
    } else if (!lit[at] && place !== item) {
      place = item;
      place.append(gap);
    } else place.append(gap);
    place.append(rest.slice(gap.length, upTo));
    rest = rest.slice(upTo);
  }
  item.append(rest);
}

async function tell(film, name) {
  const told = await film.ask("fact", name);
  film.told = { ...film.told, [name]: told };
  TOLD[name]?.(film, told);
}

export const MODEL_STEPS = {
  async hero(film, how) {
    const stands = await film.ask("look");
    if (how !== "words") return write(film, stands, how === "blank" ? "" : undefined);
    const all = pieces(short(stands.outcome).slice(stands.prompt.length));
    for (let n = 1; n <= all.length; n++) {
      write(film, stands, all.slice(0, n).join(""));
      if (!isHurried()) await wait(340);
    }
  },
  fact: tell,
  async train(film, to, ends, ms, growth, told) {
    let stands = await film.ask("look");
    while (stands.steps < to && !stands.stopped) {
      const before = stands.steps;
      const steps = Math.min(to - before, isHurried() ? to : Math.max(1, Math.round(growth * before)));
      const [next] = await Promise.all([film.ask("train", 2000, steps, true), wait(ms)]);
      stands = next;
      if (told && !isHurried()) await tell(film, told);
      write(film, stands);
      if (stands.steps === before || ends.includes(stands.landmark)) break;
    }
    await film.ask("settle");
    write(film, await film.ask("look"));
    if (told) await tell(film, told);
  },
  // Takes one slider out of the wall and turns it; shows what the model then writes.
  async turn(film) {
    const { before, after } = film.told.turn;
    const cell = part(film, "cell");
    const [knob, number] = cell.children;
    await play(1300, async (t) => {
      const value = before + t * (after - before);
      cell.dataset.below = String(value < 0);
      knob.style.rotate = `${200 * value}deg`;
      number.textContent = decimals(value, 2);
      await film.ask("move", "weight", value);
    });
    await film.ask("settle");
    await MODEL_STEPS.hero(film, "words");
  },
  // Removes the cover, then shows the rest of the sentence: each word first as a question, then its answer.
  async uncover(film, what) {
    const tape = part(film, "tape");
    const { questions, at } = film.told.key;
    if (what === "first") {
      tape.querySelector(".covered").classList.replace("covered", "came");
      const put = part(film, "options").querySelector(".put");
      if (put) film.guessed(put.dataset.word === questions[at].covered);
      for (const one of part(film, "options").children) {
        one.classList.add(one.dataset.word === questions[at].covered ? "right" : "rest");
      }
      return wait(500);
    }
    tape.replaceChildren();
    for (const { before, covered } of questions) {
      tape.replaceChildren();
      put(tape, "span", before ? `${before} ` : "", "read");
      const word = put(tape, "b", covered, "covered");
      await wait(350);
      word.classList.replace("covered", "came");
      await wait(350);
    }
  },
};
