// Draws a QR code of every link with `data-code` on a worksheet, so that a camera opens it from paper.

import { draw } from "./qr.js";

const MOST = 106; // bytes: a longer link's code is too fine for a small picture on paper
const EMPTY =
  '<svg class="qr" role="img" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path/></svg>';

for (const link of document.querySelectorAll("a[data-code]")) {
  const picture = new DOMParser().parseFromString(EMPTY, "text/html").body.firstChild;
  picture.setAttribute("aria-label", link.dataset.code);
  if (/^https?:/.test(link.href) && !draw(picture, link.href, MOST)) link.closest("div").prepend(picture);
}
