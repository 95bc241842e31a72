// What is seen of a class's models: a row with a bar for each, a map with the mean in the middle, losses after each round.

import { item, row } from "./answers.js";

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 4.8; // nats: the loss of a model that has learned nothing is ln 117
const NAMES = { mean: "curve.mean", alone: "curve.alone", all: "row.all" };
const SERIES = Object.keys(NAMES);

function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export class Picture {
  constructor(part) {
    this.part = part;
    this.root = part.find("[data-class-mean]");
    this.rounds = [];
  }

  // Shows an answer to `collect`; `more` are further rows.
  show({ rows, mean, away = "" }, more = []) {
    this.root.hidden = !mean;
    for (const name of ["loss", "groups", "round"]) {
      if (mean) this.root.dataset[name] = name === "loss" ? mean.loss.toFixed(4) : mean[name];
      else delete this.root.dataset[name];
    }
    if (!mean) return;
    const all = [...rows, { ...mean, kind: "mean" }, ...more.map((one) => ({ ...one, kind: "all" }))];
    this.root.querySelector("tbody").replaceChildren(...all.map((one) => this.bar(one)));
    this.map(rows);
    this.root.querySelector(".away").textContent = away;
  }

  bar({ title, loss, shown, writes, kind = "group" }) {
    const line = row(title, shown, writes);
    line.dataset.kind = kind;
    line.cells[1].style.setProperty("--share", Math.min(loss / HIGH, 1));
    return line;
  }

  map(rows) {
    const dots = rows.flatMap(({ group, spot: [x, y] }) => {
      const label = svg("text", { x: x + 0.09, y: y + 0.05 + 0.17 * Math.floor((group - 1) / 4) }); // below its topic's
      label.textContent = group > 8 ? "" : group;
      return [svg("line", { x2: x, y2: y }), svg("circle", { cx: x, cy: y, r: 0.06 }), label];
    });
    this.root.querySelector(".map svg").replaceChildren(...dots, svg("circle", { r: 0.09, class: "mean" }));
  }

  // Adds a round: losses by the names of their lines; one that isn't known is left out.
  note(round, losses) {
    this.rounds[round - 1] = { ...this.rounds[round - 1], ...losses };
    const known = this.rounds.flatMap((one) => Object.values(one ?? {}));
    const [low, high] = [Math.min(...known) - 0.1, Math.max(...known) + 0.1];
    const x = (at) => 8 + (at * 184) / Math.max(this.rounds.length - 1, 1);
    const y = (loss) => 92 - (84 * (loss - low)) / (high - low);
    const picture = this.root.querySelector(".curve svg");
    picture.replaceChildren();
    picture.toggleAttribute("hidden", this.rounds.length < 2);
    const told = [];
    for (const name of SERIES) {
      const points = this.rounds.flatMap((one, at) => (one?.[name] === undefined ? [] : [[x(at), y(one[name])]]));
      if (!points.length) continue;
      picture.append(svg("polyline", { points: points.join(" "), class: name }));
      picture.append(...points.map(([cx, cy]) => svg("circle", { cx, cy, r: 3, class: name })));
      const shown = this.rounds.flatMap((one) => (one?.[name] === undefined ? [] : [decimals(one[name])]));
      told.push(`${this.part.words[NAMES[name]]}: ${shown.join(", ")}`);
    }
    this.root.querySelector(".curve").hidden = !told.length;
    this.root
      .querySelector(".key")
      .replaceChildren(...told.map((text, at) => Object.assign(item("li", text), { className: SERIES[at] })));
  }

  forget() {
    this.rounds = [];
    this.root.querySelector(".curve").hidden = true;
  }
}

function decimals(loss) {
  return loss.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

// What one model with all texts, and groups that never share, have learned after as many steps.
export async function compared(part, steps, seed) {
  const found = [];
  for (let group = 0; group <= 4; group++) found.push(await part.ask("alone", { group, steps, seed }));
  const [all, ...alone] = found;
  return { all, best: Math.min(...alone.map(({ loss }) => loss)) };
}

// Copies a text, the code or a link with it, or selects it where copying is forbidden.
export async function copied(field, text, isLink = false) {
  const told = field.closest(".handed").querySelector(".sent");
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  told.textContent = told.dataset[done ? (isLink ? "linked" : "copied") : "select"];
  if (done) return;
  field.value = text;
  field.focus();
  field.select();
}
