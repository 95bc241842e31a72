// Moves the lesson's slider and opens its Python, `count` times, each time on an idle page. Returns for each how many ms
// later the values beside the lines were those of now.
async ({ lesson, slider, count }) => {
  const section = document.querySelector(`section#${lesson}`);
  const panel = section.querySelector("details[data-code]");
  const input = section.querySelector(`input[type=range][name=${slider}]`);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const written = () =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no values came beside the Python of ${lesson}`)), 30000);
      const changes = new MutationObserver((list) => {
        if (!list.some(({ target }) => target.closest?.("[data-worked-out]"))) return;
        resolve(performance.now());
        clearTimeout(late);
        changes.disconnect();
      });
      changes.observe(panel, { childList: true, subtree: true });
    });
  const times = [];
  for (let turn = 1; turn <= count; turn += 1) {
    panel.open = false;
    input.value = Number(input.min) + (Number(input.max) - Number(input.min)) * ((turn * 0.6180339887) % 1);
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
    await wait(500);
    const live = written();
    const pressed = performance.now();
    panel.querySelector("summary").click();
    times.push((await live) - pressed);
  }
  return times;
};
