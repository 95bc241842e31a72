// What a student has answered, under the names that it has in a result code: in memory, and on this device unless it
// is shared. Answers under another word are neither shown nor handed in; the first new answer replaces them.

const KEY = "downhill.test";

export class Kept {
  fields = {};

  constructor(isShared) {
    this.isShared = isShared;
    if (isShared) attempt((storage) => storage.removeItem(KEY));
    this.isBegun = Boolean(stored().pair);
  }

  // Begins under a word, with what it has answered before.
  begin(pair) {
    if (this.fields.pair === pair) return;
    const before = stored();
    this.fields = before.pair === pair ? before : { pair };
  }

  // Keeps an answer. Returns whether this device has it as it should.
  keep(name, text) {
    this.fields[name] = text;
    return this.isShared || attempt((storage) => storage.setItem(KEY, JSON.stringify(this.fields)));
  }
}

function attempt(work) {
  try {
    work(localStorage);
    return true;
  } catch {
    return false; // it is forbidden, or full
  }
}

function stored() {
  let found = [];
  attempt((storage) => {
    found = Object.entries(JSON.parse(storage.getItem(KEY) || "{}"));
  });
  return Object.fromEntries(found.filter(([, text]) => typeof text === "string"));
}
