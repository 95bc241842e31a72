// Acts upon controls of the page as a reader would, whatever they are: found by what they are, not by name.
// `tests/browser/test_early.py` puts this into a page before anything else.
(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, canvas, [tabindex]:not([tabindex='-1'])";
  const LEAVES = "#retry, [data-next=yes]"; // what loads the page anew
  const state = () => document.documentElement.dataset.python;
  window.states = [];
  window.print = () => {}; // the browser takes it amiss to be asked by every lesson in a row
  new MutationObserver(() => {
    window.states.push(state());
    if (state() === "ready" && window.actWhenReady) act(controls());
  }).observe(document, { subtree: true, attributeFilter: ["data-python"] });

  // The page's own scripts listen to these last of all.
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...given) {
    if (this instanceof Element && this.matches(".share")) window.downhillListens = true;
    return add.apply(this, given);
  };

  // Links to other pages are pressed, too, but not followed.
  addEventListener("click", (event) => {
    if (event.target.closest?.("a[href]:not([href^='#'])")) event.preventDefault();
  });

  const event = (kind, target, parts = {}, Kind = Event) =>
    target.dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...parts }));

  function write(field, text) {
    field.value = text;
    event("input", field);
    event("change", field);
  }

  function point(canvas) {
    const box = canvas.getBoundingClientRect();
    const at = { clientX: box.left + box.width / 3, clientY: box.top + box.height / 2, isPrimary: true, pointerId: 1 };
    for (const kind of ["pointerenter", "pointermove", "pointerdown", "pointerup"])
      event(kind, canvas, at, PointerEvent);
    event("click", canvas, at, PointerEvent);
    for (const key of ["ArrowRight", "Enter", "ArrowDown", "Insert", "Escape"])
      event("keydown", canvas, { key }, KeyboardEvent);
    event("pointerleave", canvas, at, PointerEvent);
  }

  function use(control) {
    control.focus?.({ preventScroll: true });
    if (control.matches("input[type=range]"))
      write(control, String((Number(control.min) + 3 * Number(control.max)) / 4));
    else if (control.matches("input[type=text]:not([readonly])"))
      write(control, control.matches(".box") ? "0.5" : control.value);
    else if (control.matches("textarea:not([readonly])")) write(control, "1\t2\n2\t3\n4\t4");
    else if (control.matches("select")) write(control, [...control.options].filter((one) => !one.disabled).pop().value);
    else if (control.matches("canvas")) point(control);
    else control.click();
  }

  function named(control) {
    const data = Object.entries(control.dataset)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ");
    const place = control.closest("section[id], header, footer")?.id ?? "";
    return [
      place,
      control.parentElement.className,
      control.localName,
      control.type ?? "",
      control.id || control.name || control.hreflang || control.hash || "",
      data,
    ].join(" ");
  }

  const controls = () => [...document.querySelectorAll(CONTROLS)].filter((one) => !one.matches(LEAVES));

  // Those that can be reached are used; returns their names.
  function act(some) {
    const used = [];
    for (const control of some) {
      if (!control.checkVisibility() || control.disabled) continue;
      use(control);
      used.push(named(control));
    }
    window.used = used;
    return used;
  }

  window.actTogether = () => act(controls());
  window.actOneByOne = async () => {
    const seen = [];
    for (const control of controls()) {
      seen.push(...act([control]));
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (state() === "failed") return [...seen, "which has failed"];
    }
    return seen;
  };
})();
