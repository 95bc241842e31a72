// Draws the first lesson's hill before Python is here. A hand that moves the slider early sees what it would see later,
// since the build stores every height. The places it visited are sent with its move, so nothing changes when Python
// takes over. Inline, in old syntax.
(function () {
  "use strict";
  var sketch = document.querySelector(".sketch");
  if (!sketch || !("fresh" in document.documentElement.dataset)) return;
  var screen = JSON.parse(document.querySelector(".first-screen").textContent);
  var section = sketch.closest("section.lesson");
  var slider = section.querySelector(".slider input[type=range]");
  var box = section.querySelector(".slider .box");
  var loss = section.querySelector("[data-show=loss_shown]");
  var spot = sketch.querySelector(".spot");
  var last = Number(slider.defaultValue);
  var way = null; // lowest and highest place of the walk so far

  function at(x) {
    var most = screen.heights.length - 1;
    return Math.min(Math.max(Math.round((x - screen.low) / screen.step), 0), most);
  }

  // A position along an axis, in percent of its length.
  function along(value, ends) {
    return (100 * (value - ends[0])) / (ends[1] - ends[0]);
  }

  function draw() {
    var index = at(Number(slider.value));
    spot.style.left = along(Number(slider.value), screen.across) + "%";
    spot.style.bottom = along(screen.heights[index], screen.up) + "%";
    if (loss.textContent !== screen.shown[index]) loss.textContent = screen.shown[index];
  }

  function moved() {
    var x = Number(slider.value);
    if ("live" in section.dataset || x === last) return;
    last = x;
    way = way ? [Math.min(way[0], x), Math.max(way[1], x)] : [x, x];
    slider.dataset.walked = way.join(" ");
    if (box !== document.activeElement) box.value = screen.values[at(x)];
    draw();
  }

  slider.addEventListener("input", moved);
  box.addEventListener("change", function () {
    setTimeout(moved); // the page's own Python moves the slider
  });
  moved();
  draw();
})();
