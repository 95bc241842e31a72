// The story's beats, and each lesson's filled button. Inline, so it works before Python: the filled button presses the
// lesson's own buttons, which wait until they can act.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const sections = [...document.querySelectorAll("section.lesson")];
  let fresh = "fresh" in root.dataset;
  const limits = window.downhillLimits;
  const words = JSON.parse(document.getElementById("words").textContent);

  function current(section) {
    return section.querySelector(".beats > [aria-current]");
  }

  // Presses a button if it is available, even in closed Tools; returns whether it was.
  function press(button) {
    const offered = button && !button.disabled && button.ariaDisabled !== "true" && !limits.fixes(button);
    if (offered) button.click();
    return offered;
  }

  function playing(section) {
    const play = section.querySelector("[data-action=play]");
    return play && play.getAttribute("aria-pressed") === "true" ? play : null;
  }

  // The filled button's label: Pause while something runs, then what this beat is for, then the way on.
  function label(section) {
    const button = section.querySelector("[data-primary]");
    const beat = current(section);
    const result = section.querySelector(".unfold [data-result]");
    if (result) result.hidden = Boolean(after(beat));
    if (beat.dataset.shots) return; // the film sets it
    const play = playing(section);
    let text = beat.dataset.go;
    const challenge = asked(section, beat);
    if (play) text = play.textContent.trim();
    else if (challenge) text = words[`beat.challenge.${challenge.dataset.do}`];
    else if ("did" in beat.dataset && after(beat)) text = words["beat.next"].replace("{title}", titleOf(after(beat)));
    if (button.textContent !== text) button.textContent = text;
  }

  // What an open challenge offers next: checking a written guess, else a hint.
  function asked(section, beat) {
    const panel = section.querySelector(".challenge");
    if (beat.dataset.beat !== "challenge" || panel.hidden || panel.dataset.state !== "open") return null;
    return [...panel.querySelectorAll("[data-do=guess], [data-do=hint]")].find((button) => {
      const field = button.dataset.do === "guess" && button.parentElement.querySelector("input");
      const empty = field ? !field.value.trim() : button.textContent === words["challenge.answer"];
      return button.getClientRects().length > 0 && !empty;
    });
  }

  // Shorter films, of two and seven minutes: these beats of these lessons.
  const FILMS = {
    essence: { valley: "try,name" },
    short: {
      valley: "try,name,machine",
      "next-word": "try,name,machine",
      "ten-thousand": "try,name,machine,take-away",
    },
  };
  const short = Object.hasOwn(FILMS, query.get("film")) && FILMS[query.get("film")];

  // The beat after another, of those that the address leaves; on the film's path, the next one on it.
  function after(beat) {
    let next = beat.nextElementSibling;
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
    const section = beat.closest("section.lesson");
    return (beat.dataset.set || "")
      .split(" ")
      .map((pair) => {
        const [name, value] = pair.split("=");
        return value && section.querySelector(`[data-choice="${name}"][value="${value}"]`);
      })
      .filter(Boolean);
  }

  // Applies a beat's start, once, unless the address names another state.
  function set(beat) {
    if (!fresh || "was" in beat.dataset) return;
    beat.dataset.was = "";
    for (const option of options(beat)) {
      if (option.disabled || option.checked || limits.fixes(option)) continue;
      option.checked = true;
      option.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function mark(beat, isCurrent) {
    const button = beat.querySelector("button");
    if (isCurrent) beat.setAttribute("aria-current", "step");
    else beat.removeAttribute("aria-current");
    button.setAttribute("aria-expanded", String(isCurrent));
    button.tabIndex = isCurrent ? 0 : -1;
  }

  // Shows a beat; if `focused`, focuses its heading and brings its lesson into view.
  function show(beat, focused) {
    const section = beat.closest("section.lesson");
    const before = current(section);
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
    section.querySelector("[data-tools][aria-expanded=true]")?.click();
    bring(section);
    beat.querySelector("button").focus({ preventScroll: true });
  }

  function bring(section) {
    const top = section.querySelector(".screen").getBoundingClientRect().top;
    if (Math.abs(top - parseFloat(getComputedStyle(root).scrollPaddingTop || 0)) > 2) section.scrollIntoView();
  }

  // Goes to a lesson, or to the end, and focuses its heading.
  function enter(section) {
    location.hash = section.id;
    section.querySelector("h2[tabindex]")?.focus({ preventScroll: true });
    return section;
  }

  // What the filled button tries in a beat without shots; each returns whether it worked.
  const deeds = {
    "what-if": (section) => {
      const offered = !section.querySelector("[data-act]") && press(section.querySelector("[data-preset=big]"));
      return offered && press(section.querySelector("[data-action=play]"));
    },
    challenge: (section) => {
      const items = [...section.querySelectorAll(".challenges li")];
      const open = items.find((item) => item.querySelector(".tick").hidden);
      return press((open || section).querySelector("[data-begin]"));
    },
  };

  function next(section) {
    const following = sections.slice(sections.indexOf(section) + 1).find((one) => !short || one.id in short);
    return enter(following || document.getElementById("closing"));
  }

  function primary(section) {
    const beat = current(section);
    if (beat.dataset.shots) return section.dispatchEvent(new CustomEvent("downhill:press"));
    const following = after(beat);
    if (press(playing(section)) || press(asked(section, beat))) return;
    if (!("did" in beat.dataset) && deeds[beat.dataset.beat]?.(section)) {
      beat.dataset.did = "";
      label(section);
    } else if (following) show(following, true);
  }

  function pressed(event) {
    const button = event.target.closest("button");
    const section = button?.closest("section.lesson");
    if (!section) return;
    if (button.matches(".beat")) show(button.closest("li"), true);
    else if (button.matches("[data-to-challenges]")) show(section.querySelector("[data-beat=challenge]"), true);
    else if (button.matches("[data-primary]")) primary(section);
  }

  // Shows a challenge next to its stage when it starts, however that happened.
  function watch(section) {
    const play = section.querySelector("[data-action=play]");
    const panel = section.querySelector(".challenge");
    const relabel = () => label(section);
    const texts = { attributes: true, subtree: true, childList: true, characterData: true };
    new MutationObserver(relabel).observe(play, texts);
    new MutationObserver(() => {
      const beat = section.querySelector("[data-beat=challenge]");
      if (!panel.hidden && beat) show(beat, false);
      label(section);
    }).observe(panel, { attributeFilter: ["hidden", "data-state"] });
    new MutationObserver(() => {
      panel.scrollTop = panel.scrollHeight; // if the panel is low, keep its newest hint in view
    }).observe(panel.querySelector(".hints"), { childList: true });
    panel.addEventListener("input", relabel);
    for (const part of panel.querySelectorAll(".guess, [data-do=hint]"))
      new MutationObserver(relabel).observe(part, { attributeFilter: ["hidden"], childList: true });
  }

  // `beats=1,3,5` leaves only these, and `beat=3` is the first: by number or name.
  function choose(section) {
    const beats = [...section.querySelectorAll(".beats > li")];
    const isNamed = ["", section.id].includes(location.hash.slice(1).split("&")[0]);
    const wanted = section.id === limits.challenged ? "challenge" : isNamed && query.get("beat");

    function named(names) {
      return beats.filter((beat, index) => names.includes(beat.dataset.beat) || names.includes(`${index + 1}`));
    }
    const left = named((short?.[section.id] || query.get("beats") || "").split(","));
    let first = named([wanted])[0];
    for (const beat of beats) beat.hidden = left.length > 0 && !left.includes(beat);
    if (!first || first.hidden) first = left[0];
    if (first) show(first, false);
  }

  // The page's own first screen shows everything that the first beat sets.
  function isAllSet() {
    return !options(current(sections[0])).some(limits.fixes);
  }

  // A class's link: in a lesson's last beat, the result is a second button.
  function offerResult(section) {
    const button = section.querySelector(".share [data-result]").cloneNode(true);
    section.querySelector(".unfold").prepend(button);
  }

  function begin() {
    if (!isAllSet()) {
      delete root.dataset.fresh;
      sections[0].dataset.limited = ""; // its film starts with what is there
    }
    const isForClass = ["beats", "beat", "test"].some((name) => query.has(name));
    for (const section of sections) {
      if (isForClass) offerResult(section);
      const link = document.querySelector(`.lessons a[href="#${section.id}"]`);
      link?.toggleAttribute("data-told", !short || section.id in short);
      watch(section);
      choose(section);
      set(current(section));
      label(section);
    }
    document.addEventListener("click", pressed);
    addEventListener("hashchange", () => {
      fresh &&= !location.hash.includes("&");
    });
  }

  window.downhillStage = {
    enter,
    show,
    next,
    mark: (beat) => {
      const section = beat.closest("section.lesson");
      mark(current(section), false);
      mark(beat, true);
      section.dataset.at = beat.dataset.beat;
    },
  };
  begin();
})();
