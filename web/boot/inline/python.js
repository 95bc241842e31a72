// A lesson's Python: opened in place of its story, copied, read line by line with the arrow keys. Marks each line
// together with the matching part of the next step in numbers. Inline, in old syntax.
(function () {
  "use strict";
  var words = JSON.parse(document.getElementById("words").textContent);

  function find(where, selector) {
    return [].slice.call(where.querySelectorAll(selector));
  }

  function isSeen(part) {
    return part.getClientRects().length > 0;
  }

  function lines(panel) {
    return find(panel, "li > code").filter(isSeen);
  }

  function openerOf(panel) {
    return document.querySelector('button[data-python][aria-controls="' + panel.id + '"]');
  }

  // One line is a Tab stop; arrow keys reach the others.
  function stop(panel, line) {
    find(panel, "li > code").forEach(function (code) {
      code.tabIndex = code === line ? 0 : -1;
    });
  }

  // Values that a line has just computed describe it.
  function describe(panel) {
    find(panel, "[data-worked-out]").forEach(function (value, index) {
      value.id = panel.id + "-" + index;
      value.parentNode.querySelector("code").setAttribute("aria-describedby", value.id);
    });
  }

  function prepare(panel) {
    describe(panel);
    stop(panel, lines(panel)[0]);
  }

  // Keeps the stop while its line is visible: a switch may show another function.
  function place() {
    find(document, "[data-code][open]").forEach(function (panel) {
      var seen = lines(panel);
      var kept = seen.filter(function (code) {
        return code.tabIndex === 0;
      });
      stop(panel, kept[0] || seen[0]);
    });
  }

  // The first line, or while code is edited and no line is visible, the first button.
  function first(panel) {
    return lines(panel)[0] || find(panel, "button").filter(isSeen)[0];
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
    var functions = find(panel, ".function").filter(isSeen);
    return functions
      .map(function (part) {
        return lines(part)
          .map(function (line) {
            return line.textContent;
          })
          .join("\n");
      })
      .join("\n\n\n");
  }

  function copy(panel) {
    var told = panel.querySelector(".told");
    function say(key) {
      told.textContent = "";
      told.textContent = words[key];
    }
    function failed() {
      say("python.uncopied");
    }
    try {
      navigator.clipboard.writeText(text(panel) + "\n").then(say.bind(null, "python.copied"), failed);
    } catch (_error) {
      failed();
    }
  }

  function pressed(event) {
    var button = event.target.closest("button");
    if (!button) return;
    var panel = document.getElementById(button.getAttribute("aria-controls"));
    if (button.matches("[data-python]")) toggle(panel, !panel.open);
    else if (button.matches("[data-python-back]")) toggle(button.closest("[data-code]"), false);
    else if (button.matches("[data-code-do=copy]")) copy(button.closest("[data-code]"));
  }

  function keyed(event) {
    if (event.key === "Tab") place();
    var panel = event.target.closest("[data-code]");
    if (!panel || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && "beats" in document.documentElement.dataset) toggle(panel, false);
    if (!event.target.matches("li > code")) return;
    var seen = lines(panel);
    var at = seen.indexOf(event.target);
    var to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (!seen[to]) return;
    event.preventDefault();
    seen[to].focus();
  }

  // Marks what belongs together: lines of Python and parts of the rule.
  function mark(event) {
    var section = event.target.closest && event.target.closest("section.lesson");
    if (!section || !section.querySelector("[data-term]")) return;
    var part = event.target.closest("[data-term]");
    var names = part ? part.dataset.term.split(" ") : [];
    find(section, "[data-term]").forEach(function (other) {
      var other_names = other.dataset.term.split(" ");
      var together = other_names.some(function (name) {
        return names.indexOf(name) >= 0;
      });
      other.toggleAttribute(
        "data-marked",
        together && other !== part && isIn(".maths", part) !== isIn(".maths", other)
      );
    });
  }

  function isIn(selector, part) {
    return part.closest(selector) !== null;
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
    function (event) {
      if (!event.target.matches("[data-code]")) return;
      openerOf(event.target).setAttribute("aria-expanded", String(event.target.open));
      prepare(event.target);
    },
    true
  );
})();
