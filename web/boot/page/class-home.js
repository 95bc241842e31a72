// Four groups that the page plays by itself, what comes of other first weights, and of a group that lies.

import { row, save } from "./answers.js";
import { compared, Picture } from "./class-picture.js";

const SEED = 1;
const GROUPS = 4;
const HANGS = 10_000; // ms: the worker stops a loop long before, unless it never leaves a function of Python's own

export class AtHome {
  constructor(part, { honest, steps }) {
    Object.assign(this, { part, honest, steps, begun: "", round: 0, own: "" });
    part.own(this);
    this.python = part.find("[name=class-python]");
    this.page = this.other = this.python.value; // the page's own code, and what `swap` brings
    part.guard(() => this.python.value !== this.page || this.other !== this.page);
    this.picture = new Picture(part);
  }

  // Every group trains, all hand in, and the mean goes back to them.
  async play() {
    const { part } = this;
    part.say(part.words["home.busy"]);
    const codes = [];
    for (let group = 1; group <= GROUPS; group++) {
      codes.push((await part.ask("group", { number: group, begun: this.begun, seed: SEED })).model);
    }
    const asked = { codes: [], text: codes.join("\n"), begun: this.begun, seed: SEED, way: "equally", code: this.own };
    const found = await part.ask("collect", asked);
    if (found.mistake) return part.say(found.mistake);
    this.round++;
    const { all, best } = await compared(part, this.steps * this.round, SEED);
    this.begun = found.mean.model;
    this.picture.show(found, [all]);
    this.picture.note(this.round, { mean: found.mean.loss, alone: best, all: all.loss });
    part.say(found.said.slice(1).join(" "));
  }

  // From here on a reader's own function puts the models together, if it runs.
  async use() {
    const { part, python } = this;
    const own = python.value.trim() === this.page.trim() ? "" : python.value;
    const explained = own && (await this.explained());
    const hangs = setTimeout(() => part.say(part.words["code.hangs"], ".averaging .came"), HANGS);
    const found = own ? await part.ask("code", { text: own, told: explained }) : { said: part.words["code.page"] };
    clearTimeout(hangs);
    python.setAttribute("aria-invalid", String(Boolean(found.mistake)));
    part.say(found.mistake ?? found.said, ".averaging .came");
    if (found.mistake) return;
    this.own = own;
    const choice = part.find("[name=class-way][value=code]");
    choice.disabled = !own;
    (own ? choice : part.find("[name=class-way]")).checked = true;
  }

  // What the editor says of mistakes in code, in the page's language; without it, that is English.
  async explained() {
    try {
      const panel = await (await fetch(document.querySelector("[data-code-do=edit]").dataset.panel)).text();
      const { dataset } = new DOMParser().parseFromString(panel, "text/html").querySelector("[data-words]");
      return JSON.parse(dataset.words).worker;
    } catch {
      return {};
    }
  }

  // The notebook, with what stands in the field and the lesson's functions as they are shown.
  async note() {
    const shown = this.part.section.querySelectorAll(".function:not([hidden])");
    const texts = [...shown].map((each) => [...each.querySelectorAll("li > code")].map((line) => line.textContent));
    const functions = texts.map((lines) => lines.join("\n")).join("\n\n\n");
    const told = await this.explained();
    const { text } = await this.part.ask("taken_home", { functions, together: this.python.value, told });
    save(text, "downhill-one-class.ipynb");
  }

  swap() {
    [this.python.value, this.other] = [this.other, this.python.value];
    return this.use();
  }

  async apart() {
    if (!this.part.find("[name=class-apart]").reportValidity()) return; // not guessed yet
    const guess = this.part.find("[name=class-apart]:checked");
    this.part.say(this.part.words["home.busy"], ".apart .came");
    const { said, why, pictures } = await this.part.ask("apart", { seed: SEED, guess: guess.value });
    this.part.say(said, ".apart .came");
    this.part.say(why, ".apart .why");
    this.part.find(".units").hidden = false;
    for (const [at, figure] of [...this.part.root.querySelectorAll(".units figure")].entries()) {
      draw(figure.querySelector("canvas"), pictures[at].alike);
      figure.querySelector("figcaption").textContent = pictures[at].said;
    }
  }

  // One honest group more each time; the sentence comes when it is known how many it takes.
  async poison() {
    const { part } = this;
    const guess = Number(part.find("[name=class-honest]").value);
    const way = part.find("[name=class-way]:checked").value;
    const body = part.find(".poison tbody");
    part.find(".poison table").hidden = false;
    part.say("", ".poison .came");
    body.replaceChildren();
    let least = 0;
    for (let honest = 0; honest <= this.honest; honest++) {
      const code = way === "code" ? this.own : "";
      const found = await part.ask("poison", { honest, way: code ? "equally" : way, seed: SEED, code });
      if (found.mistake) return part.say(found.mistake, ".poison .came");
      const line = row(honest, ...found.shown);
      line.cells[1].style.setProperty("--share", found.true);
      line.cells[2].style.setProperty("--share", found.lie);
      body.append(line);
      if (found.lie < found.true) least ||= honest;
      else least = 0;
    }
    part.say((await part.ask("poisoned", { least, guess, way })).said, ".poison .came");
  }
}

// A square for each pair of units, the darker the more alike they are.
function draw(canvas, alike) {
  const size = alike.length;
  Object.assign(canvas, { width: size, height: size });
  const ink = getComputedStyle(canvas).color.match(/\d+/g).slice(0, 3).map(Number);
  const image = new ImageData(size, size);
  for (const [at, share] of alike.flat().entries()) image.data.set([...ink, 255 * share ** 2], 4 * at);
  canvas.getContext("2d").putImageData(image, 0, 0);
}
