// Draws a QR code of every link with `data-code` on a worksheet, so that a camera opens it from paper: in byte mode, at
// the lowest level of correction, up to version 5, which holds 106 bytes (ISO/IEC 18004). A longer link has none.

const DATA = [19, 34, 55, 80, 108]; // codewords of versions 1 to 5
const CHECKS = [7, 10, 15, 20, 26]; // codewords to correct them with
const FORMAT = 0x77c4; // level L, mask 0, with its check
const QUIET = 4; // modules of white around it
const SVG = "http://www.w3.org/2000/svg";

// The product in GF(256), modulo x^8 + x^4 + x^3 + x^2 + 1.
function times(one, other) {
  let product = 0;
  for (let bit = 128; bit; bit >>= 1) {
    product = (product << 1) ^ (product & 128 ? 0x11d : 0);
    if (other & bit) product ^= one;
  }
  return product;
}

// The remainder of data times x^count after division by (x - 1)(x - 2)(x - 4)…
function checks(data, count) {
  let divisor = [1];
  for (let at = 0, root = 1; at < count; at++, root = times(root, 2))
    divisor = [...divisor, 0].map((term, place) => term ^ times(root, divisor[place - 1] ?? 0));
  const rest = [...data, ...new Array(count).fill(0)];
  for (let at = 0; at < data.length; at++) {
    const lead = rest[at];
    for (const [place, term] of divisor.entries()) rest[at + place] ^= times(lead, term);
  }
  return rest.slice(data.length);
}

function codewords(bytes, version) {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: nibbles.length / 2 }, (_, at) => nibbles[2 * at] * 16 + nibbles[2 * at + 1]);
  const filled = data.length;
  while (data.length < DATA[version]) data.push((data.length - filled) % 2 ? 0x11 : 0xec);
  return [...data, ...checks(data, CHECKS[version])];
}

// What every code of that version has: true or false for a module that is fixed, undefined elsewhere.
function frame(side) {
  const rows = Array.from({ length: side }, () => new Array(side).fill(undefined));
  const square = (middle, center, reach, isDark) => {
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++)
        if (rows[middle + y] && center + x >= 0 && center + x < side)
          rows[middle + y][center + x] = isDark(Math.max(Math.abs(x), Math.abs(y)));
  };
  for (const [y, x] of [
    [3, 3],
    [3, side - 4],
    [side - 4, 3],
  ])
    square(y, x, 4, (far) => far !== 2 && far !== 4);
  if (side > 21) square(side - 7, side - 7, 2, (far) => far !== 1);
  for (let at = 8; at < side - 8; at++) rows[6][at] = rows[at][6] = at % 2 === 0;
  for (let at = 0; at < 15; at++) {
    const isDark = Boolean((FORMAT >> (14 - at)) & 1);
    if (at < 8) rows[8][at < 6 ? at : at + 1] = isDark;
    else rows[at === 8 ? 7 : 14 - at][8] = isDark;
    if (at < 7) rows[side - 1 - at][8] = isDark;
    else rows[8][side - 15 + at] = isDark;
  }
  rows[side - 8][8] = true;
  return rows;
}

// The rows of a text's code, true for a dark module; null if it is too long.
export function code(text) {
  const bytes = new TextEncoder().encode(text);
  const version = DATA.findIndex((room) => bytes.length + 2 <= room);
  if (version < 0) return null;
  const side = 21 + 4 * version;
  const rows = frame(side);
  const bits = codewords(bytes, version).flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((at) => (word >> at) & 1));
  let isUp = true;
  for (let right = side - 1; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right--;
    for (let step = 0; step < side; step++)
      for (const x of [right, right - 1]) {
        const y = isUp ? side - 1 - step : step;
        if (rows[y][x] === undefined) rows[y][x] = Boolean((bits.shift() ?? 0) ^ ((x + y + 1) % 2));
      }
  }
  return rows;
}

function drawn(rows, told) {
  const side = rows.length + 2 * QUIET;
  const part = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const dark = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  const picture = { class: "qr", role: "img", "aria-label": told, viewBox: `0 0 ${side} ${side}` };
  const svg = part("svg", { ...picture, "shape-rendering": "crispEdges" });
  svg.append(part("rect", { width: "100%", height: "100%", fill: "#fff" }), part("path", { d: dark.join("") }));
  return svg;
}

for (const link of globalThis.document?.querySelectorAll("a[data-code]") ?? []) {
  const rows = /^https?:/.test(link.href) && code(link.href);
  if (rows) link.closest("div").prepend(drawn(rows, link.dataset.code));
}
