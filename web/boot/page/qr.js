// Draws QR codes, in byte mode at the lowest level of correction. It is fetched when one is asked for.

import { encodeQR } from "../../qr/index.js";

export const MOST = 1273; // bytes of version 25 (ISO/IEC 18004): larger codes exist, and cameras fail at them
const QUIET = 4; // modules of white around a code, as the standard requires

// Puts the code of a text into an SVG with a path. Returns 0, or how many bytes it may have if it has too many.
export function draw(picture, text, most = MOST) {
  if (new TextEncoder().encode(text).length > most) return most;
  const rows = encodeQR(text, "raw", { ecc: "low", encoding: "byte", border: QUIET });
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const width = row.indexOf(false, x) - x;
      return `M${x} ${y}h${width}v1h-${width}z`;
    }),
  );
  picture.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  picture.querySelector("path").setAttribute("d", runs.join(""));
  return 0;
}
