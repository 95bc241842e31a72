// Runs before PyScript: hands the address's `?start=packed` or `?start=snapshot` on to the worker's interpreter.
const start = new URLSearchParams(location.search).get("start");
const config = document.querySelector("py-config");
if (start === "packed" || start === "snapshot") {
  const settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...settings, interpreter: `${settings.interpreter}?start=${start}` });
}
