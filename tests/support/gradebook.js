// A learning platform as tests have one: a page in a frame, and a SCORM run-time that takes only what the standards allow. What
// it shall be stands in the address as JSON: `version`, `cmi` (what it has kept), `page` and `rest` (what is in the frame), and
// `fails`: "missing", "deaf", or one of `FAILING`.
const given = JSON.parse(new URLSearchParams(location.search).get("given"));
const isOld = given.version === "1.2";
const DECIMAL = /^-?\d{0,3}(\.\d*)?$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const IDENTIFIER = /^[\u0021-\u007e]{1,255}$/;
const upTo = (most) => new RegExp(`^[\\u0000-\\uffff]{0,${most}}$`);
const among = (...words) => new RegExp(`^(${words.join("|")})$`);
const INTERACTION = "cmi.interactions.n.";

const WRITABLE = isOld
  ? {
      "cmi.core.lesson_status": among("passed", "completed", "failed", "incomplete", "browsed"),
      "cmi.core.lesson_location": upTo(255),
      "cmi.core.exit": among("time-out", "suspend", "logout", ""),
      "cmi.core.session_time": /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/,
      "cmi.core.score.raw": DECIMAL,
      "cmi.core.score.min": DECIMAL,
      "cmi.core.score.max": DECIMAL,
      "cmi.suspend_data": upTo(4096),
      [`${INTERACTION}id`]: IDENTIFIER,
      [`${INTERACTION}type`]: among("performance", "numeric", "choice"),
      [`${INTERACTION}time`]: CLOCK,
      [`${INTERACTION}student_response`]: upTo(255),
      [`${INTERACTION}result`]: among("correct", "wrong", "neutral"),
    }
  : {
      "cmi.completion_status": among("completed", "incomplete", "not attempted", "unknown"),
      "cmi.success_status": among("passed", "failed", "unknown"),
      "cmi.location": upTo(1000),
      "cmi.exit": among("time-out", "suspend", "logout", "normal", ""),
      "cmi.session_time": /^PT\d+H\d+M\d+S$/,
      "cmi.score.raw": DECIMAL,
      "cmi.score.min": DECIMAL,
      "cmi.score.max": DECIMAL,
      "cmi.score.scaled": /^(0\.\d{1,7}|1(\.0+)?)$/,
      "cmi.progress_measure": /^(0\.\d{1,7}|1(\.0+)?)$/,
      "cmi.suspend_data": upTo(4000),
      [`${INTERACTION}id`]: IDENTIFIER,
      [`${INTERACTION}type`]: among("performance", "numeric", "other"),
      [`${INTERACTION}timestamp`]: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/,
      [`${INTERACTION}learner_response`]: upTo(4000),
      [`${INTERACTION}result`]: among("correct", "incorrect", "neutral"),
    };

// `kept` is what a commit has brought home, `sets` every value that was given, `refused` those that no platform takes.
const platform = { cmi: { ...given.cmi }, kept: null, sets: [], refused: [], commits: 0, state: "new", isDown: false };
window.platform = platform;

const counted = () => Object.keys(platform.cmi).filter((name) => /^cmi\.interactions\.\d+\.id$/.test(name)).length;

function set(name, value) {
  const index = /^cmi\.interactions\.(\d+)\./.exec(name);
  const pattern = WRITABLE[name.replace(/\.\d+\./, ".n.")];
  const inOrder = !index || Number(index[1]) < counted() + (name.endsWith(".id") ? 1 : 0);
  platform.sets.push([name, value]);
  if (platform.state !== "open" || typeof value !== "string" || !pattern?.test(value) || !inOrder) {
    platform.refused.push([name, value]);
    return "false";
  }
  platform.cmi[name] = value;
  return "true";
}

function get(name) {
  if (platform.state !== "open") return "";
  if (name === "cmi.interactions._count") return String(counted());
  return platform.cmi[name] ?? (/_status$/.test(name) ? "not attempted" : "");
}

function become(state, from) {
  if (given.fails === "deaf" || platform.state === state || !from.includes(platform.state)) return "false";
  platform.state = state;
  return "true";
}

function commit() {
  if (platform.isDown || platform.state !== "open") return "false";
  platform.kept = { ...platform.cmi };
  platform.commits++;
  return "true";
}

const calls = {
  Initialize: () => become("open", ["new"]),
  GetValue: get,
  SetValue: set,
  Commit: commit,
  [isOld ? "Finish" : "Terminate"]: () => commit() && become("ended", ["open"]),
};
const FAILING = {
  throws: () => {
    throw new Error("the platform is broken");
  },
  awkward: () => {
    throw { toString: FAILING.throws };
  },
  undefined: () => {},
  null: () => null,
  false: () => "false",
};
const api = {};
for (const [name, call] of Object.entries(calls)) {
  api[(isOld ? "LMS" : "") + name] = FAILING[given.fails] ?? call;
}
if (given.fails !== "missing") window[isOld ? "API" : "API_1484_11"] = api;

const frame = document.createElement("iframe");
frame.src = `./${given.page}${given.rest || ""}`;
frame.style = "width: 100%; height: 90vh";
document.body.append(frame);
