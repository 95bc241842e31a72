// The reset for the next pupil: removes everything that this page keeps on this device, and reloads it at its plain
// address. Other pages of the same site keep theirs. The history entry, which no storage setting forbids, tells the new
// page about it; that page keeps nothing while it is open.
const FIRST = "// Downhill's service worker"; // how sw.js starts
const PATIENCE = 10_000; // ms to wait for its answer
const single = "single" in document.documentElement.dataset; // one file
const home = single ? location.href.split(/[?#]/)[0] : new URL("../../../", import.meta.url).href;
const words = JSON.parse(document.getElementById("words").textContent);
const part = (name) => document.querySelector(`[data-next=${name}]`);

export async function clear() {
  const stores = [() => clearItems(localStorage), () => clearItems(sessionStorage), clearCaches, clearFiles, dismiss];
  for (const store of stores) {
    try {
      await store();
    } catch {
      // a forbidden store is empty
    }
  }
}

function clearItems(storage) {
  for (const key of Object.keys(storage)) if (key.startsWith("downhill.")) storage.removeItem(key);
}

async function clearCaches() {
  for (const name of await caches.keys()) if (name.endsWith(home)) await caches.delete(name);
}

async function clearFiles() {
  const folder = await navigator.storage.getDirectory();
  for await (const name of folder.keys()) if (name.startsWith("awake-")) await folder.removeEntry(name);
}

async function dismiss() {
  const found = await navigator.serviceWorker.getRegistration(home);
  if (found?.scope === home) await found.unregister();
}

// Why the page couldn't be fetched again; nothing if it could. The service worker, which is about to go, doesn't answer
// this. A sign-in page answers everything, but not with what the build wrote.
async function hindrance() {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(`${home}sw.js`, { cache: "no-store", redirect: "manual", signal });
    const ours = response.ok && /javascript/.test(response.headers.get("content-type"));
    return ours && (await response.text()).startsWith(FIRST) ? "" : "next.portal";
  } catch {
    return "next.offline";
  }
}

async function reset() {
  const hindered = !single && (await hindrance());
  if (hindered) return say("next-said", words[hindered]);
  await clear();
  history.scrollRestoration = "manual";
  history.replaceState("downhill:next-pupil", "", home); // a gradebook keeps listening; prepare.js reads it
  location.reload();
}

function say(place, sentence) {
  const element = document.getElementById(place);
  element.hidden = false;
  element.textContent = sentence;
}

function ask(open) {
  document.getElementById("next-sure").hidden = !open;
  part("ask").setAttribute("aria-expanded", String(open));
  part(open ? "no" : "ask").focus();
  say("next-said", "");
}

// One of the buttons was pressed.
export function press(name) {
  if (name === "ask") ask(part("ask").getAttribute("aria-expanded") !== "true");
  else if (name === "no") ask(false);
  else reset();
}

// The page is the next pupil's: remove what the previous page may have written while it closed.
export async function welcome() {
  history.scrollRestoration = "auto";
  await clear();
  say("next-done", words["next.done"]);
}

document.getElementById("next-sure").addEventListener("keydown", ({ key }) => key === "Escape" && ask(false));
