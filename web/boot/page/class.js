// One class, one model: comes when its part is opened, in lesson five or in a teacher's table, or with `?class`. The worker
// trains, reads codes and averages; the page keeps the codes and brings them with each request.

import { AtHome } from "./class-home.js";
import { Mine } from "./class-mine.js";
import { ask } from "./film-steps.js";

const LESSON = "ten-thousand";
const parts = new WeakMap(); // what is at work in each place

// A place of the page with the lesson's sentences, and its way to the worker.
export class Part {
  constructor(root, section, words) {
    Object.assign(this, { root, section, words, turn: Promise.resolve(), pressed: new Set() });
  }

  find(name) {
    return this.root.querySelector(name);
  }

  // The worker's answer to a request of `downhill/together/asked.py`.
  ask(name, more = {}) {
    return ask(this.section, "fact", `together ${JSON.stringify({ do: name, ...more })}`);
  }

  // A sentence with its gaps filled.
  fill(name, gaps = {}) {
    return this.words[name].replace(/\{(\w+)(?::0)?\}/g, (gap, key) => gaps[key] ?? gap);
  }

  // Asks before the page is left while that would lose something.
  guard(hasWork) {
    addEventListener("beforeunload", (event) => {
      if (!hasWork()) return;
      event.preventDefault();
      event.returnValue = ""; // browsers up to 2023 ask only then
    });
  }

  // Whose methods the buttons call.
  own(owner) {
    for (const button of this.root.querySelectorAll("[data-class-do]"))
      button.addEventListener("click", () => this.press(owner, button));
  }

  // One after another; a second press of the same button meanwhile does nothing.
  press(owner, button) {
    if (this.pressed.has(button)) return;
    this.pressed.add(button);
    this.root.setAttribute("aria-busy", "true");
    const done = this.turn.then(() => owner[button.dataset.classDo](button));
    this.turn = done
      .catch(() => {}) // the next one has its turn; this error is told by `done`
      .then(() => {
        this.pressed.delete(button);
        if (!this.pressed.size) this.root.setAttribute("aria-busy", "false");
      });
  }

  say(text, place = ".told") {
    this.find(place).textContent = text;
  }
}

async function come(details) {
  const section = document.getElementById(LESSON);
  const response = await fetch(section.querySelector("[data-class]").dataset.class);
  const text = await response.text();
  if (!response.ok || !text.startsWith("<div")) throw new Error("class.html");
  const made = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
  const isTeacher = Boolean(details.closest("#teacher"));
  made.querySelector(`[data-for=${isTeacher ? "lesson" : "collect"}]`).remove();
  const words = JSON.parse(made.dataset.words);
  const part = new Part(made, section, words);
  const told = await part.ask("begin", { told: words });
  if (!told) throw new Error("the models of a class did not come");
  for (const [name, sentence] of Object.entries(told.said))
    for (const place of made.querySelectorAll(`[data-said="${name}"]`)) place.textContent = sentence;
  const owners = isTeacher
    ? new (await import("./class-collect.js")).Collect(part, told)
    : [
        new AtHome(new Part(made.querySelector(".at-home"), section, words), told),
        new Mine(new Part(made.querySelector(".mine"), section, words)),
      ];
  details.append(made); // last: a press before this would be lost
  return owners;
}

// Fills a part with its content, once; a failed fetch is tried again when it is next opened.
export function open(details) {
  if (!parts.has(details)) {
    const coming = come(details).catch((error) => {
      parts.delete(details);
      console.error(error);
    });
    parts.set(details, coming);
  }
  return parts.get(details);
}

// The address asks for it: `?class=demo` plays at home, `?class` and a seed is a teacher's link, with a `code` or without,
// and maybe with the class's own `words`.
export async function arrive(asked, code, words) {
  if (new URLSearchParams(location.search).has("teacher")) {
    const details = await there("#teacher [data-class-part]");
    for (let door = details; door; door = door.parentElement.closest("details")) door.open = true;
    const collect = await open(details);
    if (code) await collect.read(code);
    return;
  }
  const section = document.getElementById(LESSON);
  const details = section.querySelector("[data-class]");
  details.open = true;
  const [home, mine] = await open(details);
  if (section.querySelector(".tools").getClientRects().length === 0) section.querySelector("[data-tools]")?.click();
  const { root } = asked === "demo" ? home.part : mine.part;
  root.scrollIntoView();
  root.querySelector("h4").focus();
  if (asked !== "demo") await mine.begin(Number(asked) || 1, code, words);
}

function there(selector) {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (!found || found.closest("[inert]")) return;
      watch.disconnect();
      resolve(found);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.getElementById("teacher"), { childList: true, subtree: true, attributes: true });
    look();
  });
}
