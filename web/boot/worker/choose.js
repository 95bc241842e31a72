// Which way to start: bytes decide on a slow line, compiling on a slow processor.
// Bytes a second on the line above which the snapshot's further bytes cost less time than compiling saves.
const ENOUGH = 2e6;

export function choose({ forced, saving, speed, built = true }) {
  if (!built) return "packed"; // there is no snapshot
  if (forced === "packed" || forced === "snapshot") return forced;
  return !saving && speed > ENOUGH ? "snapshot" : "packed";
}
