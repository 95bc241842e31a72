// What unfolds: Tools, the longer text, colors and language, everything or one beat at a time, and one lesson on paper.
// Inline, in old syntax.
(function () {
  "use strict";
  var root = document.documentElement;

  function find(where, selector) {
    return [].slice.call(where.querySelectorAll(selector));
  }

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
    if (isOpen(button) && button.matches("[data-tools]")) focusInside(button);
  }

  function focusInside(button) {
    controlled(button).querySelector("[data-close]").focus();
  }

  function close(sheet) {
    var button = document.querySelector('[aria-controls="' + sheet.id + '"]');
    fold(button, false);
    button.focus();
  }

  function changeMode(section) {
    var one = !("beats" in root.dataset);
    window.downhillBeats(one);
    dressed();
    section.scrollIntoView();
    section.querySelector("[data-all]").focus({ preventScroll: true });
  }

  // Shows what exists in only one of the two modes.
  function dressed() {
    var one = "beats" in root.dataset;
    var embedded = "embed" in root.dataset;
    find(
      document,
      "[data-primary], [data-tools], [data-more], [data-settings], [data-close], button[data-python], [data-python-back]"
    ).forEach(function (part) {
      part.hidden = !one;
    });
    find(document, ".unfold").forEach(function (part) {
      part.hidden = embedded && !one;
      var all = part.querySelector("[data-all]");
      all.hidden = embedded;
      part.querySelector("[data-more]").hidden = embedded || !one;
      all.dataset.all = all.dataset.all || all.textContent;
      all.textContent = one ? all.dataset.all : all.dataset.one;
    });
  }

  // Prints one lesson on one sheet, whatever is open; or the card at the end.
  function onPaper(section) {
    offPaper();
    section.dataset.printed = root.dataset.prints = "";
    print();
  }

  function offPaper() {
    delete root.dataset.prints;
    find(document, "section[data-printed]").forEach(function (section) {
      delete section.dataset.printed;
    });
  }

  function pressed(event) {
    var button = event.target.closest("button");
    var section = button && button.closest("section.lesson");
    if (!button) return;
    if (button.matches("[data-tools], [data-more], [data-rest], [data-settings]")) unfold(button);
    else if (button.matches("[data-close]")) close(button.closest("[data-open]"));
    else if (button.matches("[data-all]")) changeMode(section);
    else if (button.matches("[data-print]")) onPaper(button.closest("section"));
  }

  function keyed(event) {
    var opener = event.target.closest("[data-tools], [data-settings]");
    var open = opener ? controlled(opener) : event.target.closest("[data-open]");
    if (event.key === "Escape" && open && open.matches(".tools[data-open], .settings[data-open]")) close(open);
  }

  dressed();
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", keyed);
  addEventListener("afterprint", offPaper);
})();
