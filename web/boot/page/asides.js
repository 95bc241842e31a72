// What opens over the page: the meaning of a word, and a question from an earlier lesson. All of them come in one file,
// when the first is asked for. Nothing about them is counted or stored.

const NARROW = matchMedia("(max-width: 40rem)");
let coming = null;

async function bring() {
  const place = document.querySelector("[data-asides]");
  const response = await fetch(place.dataset.asides);
  const text = await response.text();
  if (!response.ok || !text.startsWith("<style>@layer")) throw new Error("no asides"); // a network's sign-in page, perhaps
  const asides = Object.assign(document.createElement("div"), { className: "asides", innerHTML: text });
  asides.addEventListener("click", pressed);
  document.body.append(asides);
}

// Opens one, next to what asked for it; if it can't be had, a link leads to the glossary's page.
export async function open(asker) {
  const name = asker.dataset.aside || new URL(asker.href).hash.slice(1);
  try {
    coming ??= bring();
    await coming;
  } catch (error) {
    coming = null;
    console.error(`Downhill: ${error.message}`);
    if (asker.href) location.href = asker.href;
    return;
  }
  const aside = document.getElementById(`aside-${name}`);
  if (!aside || aside.open) return;
  if (asker.href) follow(aside.querySelector("a"), asker);
  asker.focus({ preventScroll: true }); // also where a press doesn't focus: it gets the focus back
  aside.showModal();
  aside.querySelector("[data-answer], [data-close]").focus();
  if (!NARROW.matches) put(aside, asker.getBoundingClientRect());
}

// The glossary's page is where the word links to; a page that is one file may have none.
function follow(link, word) {
  const page = word.getAttribute("href");
  link.setAttribute("href", page);
  link.hidden = page.startsWith("#");
}

// Below what asked for it, or above where there is no room.
function put(aside, { left, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = aside;
  const below = bottom + 8 + height < innerHeight;
  aside.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  aside.style.top = `${Math.max(8, below ? bottom + 8 : top - 8 - height)}px`;
}

function pressed(event) {
  const { target } = event;
  const aside = target.closest("dialog");
  if (target === aside || target.matches("[data-close]")) aside.close();
  else if (target.matches("[data-answer]")) answer(aside, target);
  else if (target.matches("[data-back]")) {
    event.preventDefault(); // the beat gets the focus
    back(aside, target);
  }
}

// After any answer, all of them stay: the right one is marked, and the sentence says why.
function answer(aside, chosen) {
  for (const one of aside.querySelectorAll("[data-answer]")) {
    one.setAttribute("aria-pressed", String(one === chosen));
    one.toggleAttribute("data-right", one.dataset.answer === "right");
  }
  const told = aside.querySelector("[role=status]");
  told.textContent = told.dataset.why;
  aside.querySelector("[data-back]").hidden = false;
}

// Where the question comes from.
function back(aside, link) {
  aside.close();
  const section = document.querySelector(new URL(link.href).hash);
  window.downhillStage.enter(section);
  window.downhillStage.show(section.querySelector(`[data-beat="${link.dataset.back}"]`), true);
}
