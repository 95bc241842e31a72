// Runs before PyScript: hands the address's `?start=packed` or `?start=snapshot` on to the worker's interpreter, and
// sees to it that what wakes Python is kept once the page is live.
const start = new URLSearchParams(location.search).get("start");
const config = document.querySelector("py-config");
if (start === "packed" || start === "snapshot") {
  const settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...settings, interpreter: `${settings.interpreter}?start=${start}` });
}

addEventListener("downhill:stage", ({ detail }) => {
  if (detail !== "ready") return;
  const told = (error) => console.debug(`Downhill: nothing is kept on this device (${error.message})`);
  import("./keep.mjs").then(({ keepWhenIdle }) => keepWhenIdle()).catch(told);
});
