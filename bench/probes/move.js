// Moves the slider `count` times by input events, each on an idle page. Returns for each when it was sent, in ms of the
// clock that all threads share, and how many ms later the page's frame counter had changed; and how large the first
// canvas beside that counter is, if there is one.
async ({ slider, frame, count, pause }) => {
  const input = document.querySelector(slider);
  const counted = document.querySelector(frame);
  const low = Number(input.min),
    high = Number(input.max);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const changed = () =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no frame followed ${slider} = ${input.value}`)), 30000);
      const changes = new MutationObserver(() => {
        resolve(performance.now());
        clearTimeout(late);
        changes.disconnect();
      });
      changes.observe(counted, { attributes: true, attributeFilter: ["data-frame"] });
    });
  const canvas = counted.querySelector("canvas");
  canvas?.scrollIntoView({ block: "center" }); // what is far from the window is not painted
  while (canvas?.parentElement.hasAttribute("data-far")) await wait(pause);
  const times = [];
  for (let move = 1; move <= count; move += 1) {
    // Steps of the golden ratio reach all of the range evenly and never stand on the same value twice running.
    input.value = low + (high - low) * ((move * 0.6180339887) % 1);
    const frameChanged = changed();
    const dispatched = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    times.push([performance.timeOrigin + dispatched, (await frameChanged) - dispatched]);
    await wait(pause);
  }
  return { times, canvas: canvas && [canvas.width, canvas.height] };
};
