// When this device fetches what it keeps. A class is live at about the same time, behind one line: each device waits for a time of its
// own, the longer the slower the line was at the start, so that not all of them fetch at once.
const TIMES = 5; // as long as the page's largest file took: in a class of thirty behind 100 Mbit/s up to some 10 seconds

export function ownTime(entries = performance.getEntriesByType("resource"), lot = Math.random()) {
  const durations = entries.filter(({ name }) => name.endsWith(".wasm")).map(({ duration }) => duration);
  return new Promise((resolve) => setTimeout(resolve, lot * TIMES * Math.max(0, ...durations)));
}
