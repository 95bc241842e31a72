// My group's model: a copy of the model on the stage learns the group's text; then its code is here, to be handed in.

import { plain, save } from "./answers.js";
import { Player } from "./class-codes.js";
import { copied } from "./class-picture.js";
import { ask } from "./film-steps.js";

export class Mine {
  constructor(part) {
    Object.assign(this, { part, seed: 1, isOn: false, listed: "" });
    part.own(this);
    this.code = part.find("[data-model-code]");
    this.player = new Player(part, this.code);
    this.group = part.find("[name=class-group]");
    this.name = part.find("[name=class-name]");
    this.mean = part.find("[name=class-mean]");
    this.text = part.find("[name=class-text]");
    this.group.addEventListener("change", () => this.tell());
    this.name.addEventListener("change", () => this.show());
    this.mean.addEventListener("input", () => this.tell());
    this.text.addEventListener("input", () => this.reads());
    const watch = new MutationObserver(() => this.followed());
    watch.observe(part.section, { attributeFilter: ["data-experiment"] });
    this.play = part.section.querySelector("[data-action=play]");
    watch.observe(this.play, { attributeFilter: ["aria-pressed"] });
    part.guard(() => this.text.value || (this.code.value && !this.isHanded));
    this.tell();
  }

  // A teacher's link has brought a seed, and maybe the class's model and its own words.
  async begin(seed, code, words) {
    this.seed = seed;
    if (code) this.mean.value = code;
    if (words !== undefined) {
      const { said, isBroken } = await this.part.ask("bring", { listed: words, seed });
      this.part.say(said, ".list");
      this.part.find(".list").hidden = false;
      this.listed = isBroken ? "" : words;
      this.part.find(".with-words").hidden = isBroken;
      this.part.find(".of-group").hidden = !isBroken;
    }
    return this.tell();
  }

  // Whether the group's own text can be learned; what was typed meanwhile is looked at in its turn.
  async reads() {
    const text = this.text.value;
    const { said, isFit } = await this.part.ask("own", { listed: this.listed, text });
    if (text !== this.text.value) return isFit;
    this.part.say(said, ".of-text");
    this.text.setAttribute("aria-invalid", String(Boolean(said) && !isFit));
    return isFit;
  }

  async tell() {
    const group = Math.min(Math.max(Math.round(Number(this.group.value)) || 1, 1), 99);
    this.group.value = group;
    this.part.say((await this.part.ask("topic", { group, seed: this.seed })).said, ".of-group");
    const { begun, said } = await this.part.ask("mean", {
      text: this.mean.value,
      seed: this.seed,
      listed: this.listed,
    });
    this.part.say(said, ".from");
    this.mean.setAttribute("aria-invalid", String(Boolean(said) && !begun));
    return { group, begun, isFit: !said || Boolean(begun) };
  }

  async train() {
    const { group, begun, isFit } = await this.tell();
    if (!isFit) return this.mean.focus();
    if (this.listed && !(await this.reads())) return this.text.focus();
    this.part.find(".handed").hidden = true;
    await plain(this.part.section, "");
    const own = this.listed ? [begun || "-", this.listed, this.text.value].map(encodeURIComponent) : [begun];
    const trial = ["class", group, this.seed, ...own].join(" ").trim();
    const { copy } = await ask(this.part.section, "try_on_copy", trial);
    if (!copy.trial?.startsWith("class")) return; // the page is locked
    this.isOn = true;
    plain(this.part.section, "class");
    this.play.click();
  }

  back() {
    return plain(this.part.section, "");
  }

  followed() {
    const { experiment } = this.part.section.dataset;
    if (experiment !== "class") this.isOn = false;
    this.part.find("[data-class-do=back]").hidden = experiment !== "class";
    if (this.isOn && this.play.getAttribute("aria-pressed") === "false") this.show();
  }

  async show() {
    const { model, cost, writes } = await this.part.ask("mine", { name: this.name.value });
    for (const name of [".writes", ".handed", ".cost"]) this.part.find(name).hidden = !model;
    if (!model) return;
    this.isHanded = this.isHanded && this.code.value === model;
    this.code.value = model;
    this.part.say(writes, ".writes b");
    this.part.say(cost, ".cost");
  }

  codesShown() {
    this.isHanded = true;
    return this.player.open();
  }

  copy() {
    this.isHanded = true;
    return copied(this.code, this.code.value);
  }

  save() {
    this.isHanded = true;
    save(this.code.value, `downhill-model-group-${this.group.value}.txt`);
  }

  link() {
    this.isHanded = true;
    return copied(this.code, `${location.href.split(/[?#]/)[0]}?teacher#model=${this.code.value}`, true);
  }
}
