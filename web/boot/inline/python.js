// A lesson's Python: opened in place of its story, copied, read line by line with the arrow keys. Marks each line
// together with the matching part of the next step in numbers.
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);

  function isSeen(part) {
    return part.getClientRects().length > 0;
  }

  function lines(panel) {
    return [...panel.querySelectorAll("li > code")].filter(isSeen);
  }

  function openerOf(panel) {
    return document.querySelector(`button[data-python][aria-controls="${panel.id}"]`);
  }

  // One line is a Tab stop; arrow keys reach the others.
  function stop(panel, line) {
    for (const code of panel.querySelectorAll("li > code")) code.tabIndex = code === line ? 0 : -1;
  }

  // Values that a line has just computed describe it.
  function describe(panel) {
    panel.querySelectorAll("[data-worked-out]").forEach((value, index) => {
      value.id = `${panel.id}-${index}`;
      value.parentNode.querySelector("code").setAttribute("aria-describedby", value.id);
    });
  }

  function prepare(panel) {
    describe(panel);
    stop(panel, lines(panel)[0]);
  }

  // Keeps the stop while its line is visible: a switch may show another function.
  function place() {
    for (const panel of document.querySelectorAll("[data-code][open]")) {
      const seen = lines(panel);
      stop(panel, seen.find((code) => code.tabIndex === 0) || seen[0]);
    }
  }

  // The first line, or while code is edited and no line is visible, the first button.
  function first(panel) {
    return lines(panel)[0] || [...panel.querySelectorAll("button")].find(isSeen);
  }

  function toggle(panel, open) {
    panel.open = open;
    prepare(panel);
    if (open) {
      panel.scrollTop = 0;
      panel.closest("section.lesson").scrollIntoView();
    }
    (open ? first(panel) : openerOf(panel)).focus({ preventScroll: true });
  }

  // The visible functions, or the code being edited (py/page/python/editing.py).
  function text(panel) {
    if (panel.hasAttribute("data-editing")) return panel.codeText().trimEnd();
    const written = (part) => lines(part).map((line) => line.textContent);
    const functions = [...panel.querySelectorAll(".function")].filter(isSeen);
    return functions.map((part) => written(part).join("\n")).join("\n\n\n");
  }

  async function copy(panel) {
    const told = panel.querySelector(".told");
    function say(key) {
      told.textContent = "";
      told.textContent = words[key];
    }
    try {
      await navigator.clipboard.writeText(`${text(panel)}\n`);
      say("python.copied");
    } catch {
      say("python.uncopied");
    }
  }

  function pressed(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const panel = document.getElementById(button.getAttribute("aria-controls"));
    if (button.matches("[data-python]")) toggle(panel, !panel.open);
    else if (button.matches("[data-python-back]")) toggle(button.closest("[data-code]"), false);
    else if (button.matches("[data-code-do=copy]")) copy(button.closest("[data-code]"));
  }

  function keyed(event) {
    if (event.key === "Tab") place();
    const panel = event.target.closest("[data-code]");
    if (!panel || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && "beats" in document.documentElement.dataset) toggle(panel, false);
    if (!event.target.matches("li > code")) return;
    const seen = lines(panel);
    const at = seen.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (!seen[to]) return;
    event.preventDefault();
    seen[to].focus();
  }

  // Marks what belongs together: lines of Python and parts of the rule.
  function mark(event) {
    const section = event.target.closest?.("section.lesson");
    if (!section?.querySelector("[data-term]")) return;
    const part = event.target.closest("[data-term]");
    const names = part ? part.dataset.term.split(" ") : [];
    for (const other of section.querySelectorAll("[data-term]")) {
      const together = other !== part && other.dataset.term.split(" ").some((name) => names.includes(name));
      other.toggleAttribute("data-marked", together && !part.closest(".maths") !== !other.closest(".maths"));
    }
  }

  function focused(event) {
    if (event.target.matches("[data-code] li > code")) stop(event.target.closest("[data-code]"), event.target);
    mark(event);
  }

  document.addEventListener("click", pressed);
  document.addEventListener("keydown", keyed);
  document.addEventListener("focusin", focused);
  document.addEventListener("pointerover", mark);
  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches("[data-code]")) return;
      openerOf(event.target).setAttribute("aria-expanded", String(event.target.open));
      prepare(event.target);
    },
    true,
  );
})();
