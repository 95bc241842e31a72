// Imported before anything else: the clock stands still, no lots are drawn, and nobody knows where this machine keeps
// the program, so that the same inputs give the same snapshot. `AFRESH` in the boot draws anew when Python is awake.
import lots from "node:crypto";

const NOON = Date.UTC(2020, 0, 1, 12);

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [NOON]));
  }
  static now = () => NOON;
};
performance.now = () => 0;
Math.random = () => 0.5;
lots.randomFillSync = (array) => array.fill(1);
process.argv[1] = "python";
