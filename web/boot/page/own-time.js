// When this device fetches what it keeps. A class is live at about the same time, behind one line: each device waits for a time of its
// own, the longer the slower the line was at the start, so that not all of them fetch at once.
const TIMES = 20; // as long as the page's largest file took: at most some 10 seconds at 10 Mbit/s, half a one at 1000

export function ownTime(entries = performance.getEntriesByType("resource"), lot = Math.random()) {
  const durations = entries.filter(({ name }) => name.endsWith(".wasm")).map(({ duration }) => duration);
  return new Promise((resolve) => setTimeout(resolve, lot * TIMES * Math.max(0, ...durations)));
}
