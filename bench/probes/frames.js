// Plays a lesson for `count` steps with the rate that is too small, which never ends sooner. Returns how many of its
// frames a second were shown, and how many frames of the browser went by meanwhile.
async ({ lesson, count, limit }) => {
  const section = document.querySelector(`section#${lesson}`);
  const frame = () => new Promise(requestAnimationFrame);
  section.querySelector("[data-action=reset]").click();
  section.querySelector("[data-preset=small]").click();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = Number(section.dataset.frame),
    began = performance.now();
  section.querySelector("[data-action=play]").click();
  let browser = 0;
  while (Number(section.dataset.frame) - before < count && performance.now() - began < limit) {
    await frame();
    browser += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  section.querySelector("[data-action=play]").click();
  await new Promise((resolve) => setTimeout(resolve, 300));
  section.querySelector("[data-action=reset]").click();
  section.querySelector("[data-preset=good]").click();
  return { played: (Number(section.dataset.frame) - before) / seconds, browser: browser / seconds };
};
