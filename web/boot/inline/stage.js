// The story's beats, and each lesson's filled button. Inline, so it works before Python: the filled button presses the
// lesson's own buttons, which wait until they can act. In old syntax.
(function () {
  "use strict";
  var root = document.documentElement;
  var query = new URLSearchParams(location.search);
  var sections = find(document, "section.lesson");
  var fresh = "fresh" in root.dataset;
  var limits = window.downhillLimits;
  var words = JSON.parse(document.getElementById("words").textContent);

  function find(where, selector) {
    return [].slice.call(where.querySelectorAll(selector));
  }

  function current(section) {
    return section.querySelector(".beats > [aria-current]");
  }

  // Presses a button if it is available, even in closed Tools; returns whether it was.
  function press(button) {
    var offered = button && !button.disabled && button.ariaDisabled !== "true" && !limits.fixes(button);
    if (offered) button.click();
    return offered;
  }

  function playing(section) {
    var play = section.querySelector("[data-action=play]");
    return play && play.getAttribute("aria-pressed") === "true" ? play : null;
  }

  // The filled button's label: Pause while something runs, then what this beat is for, then the way on.
  function label(section) {
    var button = section.querySelector("[data-primary]");
    var beat = current(section);
    var result = section.querySelector(".unfold [data-result]");
    if (result) result.hidden = Boolean(after(beat));
    if (beat.dataset.shots) return; // the film sets it
    var play = playing(section);
    var text = beat.dataset.go;
    var challenge = asked(section, beat);
    if (play) text = play.textContent.trim();
    else if (challenge) text = words["beat.challenge." + challenge.dataset.do];
    else if ("did" in beat.dataset && after(beat)) text = words["beat.next"].replace("{title}", titleOf(after(beat)));
    if (button.textContent !== text) button.textContent = text;
  }

  // What an open challenge offers next: checking a written guess, else a hint.
  function asked(section, beat) {
    var panel = section.querySelector(".challenge");
    if (beat.dataset.beat !== "challenge" || panel.hidden || panel.dataset.state !== "open") return null;
    return find(panel, "[data-do=guess], [data-do=hint]").filter(function (button) {
      var field = button.dataset.do === "guess" && button.parentElement.querySelector("input");
      var empty = field ? !field.value.trim() : button.textContent === words["challenge.answer"];
      return button.getClientRects().length > 0 && !empty;
    })[0];
  }

  // Shorter films, of two and seven minutes: these beats of these lessons.
  var FILMS = {
    essence: { valley: "try,name" },
    short: {
      valley: "try,name,machine",
      "next-word": "try,name,machine",
      "ten-thousand": "try,name,machine,take-away"
    }
  };
  var short = Object.keys(FILMS).indexOf(query.get("film")) >= 0 && FILMS[query.get("film")];

  // The beat after another, of those that the address leaves; on the film's path, the next one on it.
  function after(beat) {
    var next = beat.nextElementSibling;
    while (next && (next.hidden || (isOffPath(next) && !isOffPath(beat)))) next = next.nextElementSibling;
    return next;
  }

  // The film skips beats without shots.
  function isOffPath(beat) {
    return !beat.dataset.shots;
  }

  function titleOf(beat) {
    return beat.querySelector(".title").textContent;
  }

  // The options that a beat starts with.
  function options(beat) {
    var section = beat.closest("section.lesson");
    return (beat.dataset.set || "")
      .split(" ")
      .map(function (pair) {
        var parts = pair.split("=");
        return parts[1] && section.querySelector('[data-choice="' + parts[0] + '"][value="' + parts[1] + '"]');
      })
      .filter(Boolean);
  }

  // Applies a beat's start, once, unless the address names another state.
  function set(beat) {
    if (!fresh || "was" in beat.dataset) return;
    beat.dataset.was = "";
    options(beat).forEach(function (option) {
      if (option.disabled || option.checked || limits.fixes(option)) return;
      option.checked = true;
      option.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  function mark(beat, isCurrent) {
    var button = beat.querySelector("button");
    if (isCurrent) beat.setAttribute("aria-current", "step");
    else beat.removeAttribute("aria-current");
    button.setAttribute("aria-expanded", String(isCurrent));
    button.tabIndex = isCurrent ? 0 : -1;
  }

  // Shows a beat; if `focused`, focuses its heading and brings its lesson into view.
  function show(beat, focused) {
    var section = beat.closest("section.lesson");
    var before = current(section);
    if (before !== beat) {
      before.dataset.done = "";
      before.querySelector(".ticked").hidden = false;
      mark(before, false);
      mark(beat, true);
      section.dataset.at = beat.dataset.beat;
      set(beat);
    }
    label(section);
    if (before !== beat || focused) section.dispatchEvent(new CustomEvent("downhill:beat"));
    if (!focused) return;
    var tools = section.querySelector("[data-tools][aria-expanded=true]");
    if (tools) tools.click();
    bring(section);
    beat.querySelector("button").focus({ preventScroll: true });
  }

  function bring(section) {
    var top = section.querySelector(".screen").getBoundingClientRect().top;
    if (Math.abs(top - parseFloat(getComputedStyle(root).scrollPaddingTop || 0)) > 2) section.scrollIntoView();
  }

  // Goes to a lesson, or to the end, and focuses its heading.
  function enter(section) {
    location.hash = section.id;
    var heading = section.querySelector("h2[tabindex]");
    if (heading) heading.focus({ preventScroll: true });
    return section;
  }

  // What the filled button tries in a beat without shots; each returns whether it worked.
  var deeds = {
    "what-if": function (section) {
      var offered = !section.querySelector("[data-act]") && press(section.querySelector("[data-preset=big]"));
      return offered && press(section.querySelector("[data-action=play]"));
    },
    challenge: function (section) {
      var open = find(section, ".challenges li").filter(function (item) {
        return item.querySelector(".tick").hidden;
      });
      return press((open[0] || section).querySelector("[data-begin]"));
    }
  };

  function next(section) {
    var following = sections.slice(sections.indexOf(section) + 1).filter(function (one) {
      return !short || one.id in short;
    })[0];
    return enter(following || document.getElementById("closing"));
  }

  function primary(section) {
    var beat = current(section);
    if (beat.dataset.shots) return section.dispatchEvent(new CustomEvent("downhill:press"));
    var following = after(beat);
    if (press(playing(section)) || press(asked(section, beat))) return;
    if (!("did" in beat.dataset) && deeds[beat.dataset.beat] && deeds[beat.dataset.beat](section)) {
      beat.dataset.did = "";
      label(section);
    } else if (following) show(following, true);
  }

  function pressed(event) {
    var button = event.target.closest("button");
    var section = button && button.closest("section.lesson");
    if (!section) return;
    if (button.matches(".beat")) show(button.closest("li"), true);
    else if (button.matches("[data-to-challenges]")) show(section.querySelector("[data-beat=challenge]"), true);
    else if (button.matches("[data-primary]")) primary(section);
  }

  // Shows a challenge next to its stage when it starts, however that happened.
  function watch(section) {
    var play = section.querySelector("[data-action=play]");
    var panel = section.querySelector(".challenge");
    new MutationObserver(function () {
      label(section);
    }).observe(play, { attributes: true, subtree: true, childList: true, characterData: true });
    new MutationObserver(function () {
      var beat = section.querySelector("[data-beat=challenge]");
      if (!panel.hidden && beat) show(beat, false);
      label(section);
    }).observe(panel, { attributeFilter: ["hidden", "data-state"] });
    new MutationObserver(function () {
      panel.scrollTop = panel.scrollHeight; // if the panel is low, keep its newest hint in view
    }).observe(panel.querySelector(".hints"), { childList: true });
    panel.addEventListener("input", function () {
      label(section);
    });
    find(panel, ".guess, [data-do=hint]").forEach(function (part) {
      new MutationObserver(function () {
        label(section);
      }).observe(part, { attributeFilter: ["hidden"], childList: true });
    });
  }

  // `beats=1,3,5` leaves only these, and `beat=3` is the first: by number or name.
  function choose(section) {
    var beats = find(section, ".beats > li");
    var isNamed = ["", section.id].indexOf(location.hash.slice(1).split("&")[0]) >= 0;
    var wanted = section.id === limits.challenged ? "challenge" : isNamed && query.get("beat");

    function named(names) {
      return beats.filter(function (beat, index) {
        return names.indexOf(beat.dataset.beat) >= 0 || names.indexOf(String(index + 1)) >= 0;
      });
    }
    var left = named(((short && short[section.id]) || query.get("beats") || "").split(","));
    var first = named([wanted])[0];
    beats.forEach(function (beat) {
      beat.hidden = left.length > 0 && left.indexOf(beat) < 0;
    });
    if (!first || first.hidden) first = left[0];
    if (first) show(first, false);
  }

  // The page's own first screen shows everything that the first beat sets.
  function isAllSet() {
    return !options(current(sections[0])).some(limits.fixes);
  }

  // A class's link: in a lesson's last beat, the result is a second button.
  function offerResult(section) {
    var button = section.querySelector(".share [data-result]").cloneNode(true);
    section.querySelector(".unfold").prepend(button);
  }

  function begin() {
    if (!isAllSet()) {
      delete root.dataset.fresh;
      sections[0].dataset.limited = ""; // its film starts with what is there
    }
    var isForClass = ["beats", "beat", "test"].some(function (name) {
      return query.has(name);
    });
    sections.forEach(function (section) {
      if (isForClass) offerResult(section);
      var link = document.querySelector('.lessons a[href="#' + section.id + '"]');
      if (link) link.toggleAttribute("data-told", !short || section.id in short);
      watch(section);
      choose(section);
      set(current(section));
      label(section);
    });
    document.addEventListener("click", pressed);
    addEventListener("hashchange", function () {
      fresh = fresh && location.hash.indexOf("&") < 0;
    });
  }

  window.downhillStage = {
    enter: enter,
    show: show,
    next: next,
    mark: function (beat) {
      var section = beat.closest("section.lesson");
      mark(current(section), false);
      mark(beat, true);
      section.dataset.at = beat.dataset.beat;
    }
  };
  begin();
})();
