// What the platform keeps until the next visit, as a text: `done`, names of challenges; `tries`, ended attempts at
// each; `at`, the address's fragment; `tag`, random, by which a device knows whether it was here before.
const PLACE = /^[\w-]{0,50}$/;

const placeOf = (fragment) => fragment.split("&")[0];

// Reads a text, limited to the names in `known`; a text that isn't ours is a new state.
function unpacked(text, known) {
  const state = { done: [], tries: {}, at: "", tag: Math.random().toString(36).slice(2, 10) };
  try {
    const { done, tries, at, tag } = JSON.parse(text);
    merge(state, { done, tries }, known);
    if (PLACE.test(placeOf(at))) state.at = at;
    if (/^\w{1,20}$/.test(tag)) state.tag = tag;
  } catch {
    // the first visit
  }
  return state;
}

// Adds to a state what another one has beyond it; returns whether it had anything.
function merge(state, { done, tries }, known) {
  if (!Array.isArray(done)) return false;
  let more = false;
  for (const name of known) {
    if (done.includes(name) && !state.done.includes(name)) more = state.done.push(name) > 0;
    const count = Number(tries?.[name]);
    if (count > (state.tries[name] || 0) && count < 1e6) state.tries[name] = Math.floor(count);
  }
  return more;
}

// The text of a state, at most `room` characters. What is too long goes in this order: the longest part of the
// fragment, such as a reader's code, the place in it, the tries, and finally marks.
function packed(state, room) {
  const kept = { ...state, done: [...state.done] };
  const parts = state.at.split("&");
  const text = () => JSON.stringify({ ...kept, at: parts.join("&") });
  while (text().length > room && parts.length > 1) {
    const longest = Math.max(...parts.slice(1).map(({ length }) => length));
    const which = parts.findIndex(({ length }, i) => i && length === longest);
    parts.splice(which, 1);
  }
  if (text().length > room) parts[0] = "";
  if (text().length > room) kept.tries = {};
  while (text().length > room && kept.done.length) kept.done.pop();
  return text();
}
