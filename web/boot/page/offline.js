// Makes the page work without a network: a service worker keeps all its files on this device. If there is more than
// this version's files and no newer version on its way, tells it to remove the rest. Then it looks for a newer version,
// which browsers do only once a page is idle.
export async function keepOffline() {
  const workers = navigator.serviceWorker; // undefined without https
  if (!workers) return;
  const before = await workers.getRegistration(new URL("../../../", import.meta.url));
  const saving = navigator.connection?.saveData ? "&saving" : "";
  const dark = isDark() || wasDark(before) ? "&dark" : "";
  const address = `../../../sw.js?lang=${document.documentElement.lang}${saving}${dark}&checks`; // one language is kept, the last one read
  const registration = await registered(workers, before, new URL(address, import.meta.url));
  const underWay = registration.installing ?? registration.waiting;
  if (!underWay && (await others())) workers.controller?.postMessage({ live: import.meta.url });
  if (registration.active && !underWay) registration.update().catch(() => {}); // no network, no update
}

const DARK_THEMES = ["dark", "contrast"]; // as in theme.js; others start with light pictures

// From now on another list is kept, as for another language. Without a network the old one stays.
async function registered(workers, before, { href }) {
  const other = before?.active && before.active.scriptURL !== href;
  const reached = () => true;
  const missed = () => false;
  if (other && !(await before.update().then(reached, missed))) return before;
  return workers.register(href);
}

// From now on keeps the dark theme's first pictures.
function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? DARK_THEMES.includes(theme) : matchMedia("(prefers-color-scheme: dark)").matches;
}

function wasDark(before) {
  return new URL(before?.active?.scriptURL ?? location).searchParams.has("dark");
}

async function others() {
  const [own] = new URL("../..", import.meta.url).pathname.split("/").slice(-2);
  const home = new URL("../../../", import.meta.url).href;
  const names = (await caches.keys()).filter((name) => name.endsWith(home));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().some(({ url }) => url.startsWith(`${home}app-`) && !url.startsWith(`${home}${own}/`));
}
