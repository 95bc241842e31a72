// Presses Play of every lesson in turn and waits until it has come to rest, at most `limit` ms each.
// Returns how many lessons there are and how many of them did play; a page without such buttons is left as it is.
async (limit) => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const play = async (button) => {
    const played = new Promise((resolve) => {
      const changes = new MutationObserver(() => pressed(button) && resolve(true));
      changes.observe(button, { attributes: true, attributeFilter: ["aria-pressed"] });
      setTimeout(() => resolve(false), 5000);
    });
    const end = performance.now() + limit;
    button.click();
    if (!(await played)) return 0;
    while (pressed(button) && performance.now() < end) await wait(100);
    if (pressed(button)) button.click();
    return 1;
  };
  const buttons = [...document.querySelectorAll("button[data-action=play]")];
  let played = 0;
  for (const button of buttons) played += await play(button);
  return { lessons: buttons.length, played };
};
