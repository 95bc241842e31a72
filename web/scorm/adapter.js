// Reports to the surrounding platform what was done here, and restores it at the next visit. The page's first script,
// since address and device must be restored before anything else looks there. Without a platform the page is as
// anywhere.
const given = document.currentScript.dataset;
const root = document.documentElement;
const challenges = given.challenges.split(" "); // those that count, as lesson/name
const needed = Number(given.needed); // how many of them pass
const pause = Number(given.pause); // ms between two commits, unless something was decided

const brought = location.hash.length > 1; // the link names a place
const platform = around();
const say = platform?.say;
const isLooked = platform && /^(browse|review)$/.test(platform.get(say.mode)); // nothing may be written
const state = unpacked(platform?.get("cmi.suspend_data"), challenges);
let best = Number(platform?.get(`${say.score}raw`)) || 0; // a score never falls
let began = Date.now();
let told = { at: state.at, when: began, all: true }; // last report: fragment, ms, and whether it was accepted
let isOpen = Boolean(platform && !isLooked);

// Where the page opens: a package of one lesson shows only that.
function lead() {
  const at = brought || !platform ? location.hash.slice(1) : state.at;
  const elsewhere = given.lesson && placeOf(at) !== given.lesson;
  const alone = given.lesson && !new URLSearchParams(location.search).has("embed");
  const query = alone ? `${location.search || "?"}${location.search ? "&" : ""}embed=1` : location.search;
  const fragment = elsewhere ? given.lesson : at;
  if (query === location.search && fragment === location.hash.slice(1)) return;
  try {
    history.replaceState(history.state, "", `${location.pathname}${query}${fragment && `#${fragment}`}`);
  } catch {
    // in a frame without an origin the address stays
  }
}

// Sliders that the reader moves, until the page writes them into the address, once Python has answered.
const moved = new Map();
let since = ""; // the fragment at that time
function noteMove({ target }) {
  if (!target.matches("section.lesson:not(.model) .slider input[type=range]")) return;
  if (since !== location.hash) moved.clear();
  since = location.hash;
  moved.set(`${target.closest("section").id}.${target.name}`, target);
}

// The address's fragment, with what it lacks.
function here() {
  const fragment = location.hash.slice(1);
  if (!moved.size || since !== location.hash) return fragment;
  const [place, ...others] = fragment.split("&");
  const [[first]] = moved;
  const left = others.filter((part) => !moved.has(part.split("=")[0]));
  const values = [...moved].map(([name, { value }]) => `${name}=${value}`);
  return [place || first.split(".")[0], ...(left.length ? left : ["v=2"]), ...values].join("&");
}

// Reports everything and commits it.
function tell() {
  if (!isOpen) return;
  const { set } = platform;
  const fragment = here();
  if (PLACE.test(placeOf(fragment))) state.at = fragment;
  const share = Math.min(1, state.done.length / needed);
  const score = Math.round(100 * share);
  if (Object.keys(state.tries).length && score >= best) {
    best = score;
    set(`${say.score}min`, 0);
    set(`${say.score}max`, 100);
    set(`${say.score}raw`, score);
    for (const [name, value] of say.reached(share)) set(name, value);
  }
  if (share === 1) for (const [name, value] of say.passed) set(name, value);
  if (placeOf(state.at)) set(say.place, placeOf(state.at));
  set("cmi.suspend_data", packed(state, say.room));
  set(say.time, say.spent(Math.round((Date.now() - began) / 1000)));
  set(say.exit, "suspend");
  told = { at: fragment, when: Date.now(), all: platform.commit() };
}

// Sliders have moved since, or a report was refused, perhaps for lack of a network.
function tellLater() {
  if ((here() !== told.at || !told.all) && Date.now() - told.when >= pause) tell();
}

// An attempt at a challenge has ended.
function ended(name, right) {
  state.tries[name] = (state.tries[name] || 0) + 1;
  if (right && !state.done.includes(name)) state.done.push(name);
  platform.attempt(name, state.tries[name], right);
  shareNow();
  tell();
}

// Which challenges are on, by their panels: the last known state of each.
const seen = new Map();
function look(changes) {
  for (const panel of new Set(changes.map(({ target }) => target))) {
    const { state: now, challenge } = panel.dataset;
    const name = `${panel.closest("section.lesson")?.id}/${challenge}`;
    const isNew = seen.get(panel) !== `${name} ${now}`;
    seen.set(panel, `${name} ${now}`);
    if (isNew && challenges.includes(name) && (now === "done" || now === "lost")) ended(name, now === "done");
  }
}

// The page closes: the last moment at which a platform listens. A page that reloads itself, as after a reader's endless
// code, keeps the session open: most platforms accept only one.
function leave() {
  tell();
  if (String(history.state).startsWith("downhill:")) return;
  isOpen = false;
  platform.end();
}

// The browser shows a cached page again.
function comeBack({ persisted }) {
  if (!persisted || isLooked || !platform.begin()) return;
  began = Date.now();
  isOpen = true;
}

let shareNow = () => {};
if (platform && !isLooked) {
  if (/^(not attempted|unknown|)$/.test(platform.get(say.status))) platform.set(say.status, "incomplete");
  shareNow = share(state, (other) => merge(state, other, challenges) && tell());
  new MutationObserver(look).observe(root, { attributeFilter: ["data-state", "data-challenge"], subtree: true });
  document.addEventListener("input", noteMove);
  setInterval(tellLater, Math.min(pause, 2000));
  document.addEventListener("DOMContentLoaded", () => setTimeout(tell));
  document.addEventListener("visibilitychange", () => document.hidden && tell());
  addEventListener("online", () => told.all || tell());
  addEventListener("pageshow", comeBack);
  root.dataset.gradebook = "";
}
if (platform) {
  handOver(state);
  addEventListener("pagehide", leave);
  // Once more, and last: the page also writes its address when it closes.
  addEventListener("downhill:stage", ({ detail }) => {
    if (detail !== "ready") return;
    removeEventListener("pagehide", leave);
    addEventListener("pagehide", leave);
  });
}
lead();
