// A teacher's part: the codes of the groups, pasted or from files, what does not fit, the mean to send back, and rounds.

import { save } from "./answers.js";
import { Camera, codesIn, Pieces, Player } from "./class-codes.js";
import { averaged, beginning } from "./class-paper.js";
import { compared, copied, Picture } from "./class-picture.js";

const LARGEST = 10_000_000; // bytes of a file that are looked at
const LONGEST = 600_000; // characters that are sent to the worker: a hundred codes
const CODE = /downhill-model\d{1,4}\.(?:(?!downhill-)[\w\-\s>|=*\u00ad\u200b\ufeff]){0,40000}/g;

export class Collect {
  constructor(part, { steps }) {
    const none = { codes: [], begun: "", last: null, listed: "", own: "", pieces: new Pieces(), turn: null };
    Object.assign(this, { part, steps, ...none });
    part.own(this);
    part.guard(() => this.codes.length || this.begun || this.area.value || this.text.value);
    this.picture = new Picture(part);
    this.area = part.find("[data-class-codes]");
    this.mean = part.find("[name=class-mean]");
    this.player = new Player(part, this.mean);
    this.camera = new Camera(
      part.find("video"),
      (text) => this.seen(text),
      (name) => part.say(part.fill(name)),
    );
    this.seed = part.find("[name=class-seed]");
    this.way = part.find("[name=class-way]");
    this.text = part.find("[name=class-teach]");
    this.text.addEventListener("input", () => this.teach());
    this.seed.addEventListener("change", () => this.address());
    this.way.addEventListener("change", () => this.read(""));
    const files = part.find("[type=file]");
    files.addEventListener("change", () => this.opened(files.files).then(() => Object.assign(files, { value: "" })));
    part.root.addEventListener("dragover", (event) => this.dropped(event));
    part.root.addEventListener("drop", (event) => this.dropped(event));
    this.address();
    part.find("[name=paper-link]").value = beginning();
  }

  average() {
    return averaged(this.part);
  }

  // The link that gives every group the same first weights and the same words.
  address() {
    const { lang } = document.documentElement; // a group in another language has other words
    const link = `${location.href.split(/[?#]/)[0]}?class=${Number(this.seed.value) || 1}&lang=${lang}${this.listed && `#words=${this.listed}`}`;
    this.part.find("[name=class-link]").value = link;
    return link;
  }

  // The words of the teacher's own text come into the link; what was typed meanwhile is looked at in its turn.
  async teach() {
    const text = this.text.value;
    const { listed, said, isFit } = await this.part.ask("teach", { text });
    if (text !== this.text.value) return;
    Object.assign(this, { listed, own: listed && text });
    this.part.say(said, ".of-text");
    this.text.setAttribute("aria-invalid", String(!isFit));
    this.address();
  }

  dropped(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "drop") this.opened(event.dataTransfer.files);
  }

  // Texts with codes in them, and pictures of QR codes.
  async opened(files) {
    const texts = [];
    const blank = [];
    for (const file of files) {
      const isPicture = file.type.startsWith("image/");
      const found = isPicture ? await codesIn(file) : [await file.slice(0, LARGEST).text()];
      if (!found.length) blank.push(this.part.fill("why.picture", { file: file.name }));
      texts.push(...found.map((text) => (isPicture ? this.piece(text) : text)));
    }
    await this.read(texts.join("\n"));
    if (blank.length) this.say([...this.found.said, ...blank]);
  }

  // What a QR code holds: a part of a model, which becomes its code with the last one, or any other text.
  piece(text) {
    const told = this.pieces.take(text);
    if (told) this.part.say(this.part.fill("camera.seen", told), ".seen");
    return told ? (told.code ?? "") : text.startsWith("downhill-part") ? "" : text;
  }

  // The camera has a QR code in view.
  seen(text) {
    const code = this.piece(text);
    return code.includes("downhill-model") ? this.read(code) : null;
  }

  film() {
    if (!this.camera.stream) return this.camera.start();
    this.camera.stop();
    return this.say(this.found?.said ?? []);
  }

  codesShown() {
    return this.player.open();
  }

  async add() {
    const text = this.area.value;
    await this.read(text);
    if (this.area.value === text) this.area.value = ""; // else the next code was pasted meanwhile
    this.area.focus();
  }

  // One text after another: a camera doesn't wait.
  read(text) {
    this.turn = Promise.resolve(this.turn).then(() => this.taken(text));
    return this.turn;
  }

  async taken(text) {
    const seed = Number(this.seed.value) || 1;
    const codes = worth(text);
    const { begun, own } = this;
    const asked = { codes: this.codes, text: codes.slice(0, LONGEST), begun, seed, way: this.way.value, own };
    const found = await this.part.ask("collect", asked);
    Object.assign(this, { codes: found.codes, begun: found.begun, last: found.mean ?? this.last, found });
    if (codes.length > LONGEST) found.said.push(this.part.words["said.long"]);
    this.say(found.said);
    this.show([]);
  }

  show(more) {
    const { mean } = this.found;
    this.picture.show(this.found, more);
    this.part.find(".rounds").hidden = !mean;
    // Models of another seed, or with other words, would not fit these.
    this.seed.readOnly = this.text.readOnly = Boolean(mean || this.begun);
    this.part.find("[data-class-do=compare]").hidden = Boolean(this.listed); // the texts are with the groups
    if (!mean) return;
    this.part.find(".handed").hidden = false;
    this.mean.value = mean.model;
    this.picture.note(mean.round, { mean: mean.loss });
  }

  say(sentences) {
    this.part
      .find(".told")
      .replaceChildren(
        ...sentences.map((text) => Object.assign(document.createElement("span"), { textContent: `${text} ` })),
      );
  }

  async compare() {
    const { round } = this.last;
    this.say([this.part.words["home.busy"]]);
    const { all, best } = await compared(this.part, this.steps * round, Number(this.seed.value) || 1);
    this.say(this.found.said);
    this.show([all]);
    this.picture.note(round, { alone: best, all: all.loss });
  }

  // The next models go on from this mean; what was handed in for it is not needed any more.
  async next() {
    const { round, model } = this.last;
    Object.assign(this, { begun: model, codes: [] });
    await this.read("");
    this.say([this.part.words["said.next"].replace("{round:0}", round + 1)]);
    this.area.focus();
  }

  async forget() {
    Object.assign(this, { begun: "", codes: [], last: null, pieces: new Pieces() });
    this.part.say("", ".seen");
    this.part.find(".handed").hidden = true;
    this.picture.forget();
    this.text.value = "";
    await this.teach();
    await this.read("");
    this.say([this.part.words["said.forgotten"]]);
  }

  copy() {
    return copied(this.mean, this.mean.value);
  }

  save() {
    save(this.mean.value, `downhill-model-round-${this.last.round}.txt`);
  }

  link() {
    return copied(this.mean, `${this.address()}${this.listed ? "&" : "#"}model=${this.last.model}`, true);
  }
}

// What may be codes in a text; of all else only the lines, so that they can be counted, and a dot if there is nothing.
function worth(text) {
  const lines = (from, to) => text.slice(from, to).replace(/[^\n]+/g, "");
  let found = "";
  let at = 0;
  for (const { 0: code, index } of text.matchAll(CODE)) {
    found += lines(at, index) + code;
    at = index + code.length;
    if (found.length > LONGEST) return found;
  }
  return found || (text.trim() && ".");
}
