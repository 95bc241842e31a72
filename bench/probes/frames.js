// Moves the slider once a frame, `count` times. Returns the times of the frames, in ms.
async ({ slider, count }) => {
  const input = document.querySelector(slider);
  const low = Number(input.min),
    high = Number(input.max);
  const frame = () => new Promise(requestAnimationFrame);
  const times = [await frame()];
  for (let move = 1; move <= count; move += 1) {
    input.value = low + (high - low) * ((move * 0.6180339887) % 1);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    times.push(await frame());
  }
  return times;
};
