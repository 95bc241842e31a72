// Starts the films of all lessons. A press of the filled button plays a shot's deed step by step; then the next shot's
// sentence comes. Lessons define shots (`py/downhill/lesson/film.py`), which the page has at their beats. The worker
// draws what moves; words about a deed appear over the picture. It also fetches what is opened later: other texts to
// learn, a word's meaning, the models of a class.

import "./ending.js";
import "./prologue.js";
import { arrivals } from "./bridge.js";
import { Film } from "./film-arrival.js";
import { followFog } from "./fog.js";
import { followLessons } from "./lesson-bar.js";

const root = document.documentElement;

function start() {
  const films = [...document.querySelectorAll("section.lesson[data-film]")].map((section) => new Film(section));
  const seen = new IntersectionObserver(
    (entries) => {
      const now = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting])); // the last of each
      for (const [target, isIntersecting] of now) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        films.find(({ section }) => section.contains(target)).begin();
      }
    },
    { threshold: 0.3 },
  );
  for (const film of films) {
    arrivals.set(film.section, () => film.arrive());
    seen.observe(film.section.querySelector(".workbench"));
  }
  new MutationObserver(() => {
    for (const film of films) if (film.beat.dataset.shots) film.label();
  }).observe(root, { attributeFilter: ["data-python"] });
  addEventListener("hashchange", () => {
    if (location.hash.includes("&") || history.state !== null) for (const film of films) film.restored();
  });
}

// Other texts to learn come into play where a panel for them is opened, or a link brings one.
function awaitText(panel) {
  const section = panel.closest("section.lesson");
  let isHere = false;
  const come = async () => {
    if (isHere) return;
    isHere = true;
    (await import("./own-text.js")).takeTexts(section);
  };
  for (const each of section.querySelectorAll(".own")) each.addEventListener("toggle", come, { once: true });
  new MutationObserver(() => {
    if ("corpus" in section.dataset) come();
  }).observe(section, { attributeFilter: ["data-corpus"] });
}

// A word's meaning, or a question from an earlier lesson, opens over the page.
async function openAside(event) {
  const asker = event.target.closest("a.term, [data-aside]");
  if (!asker || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  (await import("./asides.js")).open(asker);
}
// Draws a text's QR code; what does it is fetched with the first one.
window.downhillCode = async (picture, text) => (await import("./qr.js")).draw(picture, text);
// The models of a class come where their part is opened, or with `?class`; a link's code and words leave the address.
const asked = new URLSearchParams(location.search).get("class");
const [, words, code = ""] = /^#(?:words=([^&]*)&?)?(?:model=([\w.-]+)$)?/.exec(location.hash) ?? [];
if (code || words !== undefined || (asked !== null && !location.hash))
  history.replaceState(null, "", asked === null ? location.href.split("#")[0] : "#ten-thousand");
if (asked !== null || code) import("./class.js").then(({ arrive }) => arrive(asked, code, words));
const isClass = (target) => target instanceof Element && target.matches("[data-class-part][open]");
const came = ({ target }) => isClass(target) && import("./class.js").then(({ open }) => open(target));
document.addEventListener("toggle", came, true);

followFog();
document.addEventListener("click", openAside);
for (const panel of document.querySelectorAll(".own-text")) awaitText(panel);
if ("beats" in root.dataset) start();
if (!root.dataset.embed) followLessons();
