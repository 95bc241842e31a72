// When this device fetches what it keeps. A class goes live at about the same time behind one connection: each device
// waits a random time, longer on slow connections, so that they don't all fetch at once.
const TIMES = 5; // times the duration of the page's largest file: up to 10 s for thirty behind 100 Mbit/s

export function ownTime(entries = performance.getEntriesByType("resource"), lot = Math.random()) {
  const durations = entries.filter(({ name }) => name.endsWith(".wasm")).map(({ duration }) => duration);
  return new Promise((resolve) => setTimeout(resolve, lot * TIMES * Math.max(0, ...durations)));
}
