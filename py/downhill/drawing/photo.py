"""A picture with words below it, to save as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from downhill.drawing.easel import Easel
from downhill.drawing.style import families
from downhill.lesson import Draw, Look

RATIO = 2.0  # pixels to a CSS pixel
MARGIN, LEADING, GAP = 14.0, 1.4, 8.0  # CSS pixels beside the words; lines in units of their size
CAPTION, LINK = 15.0, 12.0  # CSS pixels, sizes of letters
PIECES = re.compile(r"[⺀-鿿豈-﫿＀-￯]|[^\s⺀-鿿豈-﫿＀-￯]+\s*|\s+")


class Photo(Easel):
    """A picture with words beneath it: its caption, and a link under the caption.

    `told` is its text for screen readers; '' means the caption.
    """

    def __init__(
        self, draw: Draw, look: Look, width: float, height: float, caption: str, link: str, told: str = ""
    ) -> None:
        self.picture_height = height
        super().__init__(draw, look, width, height, RATIO)
        self.caption, self.link, self.told = caption, link, told or caption

    def _begin(self) -> None:
        lines = [(line, CAPTION, "") for line in wrapped(self.caption, CAPTION, self.width - 2 * MARGIN)]
        lines += [(line, LINK, self.link) for line in wrapped(self.link, LINK, self.width - 2 * MARGIN)]
        self.foot = GAP + MARGIN + sum(LEADING * size for _, size, _ in lines)
        self.height = self.picture_height + self.foot
        super()._begin()
        y = self.foot - GAP
        for line, size, link in lines:
            y -= LEADING * size
            colour = self.look.quiet if link else self.look.text
            text = self.figure.text(
                MARGIN / self.width, (y + 0.35 * size) / self.height, line, size=size, color=colour
            )
            if link.startswith(("https:", "http:")):
                text.set_url(link)


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines that are at most `width` CSS pixels wide in that type size.

    It breaks between words, between Chinese characters, and within words that are too long for a line.
    """
    lines, line = [], ""
    for piece in _pieces(text, size, width):
        if line and breadth(line + piece.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, size: float, width: float) -> Iterator[str]:
    for piece in PIECES.findall(text):
        while breadth(piece.rstrip(), size) > width:
            fitting = max(1, int(len(piece) * width / breadth(piece, size)) - 1)
            while fitting > 1 and breadth(piece[:fitting], size) > width:
                fitting -= 1
            yield piece[:fitting]
            piece = piece[fitting:]
        yield piece


def breadth(text: str, size: float) -> float:
    """Return how wide a text is in the pictures' typeface, in CSS pixels."""
    properties = FontProperties(family=families, size=size)
    return float(text_to_path.get_text_width_height_descent(text, properties, ismath=False)[0])
