// Timers and messages of a page that is played by the build: they come in the order in which they were asked for, whatever
// the machine is busy with, so that the same things are asked of Python each time.
const waiting = [];
const { setImmediate } = globalThis;
let last = 0;

function wait(work) {
  waiting.push([++last, work]);
  return last;
}

function forget(id) {
  const at = waiting.findIndex(([each]) => each === id);
  if (at >= 0) waiting.splice(at, 1);
}

class Port {
  postMessage(data) {
    wait(() => this.other.onmessage?.({ data, ports: [] }));
  }
}

class Channel {
  constructor() {
    this.port1 = new Port();
    this.port2 = new Port();
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

// From here on it is so. Who has waited longest has a turn as soon as all that came of the one before is done.
export function takeTurns() {
  globalThis.setTimeout = (work, _ms, ...given) => wait(() => work(...given));
  globalThis.clearTimeout = forget;
  globalThis.MessageChannel = Channel;
  globalThis.requestAnimationFrame = (work) => wait(() => work(0));
  (function turn() {
    waiting.shift()?.[1]();
    setImmediate(turn);
  })();
}

// When nobody waits any more.
export async function quiet() {
  while (waiting.length) await new Promise(setImmediate);
}
