// Fog over a hill, drawn by the page: drifting clouds with soft holes where the ball is and has been. Shown while a
// section has `data-fog="fog"`; then it lifts outward from the ball.
const SIZE = 256; // of a tile of clouds, in pixels
const LIMITED = /[?&](?:lock|hide)=/.test(location.search); // then Python decides about fog
const SCALE = 3; // the fog is painted smaller by this factor
const SIGHT = 0.62; // of x, on both sides of the ball
const LIFT = 1700; // ms
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function fogOver(section) {
  const slider = section.querySelector(".slider input[type=range]");
  const frame = section.querySelector(".pictures > .picture .frame");
  const text = section.querySelector(".first-screen");
  const hill = text && JSON.parse(text.textContent);
  const canvas = document.createElement("canvas");
  const small = document.createElement("canvas");
  let clouds = null;
  let walked = null; // lowest and highest place since the fog came
  let lifted = 1; // 0 is thick, 1 is gone
  let began = 0; // when it began to lift
  let thick = false;
  section.dataset.misty = ""; // what it hides may be shown
  canvas.className = "mist";
  canvas.setAttribute("aria-hidden", "true");
  frame.append(canvas);

  function dice(seed) {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
  }

  function smooth(t) {
    return t * t * (3 - 2 * t);
  }

  // Adds one octave of smooth noise, which tiles, to a sum.
  function add(sum, cells, power, roll) {
    const grid = [];
    for (let n = 0; n < cells * cells; n++) grid.push(roll());
    function at(x, y) {
      return grid[(y % cells) * cells + (x % cells)];
    }
    for (let y = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++) {
        const u = (x / SIZE) * cells;
        const v = (y / SIZE) * cells;
        const i = Math.floor(u);
        const j = Math.floor(v);
        const a = smooth(u - i);
        const b = smooth(v - j);
        const top = at(i, j) * (1 - a) + at(i + 1, j) * a;
        const low = at(i, j + 1) * (1 - a) + at(i + 1, j + 1) * a;
        sum[y * SIZE + x] += power * (top * (1 - b) + low * b);
      }
  }

  function tile() {
    const sum = new Float32Array(SIZE * SIZE);
    for (let octave = 0; octave < 4; octave++) add(sum, 3 << octave, 1 / (1 << octave), dice(7 + octave));
    const made = document.createElement("canvas");
    made.width = made.height = SIZE;
    const pen = made.getContext("2d");
    const data = pen.createImageData(SIZE, SIZE);
    sum.forEach((value, index) => {
      data.data.set([255, 255, 255, 255 * smooth(Math.min(1, Math.max(0, (value - 0.6) / 0.8)))], 4 * index);
    });
    pen.putImageData(data, 0, 0);
    return made;
  }

  // The ground's height in percent of the picture from the top; null for unknown curves. Before Python is here, only
  // two valleys have fog.
  function ground(x) {
    const index = hill ? Math.round((x - hill.low) / hill.step) : -1;
    const isKnown = section.dataset.shape === "two-valleys" || !("live" in section.dataset);
    if (!isKnown || !hill || !(index in hill.heights)) return null;
    return 1 - (hill.heights[index] - hill.up[0]) / (hill.up[1] - hill.up[0]);
  }

  function hole(pen, x, y, reach, tall, inner) {
    pen.save();
    pen.translate(x, y);
    pen.scale(1, tall);
    const shade = pen.createRadialGradient(0, 0, reach * inner, 0, 0, reach);
    [1, 0.9, 0.5, 0.16, 0].forEach((much, n) => {
      shade.addColorStop(n / 4, `rgba(0,0,0,${much})`);
    });
    pen.fillStyle = shade;
    pen.fillRect(-reach, -reach, 2 * reach, 2 * reach);
    pen.restore();
  }

  function clear(pen, x, wide, high, now) {
    const ends = hill ? hill.across : [-5.2, 5.2];
    const unit = wide / (ends[1] - ends[0]);
    const reach = Math.max(SIGHT * unit, canvas.clientWidth < 600 ? 44 / SCALE : 0);
    const low = Math.min(walked[0] + 0.1, x);
    const far = Math.max(walked[1] - 0.1, x);
    const count = Math.max(1, Math.ceil((far - low) / 0.25));
    for (let n = 0; n <= count; n++) {
      const place = low + ((far - low) * n) / count;
      const up = ground(place);
      for (let k = 0; k < 3; k++) {
        const turn = 2.1 * k + n;
        hole(
          pen,
          (place - ends[0]) * unit + reach * 0.42 * Math.cos(now * 0.35 + turn),
          (up === null ? 0.5 : up) * high + reach * 0.34 * Math.sin(now * 0.45 + turn),
          reach * 1.75,
          up === null ? 6 : 1,
          0.05,
        );
      }
    }
    if (lifted)
      hole(pen, (x - ends[0]) * unit, (ground(x) === null ? 0.5 : ground(x)) * high, lifted * wide * 1.5 + 1, 1, 0.55);
  }

  function paint(now) {
    const wide = Math.ceil(canvas.clientWidth / SCALE);
    const high = Math.ceil(canvas.clientHeight / SCALE);
    if (small.width !== wide || small.height !== high) {
      canvas.width = small.width = wide;
      canvas.height = small.height = high;
    }
    if (!wide || !high) return;
    const pen = small.getContext("2d");
    const veil = getComputedStyle(canvas).getPropertyValue("--cloud") || "1";
    pen.globalCompositeOperation = "source-over";
    pen.globalAlpha = 1;
    pen.fillStyle = getComputedStyle(canvas).getPropertyValue("--fog") || "#c6d0d5";
    pen.fillRect(0, 0, wide, high);
    [
      [5, 420, 0.9, 0],
      [-8, 250, 0.65, 60],
    ].forEach((layer) => {
      const size = layer[1];
      const off = (((now * layer[0]) % size) + size) % size;
      pen.globalAlpha = layer[2] * Number(veil);
      for (let x = -off - size; x < wide + size; x += size)
        for (let y = -layer[3] - size / 2; y < high; y += size) pen.drawImage(clouds, x, y, size, size);
    });
    pen.globalAlpha = 1;
    pen.globalCompositeOperation = "destination-out";
    clear(pen, Number(slider.value), wide, high, now);
    const pane = canvas.getContext("2d");
    pane.clearRect(0, 0, wide, high);
    pane.globalAlpha = 1 - lifted * lifted * lifted;
    pane.drawImage(small, 0, 0);
  }

  // The fog comes, or begins to lift.
  function follow() {
    const root = document.documentElement.dataset;
    const waits = "fresh" in root && !("live" in section.dataset) && section.dataset.at === "try" && !LIMITED;
    const is = (section.dataset.fog === "fog" || waits) && "beats" in root;
    if (is === thick) return;
    thick = is;
    began = is ? 0 : performance.now();
    if (is) {
      walked = [Number(slider.value), Number(slider.value)];
      lifted = 0;
      clouds = clouds || tile();
      requestAnimationFrame(tick);
    }
  }

  let painted = 0;
  function tick(time) {
    const x = Number(slider.value);
    walked = [Math.min(walked[0], x), Math.max(walked[1], x)];
    if (began) lifted = calm.matches ? 1 : Math.min(1, Math.max(0, time - began) / LIFT);
    if (lifted >= 1) {
      canvas.hidden = true;
      return;
    }
    canvas.hidden = false;
    if (time - painted > 30 || began) {
      painted = time;
      if (canvas.getClientRects().length) paint(calm.matches ? 0 : time / 1000);
    }
    requestAnimationFrame(tick);
  }

  section.addEventListener("downhill:begun", () => {
    walked = [Number(slider.value), Number(slider.value)];
  });
  new MutationObserver(follow).observe(section, { attributeFilter: ["data-fog", "data-live", "data-at"] });
  follow();
}

export function followFog() {
  const section = document.querySelector("section[data-film][data-fog]");
  if (section) fogOver(section);
}
