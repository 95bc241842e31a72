// Plays a lesson by the page's own elements, and reads all that its section shows. Evaluated on the page: `replay(lesson, what,
// where, value)` does one thing, waits until the lesson rests, and returns what stands there then, as `shown.py` expects it.
globalThis.replay = (() => {
  const text = (part) => part?.textContent ?? null;
  const fire = (part, ...kinds) => {
    for (const kind of kinds) part.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const does = {
    nothing() {},
    click: (part) => part.click(),
    open(part, value) {
      part.open = value;
    },
    slide(part, value) {
      part.value = value;
      fire(part, "input", "change");
    },
    write(part, value) {
      part.focus();
      part.value = value;
      fire(part, "change");
      part.blur();
    },
    // Faster than anybody answers: of one slider the newest place counts, of several the newest of each.
    burst(part, moves, section) {
      for (const [where, value] of moves) {
        const slider = section.querySelector(where);
        slider.value = value;
        fire(slider, "input");
      }
      fire(part, "change");
    },
    // A model trains for some turns, until Pause is pressed.
    async train(part, least, section) {
      const pressed = () => part.ariaPressed === "true";
      const steps = () => Number(section.dataset.steps);
      const [before, pause] = [steps(), () => new Promise((resolve) => setTimeout(resolve, 5))];
      part.click();
      for (let left = 40; left && !pressed() && steps() === before; left--) await pause();
      while (pressed() && steps() < least) await pause();
      if (pressed()) part.click();
    },
  };

  const range = (part) => ({
    low: Number(part.min),
    high: Number(part.max),
    step: Number(part.step),
    value: Number(part.value),
    spoken: part.getAttribute("aria-valuetext"),
  });
  const typed = (box, note) => [box.getAttribute("aria-invalid") === "true", text(note), note.hidden];

  function reader(section) {
    const one = (selector) => section.querySelector(selector);
    const all = (selector, inside = section) => [...inside.querySelectorAll(selector)];
    const named = (selector, key, value) =>
      Object.fromEntries(all(selector).map((part) => [part.dataset[key], value(part)]));
    const shown = (selector) => all(selector).filter((part) => !part.hidden);
    return { section, one, all, named, shown };
  }

  function common({ section, one, all, named, shown }) {
    const panel = one(".challenge");
    const steps = ["step", "momentum", "adam"];
    return {
      loss: Number(section.dataset.loss),
      broken: /\bNaN\b|\bnan\b|\binf\b|Infinity/.exec(one(".workbench").outerHTML)?.[0] ?? "",
      shows: named("[data-show]", "show", text),
      states: Object.fromEntries(
        ["mover", "solved", "verdict", "stopped", "picked"].map((name) => [name, section.dataset[name]]),
      ),
      table: all("table.live tbody tr").map((row) => all("th, td", row).map(text)),
      columns: all("table.live thead th").map(text),
      rate: { ...range(one("input[name=rate]")), shown: text(one(".rate output")) },
      presets: named("[data-preset]", "preset", (part) => [text(part), part.ariaPressed]),
      way: {
        name: all("[data-way]")
          .filter((part) => part.checked)
          .map((part) => part.dataset.way)
          .join(),
        said: text(one(".ways > p")),
        dials: shown(".ways .dial").map((row) => {
          const { high, value, spoken } = range(row.querySelector("input"));
          return {
            name: row.querySelector("input").name,
            high,
            value,
            spoken,
            label: text(row.querySelector("label")),
            shown: text(row.querySelector("output")),
          };
        }),
        steps: shown("[data-function]")
          .map((part) => part.dataset.function)
          .filter((name) => steps.includes(name))
          .join(),
        rule: !(one(".maths p.rule")?.hidden ?? false),
      },
      choices: Object.fromEntries(
        all("[data-choice]")
          .filter((part) => part.type !== "radio" || part.checked)
          .map((part) => [part.dataset.choice, part.type === "checkbox" ? (part.checked ? "on" : "off") : part.value]),
      ),
      marks: named("[data-choice]", "choice", (part) => section.getAttribute(`data-${part.dataset.choice}`)),
      python: Object.fromEntries(
        all("[data-worked-out]")
          .filter(text)
          .map((part) => [part.dataset.workedOut, text(part)]),
      ),
      code: one("details[data-code]")?.dataset.codeState,
      playing: [one("[data-action=play]").ariaPressed, text(one("[data-action=play]")).trim()],
      challenge: panel.hidden
        ? null
        : {
            id: panel.dataset.challenge,
            state: panel.dataset.state,
            asking: !panel.querySelector(".guess").hidden,
            ...Object.fromEntries(all("[data-part]", panel).map((part) => [part.dataset.part, text(part)])),
            hints: all(".hints > *", panel).map(text),
            more: [text(panel.querySelector("[data-do=hint]")), panel.querySelector("[data-do=hint]").hidden],
            warned: typed(panel.querySelector("input"), panel.querySelector(".note")),
          },
      done: all("li:has([data-begin])")
        .filter((row) => !row.querySelector(".tick").hidden)
        .map((row) => row.querySelector("button").dataset.begin),
      notice: one(".notice").hidden ? "" : text(one(".notice")),
      voice: text(document.getElementById("voice")),
    };
  }

  function entry(place) {
    const field = place.querySelector("input, textarea");
    const chips = [...place.querySelectorAll("[data-nearest]")].filter(
      (chip) => !chip.hidden && !chip.parentElement.hidden,
    );
    return {
      text: field.value,
      wrong: field.getAttribute("aria-invalid") === "true",
      told: !place.querySelector(".mistake").hidden,
      why: text(place.querySelector(".why")),
      marked: text(place.querySelector("mark")),
      near: chips.map((chip) => [text(chip), chip.ariaLabel]),
      mathml: place.querySelector("[data-mathml]")?.innerHTML ?? null,
    };
  }

  function sliders({ one, all, named, shown }) {
    const race = one(".race");
    return {
      rows: Object.fromEntries(
        all(".hand .slider").map((row) => {
          const slider = row.querySelector("input[type=range]");
          const [box, sign, note] = [".box", ".downhill", ".note"].map((part) => row.querySelector(part));
          return [
            slider.name,
            {
              ...range(slider),
              box: box.value,
              unit: text(row.querySelector(".unit")),
              sign: text(sign),
              told: sign.ariaLabel,
              warned: typed(box, note),
            },
          ];
        }),
      ),
      notes: all(".notes p").map(text),
      maths: named("[data-maths]", "maths", (part) =>
        /^rule$|formula$/.test(part.dataset.maths) ? part.innerHTML : text(part),
      ),
      written: all("[data-written]").map((part) => [text(part), part.dataset.right === "yes"]),
      only: all("[data-only]").map((part) => [part.dataset.only, !part.hidden]),
      entries: named("[data-entry]", "entry", entry),
      acts: shown("[data-act]").map((part) => part.dataset.act),
      onward: all("[data-onward]").map((part) => part.dataset.act),
      causes: named("[data-cause]", "cause", text),
      place: range(one("input[name=scrub]")),
      off: named("button[data-action]", "action", (button) => button.ariaDisabled),
      overshoot: all("figure.overshoot").map((part) => !part.hidden),
      log: all("input[data-log]").map((box) => box.checked),
      aims: named("select[data-aim]", "aim", (menu) => menu.value),
      kept: shown("li[data-kept]").map((row) => [
        row.dataset.kept,
        text(row.querySelector("b")),
        text(row.querySelector("p span")),
      ]),
      list: !one("ul.kept").hidden,
      race: {
        said: text(race.querySelector(".result")),
        rows: all("tbody tr", race).map((row) => all("th, td", row).map(text)),
        loss: text(race.querySelector("[data-race=loss]")),
      },
    };
  }

  function model({ section, one, all, named }) {
    const data = section.dataset;
    const cards = one(".cards");
    const [none, some] = ["none", "some"].map((name) => one(`[data-read=${name}]`));
    return {
      held: Number(data.held),
      steps: Number(data.steps),
      changed: Number(data.changed),
      looks: Number(data.looks ?? -1),
      weight: one("[name=weight]") && {
        ...named("[data-weight]", "weight", text),
        told: one("[data-weight=downhill]").ariaLabel,
        ...range(one("[name=weight]")),
        box: one("[data-box=weight]").value,
        warned: typed(one("[data-box=weight]"), one(".slider .note")),
      },
      now: all("table.live tbody tr").map((row) => row.getAttribute("aria-current")),
      entries: named("[data-entry]", "entry", entry),
      cards: {
        cards: all("label:has([name=guess20])")
          .filter((card) => !card.hidden)
          .map((card) => [card.querySelector("input").value, text(card.querySelector("[data-card]"))]),
        shut: all("[name=guess20]")
          .filter((card) => !card.closest("label").hidden)
          .map((card) => card.disabled),
        chosen: all("[name=guess20]")
          .filter((card) => card.checked)
          .map((card) => card.value)
          .join(),
        marks: [cards.dataset.open, cards.dataset.chosen],
        said: [text(one("[data-cards=said]")), one("[data-cards=said]").hidden],
      },
      reading: none && { ...named(".reading-now [data-read]", "read", text), none: !none.hidden, some: !some.hidden },
      facts: named("[data-fact]", "fact", text),
      sliders: Object.fromEntries(
        all("[data-score]")
          .filter((row) => !row.hidden)
          .map((row) => [
            row.dataset.score,
            {
              ...range(row.querySelector("input")),
              label: text(row.querySelector("[data-part=label]")),
              share: text(row.querySelector("[data-part=share]")),
            },
          ]),
      ),
      cover: one("[data-look=hide]") && [text(one("[data-look=hide]")), one("[data-look=hide]").disabled],
      texts: named("[data-text]", "text", (button) => button.dataset.prompt),
    };
  }

  return async (lesson, what, where, value) => {
    const section = document.getElementById(lesson);
    const part = where ? section.querySelector(where) : section;
    if (part === null) throw new Error(`there is no ${where}`);
    await does[what](part, value, section);
    const late = new Promise((_, fail) => setTimeout(fail, 120_000, new Error(`${lesson} does not come to rest`)));
    await Promise.race([downhillIdle(lesson), late]);
    const at = reader(section);
    return { ...common(at), ...(section.matches(".model") ? model(at) : sliders(at)) };
  };
})();
