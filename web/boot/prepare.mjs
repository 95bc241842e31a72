// Runs before PyScript: puts the stand-in for its storage in place, hands the address's `?start=packed` or
// `?start=snapshot` on to the worker's interpreter, and sees to it that once the page is live everything is kept: what
// wakes Python, and all files for days without a network.
import "./stand-in.mjs";

const start = new URLSearchParams(location.search).get("start");
const config = document.querySelector("py-config");
if (start === "packed" || start === "snapshot") {
  const settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...settings, interpreter: `${settings.interpreter}?start=${start}` });
}

addEventListener("downhill:stage", ({ detail }) => {
  if (detail !== "ready") return;
  const told = (error) => console.debug(`Downhill: nothing is kept on this device (${error.message})`);
  const waking = import("./keep.mjs").then(({ keepWhenIdle }) => keepWhenIdle()).catch(told);
  waking.then(() => import("./offline.mjs")).then(({ keepOffline }) => keepOffline()).catch(told);
});
