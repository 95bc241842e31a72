"""Where the words of a text stand in its picture: a row for each sentence, the gap at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from downhill.lessons.lesson_60_looking_back.scene import Piece
from downhill.training.tokens import ENDS

EDGE = 10.0  # CSS pixels around the picture
LARGEST, SMALLEST = 28.0, 9.0  # CSS pixels: letters
LEADING = 1.75  # height of a row, in units of the letters' size
SPACE = 0.3  # between words, likewise
GAP, WORDY_GAP = 3.2, 4.2  # width of the gap, likewise, and where it has to hold any word
BROAD, NARROW = 0.5, 0.54  # of the width, for the text: in a wide picture, and in a narrow one
WIDE = 480.0  # CSS pixels
STAGE = 700.0  # CSS pixels; a stage that wide has its text on the left, any other at the top
FEW, SOME, MANY = 5, 0.48, 0.52  # rows; of a narrow stage's height, for so few rows and for more


class Layout(NamedTuple):
    """Letters of `size` CSS pixels; left end, right end and row of each piece, and of the gap behind them.

    Rows are so `high`, the first begins at `top`; all text ends left of `right`.
    """

    size: float
    high: float
    top: float
    right: float
    spans: tuple[tuple[float, float, int], ...]

    def line(self, row: int) -> float:
        """The middle of a row, from the top of the picture."""
        return self.top + (row + 0.5) * self.high

    def at(self, x: float, y: float) -> int | None:
        """The number of the piece that lies there, or next to it, or None."""
        row, near = int((y - self.top) // self.high), SPACE * self.size / 2
        off = {
            number: max(left - x, x - right, 0.0)
            for number, (left, right, where) in enumerate(self.spans[:-1])
            if where == row
        }
        nearest = min(off, key=off.__getitem__, default=None)
        return nearest if nearest is not None and off[nearest] <= near else None


def laid_out(
    pieces: Sequence[Piece],
    wide: float,
    high: float,
    width_of: Callable[[str, float], float],
    staged: bool = False,
) -> Layout:
    """The largest letters with which all sentences have room, each in one row; longer ones are broken.

    `staged`: on the stage of a film, which leaves room for words beside the text, or below it.
    """
    if staged:
        return _on_stage(pieces, wide, high, width_of)
    room = wide * (BROAD if wide > WIDE else NARROW) - EDGE
    size = LARGEST
    while True:
        spans = _spans(pieces, size, room, width_of)
        rows = spans[-1][2] + 1
        if size <= SMALLEST or (rows * LEADING * size <= high - 2 * EDGE and _is_whole(pieces, spans)):
            break
        size = max(size - 1, SMALLEST)
    row = min(LEADING * size * 1.25, (high - 2 * EDGE) / rows)
    top = (high - rows * row) / 2
    return Layout(size, row, top, max(right for _, right, _ in spans), tuple(spans))


def _on_stage(
    pieces: Sequence[Piece], wide: float, high: float, width_of: Callable[[str, float], float]
) -> Layout:
    broad = wide >= STAGE
    left, size = (48.0, 38.0) if broad else (18.0, 24.0)
    room = (0.52 if broad else 0.78) * wide - left
    while True:
        spans = _spans(pieces, size, room, width_of, left)
        rows = spans[-1][2] + 1
        tall = high - 40 if broad else (SOME if rows <= FEW else MANY) * high
        if size <= SMALLEST or (rows * 1.7 * size <= tall and _is_whole(pieces, spans)):
            break
        size -= 1
    row = min(2.42 * size if broad else 1.95 * size, tall / rows)
    top = (high - rows * row) / 2 if broad else 10.0
    return Layout(size, row, top, max(right for _, right, _ in spans), tuple(spans))


def _is_whole(pieces: Sequence[Piece], spans: Sequence[tuple[float, float, int]]) -> bool:
    """Return whether no sentence takes more than one row."""
    return spans[-1][2] <= _sentence_of_gap(pieces)


def _sentence_of_gap(pieces: Sequence[Piece]) -> int:
    return pieces[-1].sentence + (pieces[-1].text in ENDS) if pieces else 0


def _spans(
    pieces: Sequence[Piece],
    size: float,
    room: float,
    width_of: Callable[[str, float], float],
    edge: float = EDGE,
) -> list[tuple[float, float, int]]:
    """Left and right ends and the rows of all pieces, and of the gap."""
    found: list[tuple[float, float, int]] = []
    x, row, sentence = edge, 0, 0
    for text, spaced, number in (*pieces, Piece("", True, _sentence_of_gap(pieces))):
        wide = width_of(text, size) if text else (GAP if edge == EDGE else WORDY_GAP) * size
        if number != sentence:
            x, row, sentence = edge, row + 1, number
        elif x > edge:
            x += SPACE * size * spaced
            if x + wide > edge + room:
                x, row = edge, row + 1
        found.append((x, x + wide, row))
        x += wide
    return found
