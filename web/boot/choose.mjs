// Which way to start: bytes decide on a slow line, compiling on a slow processor.
const ENOUGH = 1.5e6; // bytes a second above which the snapshot's further bytes cost less than compiling saves

export function choose({ forced, kept, saving, speed, built = true }) {
  if (!built) return "packed"; // there is no snapshot
  if (forced === "packed" || forced === "snapshot") return forced;
  if (kept) return "snapshot";
  return !saving && speed > ENOUGH ? "snapshot" : "packed";
}
