// What unfolds: Tools, the longer text, colors and language, everything or one beat at a time, and one lesson on paper.
(() => {
  const root = document.documentElement;
  const ONLY_BEATS =
    "[data-primary], [data-tools], [data-more], [data-settings], .tools [data-close], button[data-python], [data-python-back]";

  function controlled(button) {
    return document.getElementById(button.getAttribute("aria-controls"));
  }

  function isOpen(button) {
    return button.getAttribute("aria-expanded") === "true";
  }

  function fold(button, open) {
    button.setAttribute("aria-expanded", String(open));
    controlled(button).toggleAttribute("data-open", open);
  }

  function unfold(button) {
    fold(button, !isOpen(button));
    if (isOpen(button) && button.matches("[data-tools]")) controlled(button).querySelector("[data-close]").focus();
  }

  function close(sheet) {
    const button = document.querySelector(`[aria-controls="${sheet.id}"]`);
    fold(button, false);
    button.focus();
  }

  function changeMode(section) {
    const one = !("beats" in root.dataset);
    window.downhillBeats(one);
    dressed();
    section.scrollIntoView();
    section.querySelector("[data-all]").focus({ preventScroll: true });
  }

  // Shows what exists in only one of the two modes.
  function dressed() {
    const one = "beats" in root.dataset;
    const embedded = "embed" in root.dataset;
    for (const part of document.querySelectorAll(ONLY_BEATS)) part.hidden = !one;
    for (const part of document.querySelectorAll(".unfold")) {
      part.hidden = embedded && !one;
      const all = part.querySelector("[data-all]");
      all.hidden = embedded;
      part.querySelector("[data-more]").hidden = embedded || !one;
      all.dataset.all = all.dataset.all || all.textContent;
      all.textContent = one ? all.dataset.all : all.dataset.one;
    }
  }

  // Prints one lesson on one sheet, whatever is open; or the card at the end.
  function onPaper(section) {
    offPaper();
    section.dataset.printed = root.dataset.prints = "";
    print();
  }

  function offPaper() {
    delete root.dataset.prints;
    for (const section of document.querySelectorAll("section[data-printed]")) delete section.dataset.printed;
  }

  function pressed(event) {
    const button = event.target.closest("button");
    const section = button?.closest("section.lesson");
    if (!button) return;
    if (button.matches("[data-tools], [data-more], [data-rest], [data-settings]")) unfold(button);
    else if (button.matches("[data-open] [data-close]")) close(button.closest("[data-open]"));
    else if (button.matches("[data-all]")) changeMode(section);
    else if (button.matches("[data-print]")) onPaper(button.closest("section"));
  }

  function keyed(event) {
    const opener = event.target.closest("[data-tools], [data-settings]");
    const open = opener ? controlled(opener) : event.target.closest("[data-open]");
    if (event.key === "Escape" && open?.matches(".tools[data-open], .settings[data-open]")) close(open);
  }

  dressed();
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", keyed);
  addEventListener("afterprint", offPaper);
})();
