// The first lesson's hill in fog, before Python is there: what a hand sees that moves the slider early is what it would see
// later, for the build has written down every height and slope. Where it walked goes along with its move, so that nothing
// changes when Python takes over. Stands inside the page. Of old syntax.
(function () {
  "use strict";
  var sketch = document.querySelector(".sketch");
  if (!sketch || !("fresh" in document.documentElement.dataset)) return;
  var screen = JSON.parse(document.querySelector(".first-screen").textContent);
  var section = sketch.closest("section.lesson");
  var slider = section.querySelector(".slider input[type=range]");
  var box = section.querySelector(".slider .box");
  var loss = section.querySelector("[data-show=loss_shown]");
  var axes = part(".axes");
  var start = Number(slider.defaultValue);
  var last = start;
  var way = null; // the lowest and the highest place of the walk so far

  function part(selector) {
    return sketch.querySelector(selector);
  }

  function at(x) {
    var most = screen.heights.length - 1;
    return Math.min(Math.max(Math.round((x - screen.low) / screen.step), 0), most);
  }

  // How far along an axis something lies, in percent of its length.
  function along(value, ends) {
    return (100 * (value - ends[0])) / (ends[1] - ends[0]);
  }

  // What is seen: around where the walk began and around all of it, which may be one.
  function seen() {
    var first = [start - screen.sight, start + screen.sight];
    if (!way) return [first];
    var walked = [way[0] - screen.sight, way[1] + screen.sight];
    if (walked[0] > first[1] || walked[1] < first[0]) return [first, walked];
    return [[Math.min(first[0], walked[0]), Math.max(first[1], walked[1])]];
  }

  function clear() {
    var spans = seen();
    var places = [].slice.call(sketch.querySelectorAll(".clearing"));
    var windows = [].slice.call(sketch.querySelectorAll("clipPath rect"));
    places.forEach(function (place, index) {
      var span = spans[index];
      place.hidden = !span;
      windows[index].setAttribute("width", span ? span[1] - span[0] : 0);
      if (!span) return;
      var sides = [Math.max(span[0], screen.across[0]), Math.min(span[1], screen.across[1])];
      place.style.left = along(sides[0], screen.across) + "%";
      place.style.width = along(sides[1], screen.across) - along(sides[0], screen.across) + "%";
      windows[index].setAttribute("x", span[0]);
    });
  }

  // An arrow as long as the machine's next step.
  function point(x, height, slope) {
    var ahead = part(".ahead");
    var ends = [x, x - screen.rate * slope].map(function (place) {
      return along(place, screen.across);
    });
    var long = Math.abs(ends[1] - ends[0]);
    ahead.hidden = (long * axes.clientWidth) / 100 < 1;
    ahead.dataset.way = ends[1] < ends[0] ? "left" : "right";
    ahead.style.left = Math.min(ends[0], ends[1]) + "%";
    ahead.style.width = long + "%";
    ahead.style.bottom = height + "%";
  }

  function draw() {
    var x = Number(slider.value);
    var index = at(x);
    var height = along(screen.heights[index], screen.up);
    var left = along(x, screen.across) + "%";
    clear();
    part(".spot").style.left = left;
    part(".spot").style.bottom = height + "%";
    part(".drop").style.left = left;
    part(".drop").style.height = height + "%";
    part(".begun").hidden = !way;
    part(".begun").style.left = along(start, screen.across) + "%";
    part(".begun").style.bottom = along(screen.heights[at(start)], screen.up) + "%";
    point(x, height, screen.slopes[index]);
    if (loss.textContent !== screen.shown[index]) loss.textContent = screen.shown[index];
  }

  // As many numbers as matplotlib finds room for.
  function number() {
    var fit = Math.min(Math.max(Math.floor(axes.clientWidth / screen.room), 1), screen.ticks.length);
    var numbers = part(".numbers");
    numbers.textContent = "";
    screen.ticks[fit - 1].forEach(function (tick) {
      var mark = document.createElement("span");
      mark.textContent = tick[1];
      mark.style.left = along(tick[0], screen.across) + "%";
      numbers.append(mark);
    });
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

  function resized() {
    if ("live" in section.dataset) return;
    number();
    draw();
  }

  slider.addEventListener("input", moved);
  box.addEventListener("change", function () {
    setTimeout(moved); // the page's own Python moves the slider
  });
  addEventListener("resize", resized);
  moved();
  resized();
})();
