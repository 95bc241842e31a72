// Which way to start. On a slow connection bytes matter most, on a slow processor compiling. Above this many bytes a
// second, the snapshot's extra bytes take less time than its precompiled code saves.
const ENOUGH = 2e6;

export function choose({ forced, saving, speed, built = true }) {
  if (!built) return "packed"; // there is no snapshot
  if (forced === "packed" || forced === "snapshot") return forced;
  return !saving && speed > ENOUGH ? "snapshot" : "packed";
}
