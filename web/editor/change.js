// The change that turns one text into another: a common beginning and end stay, and so does a cursor there.
import { commands } from "./codemirror.js";

/** Returns the transaction that turns the code `now` into `other`; it is undone separately. */
export function change(now, other) {
  const insert = other.replace(/\r\n?/g, "\n");
  const most = Math.min(now.length, insert.length);
  let from = 0;
  while (from < most && now[from] === insert[from]) from++;
  let same = 0;
  while (same < most - from && now.at(-1 - same) === insert.at(-1 - same)) same++;
  return {
    changes: { from, to: now.length - same, insert: insert.slice(from, insert.length - same) },
    annotations: commands.isolateHistory.of("full"),
  };
}
