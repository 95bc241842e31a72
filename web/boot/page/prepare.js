// Runs before PyScript: puts a stub of its storage in place, hands the address's `?start=packed` or
// `?start=snapshot` on to the worker's interpreter, and sees to it that once the page is live everything is kept: the
// snapshot, and all files for days without a network.
import "../shared/storage-stub.js";

const single = "single" in document.documentElement.dataset; // one file: its worker knows how to start, and all is kept
const start = new URLSearchParams(location.search).get("start");
const config = document.querySelector("py-config");
if (!single && (start === "packed" || start === "snapshot")) {
  const settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...settings, interpreter: `${settings.interpreter}?start=${start}` });
}

// The reset for the next pupil; the page that opens by it keeps nothing on this device.
const next = isNext();
if (next) import("./next-pupil.js").then(({ welcome }) => welcome());
function isNext() {
  try {
    const mark = sessionStorage.getItem("downhill.next");
    sessionStorage.removeItem("downhill.next");
    return mark !== null;
  } catch {
    return false;
  }
}
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-next]");
  if (button) import("./next-pupil.js").then(({ press }) => press(button.dataset.next));
});

// What the page's Python fetches as a module, the editor of code.
window.downhillImport = (address) => import(address);

addEventListener("downhill:stage", ({ detail }) => {
  if (detail === "ready" && new URLSearchParams(location.search).has("fuzz")) import("./robot.js");
  if (detail !== "ready" || next || single) return;
  const told = (error) => console.debug(`Downhill: nothing is kept on this device (${error.message})`);
  const cached = import("./snapshot-cache.js").then(({ keepWhenIdle }) => keepWhenIdle()).catch(told);
  cached
    .then(() => import("./offline.js"))
    .then(({ keepOffline }) => keepOffline())
    .catch(told);
});
