// The platform's run-time, SCORM 1.2 or 2004, whichever is there. Nothing here throws, whatever that does.
const FARTHEST = 20; // frames above this one to search
const MOST = 9999 * 3600; // the most seconds of a visit that 1.2 can store

const STATES = /^(passed|completed|failed|incomplete|browsed|not attempted|unknown)$/; // the states of a visit, in both versions

const two = (number) => String(number).padStart(2, "0");
const clock = (seconds) => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];

// Both versions' names for the same things. `room` is how many characters can be kept: in 2004 as few as in its oldest
// edition.
const DIALECTS = [
  {
    api: "API",
    prefix: "LMS",
    end: "Finish",
    mode: "cmi.core.lesson_mode",
    status: "cmi.core.lesson_status",
    score: "cmi.core.score.",
    place: "cmi.core.lesson_location",
    exit: "cmi.core.exit",
    time: "cmi.core.session_time",
    reached: () => [],
    passed: [["cmi.core.lesson_status", "passed"]],
    interaction: { type: "performance", answer: "student_response", time: "time", wrong: "wrong" },
    room: 4096,
    now: () => new Date().toTimeString().slice(0, 8),
    spent: (seconds) => {
      const [hours, minutes, rest] = clock(Math.min(seconds, MOST)).map(two);
      return `${hours}:${minutes}:${rest}.00`;
    },
  },
  {
    api: "API_1484_11",
    prefix: "",
    end: "Terminate",
    mode: "cmi.mode",
    status: "cmi.completion_status",
    score: "cmi.score.",
    place: "cmi.location",
    exit: "cmi.exit",
    time: "cmi.session_time",
    reached: (share) => [
      ["cmi.score.scaled", share.toFixed(4)],
      ["cmi.progress_measure", share.toFixed(4)],
    ],
    passed: [
      ["cmi.completion_status", "completed"],
      ["cmi.success_status", "passed"],
    ],
    interaction: { type: "other", answer: "learner_response", time: "timestamp", wrong: "incorrect" },
    room: 4000,
    now: () => `${new Date().toISOString().slice(0, 22)}Z`,
    spent: (seconds) => {
      const [hours, minutes, rest] = clock(seconds);
      return `PT${hours}H${minutes}M${rest}S`;
    },
  },
];

// Finds an API by name in a frame above, or in the window that opened this one and the frames above that. Another
// origin blocks the view, and so everything above it.
function found({ api, prefix }) {
  for (const first of [() => window, () => window.opener || window.top.opener]) {
    try {
      let at = first();
      for (let n = 0; at && n < FARTHEST; n++) {
        if (typeof at[api]?.[`${prefix}Initialize`] === "function") return at[api];
        at = at.parent === at ? null : at.parent;
      }
    } catch {
      // of another origin
    }
  }
}

// The platform: what it can be asked and told. `say` has the names of its values.
function platformOf(api, say) {
  function call(name, ...given) {
    try {
      return String(api[say.prefix + name](...given));
    } catch (error) {
      console.debug(`${say.api}: ${name} failed`, error); // printing it may throw again
      return "";
    }
  }

  const get = (name) => call("GetValue", name);
  const set = (name, value) => call("SetValue", name, String(value)) === "true";

  // Records an attempt at a challenge: its name, the number of attempts, and whether it was done.
  let last = 0; // for platforms that don't count them
  function attempt(name, count, right) {
    const counted = get("cmi.interactions._count");
    const before = `cmi.interactions.${/^\d+$/.test(counted) ? counted : last}.`;
    const { type, answer, time, wrong } = say.interaction;
    if (!set(`${before}id`, name.replace("/", "-"))) return;
    last++;
    set(`${before}type`, type);
    set(before + time, say.now());
    set(before + answer, count);
    set(`${before}result`, right ? "correct" : wrong);
  }

  return {
    say,
    get,
    set,
    attempt,
    // After the page has reloaded itself, it listens already, and then it answers.
    begin: () => call("Initialize", "") === "true" || STATES.test(get(say.status)),
    commit: () => call("Commit", "") === "true",
    end: () => call(say.end, ""),
  };
}

// The platform once it listens, or nothing.
function around() {
  for (const dialect of DIALECTS) {
    const api = found(dialect);
    const platform = api && platformOf(api, dialect);
    if (platform?.begin()) return platform;
  }
}
