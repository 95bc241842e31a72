// Draws the first lesson's hill before Python is here. A hand that moves the slider early sees what it would see later,
// since the build stores every height. The places it visited are sent with its move, so nothing changes when Python
// takes over. Inline.
(() => {
  const sketch = document.querySelector(".sketch");
  if (!sketch || !("fresh" in document.documentElement.dataset)) return;
  const screen = JSON.parse(document.querySelector(".first-screen").textContent);
  const section = sketch.closest("section.lesson");
  const slider = section.querySelector(".slider input[type=range]");
  const box = section.querySelector(".slider .box");
  const loss = section.querySelector("[data-show=loss_shown]");
  const spot = sketch.querySelector(".spot");
  let last = Number(slider.defaultValue);
  let way = null; // lowest and highest place of the walk so far

  function at(x) {
    const most = screen.heights.length - 1;
    return Math.min(Math.max(Math.round((x - screen.low) / screen.step), 0), most);
  }

  // A position along an axis, in percent of its length.
  function along(value, [low, high]) {
    return `${(100 * (value - low)) / (high - low)}%`;
  }

  function draw() {
    const index = at(Number(slider.value));
    spot.style.left = along(Number(slider.value), screen.across);
    spot.style.bottom = along(screen.heights[index], screen.up);
    if (loss.textContent !== screen.shown[index]) loss.textContent = screen.shown[index];
  }

  function moved() {
    const x = Number(slider.value);
    if ("live" in section.dataset || x === last) return;
    last = x;
    way = way ? [Math.min(way[0], x), Math.max(way[1], x)] : [x, x];
    slider.dataset.walked = way.join(" ");
    if (box !== document.activeElement) box.value = screen.values[at(x)];
    draw();
  }

  slider.addEventListener("input", moved);
  box.addEventListener("change", () => setTimeout(moved)); // the page's own Python moves the slider
  moved();
  draw();
})();
