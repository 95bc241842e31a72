// Runs before PyScript: stubs its storage, passes the address's `?start=packed` or `?start=snapshot` to the worker's
// interpreter, and once the page is live keeps the snapshot, and all files for use without a network.
import "../shared/storage-stub.js";

const single = "single" in document.documentElement.dataset; // a single file has everything
const start = new URLSearchParams(location.search).get("start");
const config = document.querySelector("py-config");
if (!single && (start === "packed" || start === "snapshot")) {
  const settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...settings, interpreter: `${settings.interpreter}?start=${start}` });
}

// The reset for the next pupil; the page that it opens keeps nothing on this device.
const next = history.state === "downhill:next-pupil";
if (next) {
  history.replaceState(null, "");
  import("./next-pupil.js").then(({ welcome }) => welcome());
}
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-next]");
  if (button) import("./next-pupil.js").then(({ press }) => press(button.dataset.next));
});

// A class's questions, before anything else shows (inline/beats-mode.js).
if (new URLSearchParams(location.search).has("test")) {
  const told = (error) => console.debug(`Downhill: no questions are asked (${error.message})`);
  const shown = () => document.documentElement.style.removeProperty("visibility");
  import("./questions.js").catch(told).finally(shown);
}

// The code editor, which the page's Python fetches as a module.
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
