"""A card to keep: a sentence that a model has written, in large letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from downhill.drawing.photo import MARGIN, breadth, wrapped
from downhill.lesson import Draw, Look, Show

NAME = "card"  # in the file's name, and at the beginning of its words' keys
WIDTH = 720.0  # CSS pixels
SIZE, LEADING = 40.0, 1.3  # CSS pixels, and lines in units of it
EDGE, BAR = 40.0, 6.0  # CSS pixels: around the sentence, and the bar beside it


class Part(NamedTuple):
    """A piece of a line: its text, how far right it begins, in CSS pixels, and whether it was the prompt."""

    text: str
    left: float
    asked: bool


def height(text: str) -> float:
    """Return the height of the card of a text, in CSS pixels."""
    return 2 * EDGE + lines_high(text)


def lines_high(text: str) -> float:
    """Return the height of the lines of a text, in CSS pixels."""
    return LEADING * SIZE * len(_lines(text))


def card(prompt: str, text: str) -> Draw:
    """Return the picture of a text: its prompt is in the hand's color, the rest in the machine's."""
    asked = len(prompt) if text.startswith(prompt) else 0

    def draw(figure: Any, look: Look) -> Show:
        high = 72 * figure.get_figheight()
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(high, 0))
        axes.set_axis_off()
        ends = EDGE / 2, height(text) - EDGE / 2  # the photo's own words go below
        axes.fill_between([MARGIN, MARGIN + BAR], *ends, color=look.machine, linewidth=0)
        write_lines(axes, look, text, asked, EDGE)
        return nothing_moves

    return draw


def write_lines(axes: Any, look: Look, text: str, asked: int, top: float) -> None:
    """Write a text, whose first `asked` letters are the prompt, from `top` CSS pixels down."""
    for row, line in enumerate(parts(text, asked)):
        for part in line:
            colour = look.hand if part.asked else look.machine
            middle = top + (row + 0.5) * LEADING * SIZE
            axes.text(part.left, middle, part.text, size=SIZE, color=colour, va="center_baseline")


def parts(text: str, asked: int) -> Iterator[list[Part]]:
    """Yield the lines of a text whose first `asked` letters are the prompt, each in one or two parts."""
    at = 0
    for line in _lines(text):
        at = text.index(line, at)
        cut = min(max(asked - at, 0), len(line))
        pieces = [Part(line[:cut], EDGE, True), Part(line[cut:], EDGE + breadth(line[:cut], SIZE), False)]
        yield [piece for piece in pieces if piece.text.strip()]
        at += len(line)


def _lines(text: str) -> list[str]:
    return wrapped(text, SIZE, WIDTH - 2 * EDGE)


def nothing_moves(scene: Any) -> bool:
    """Do nothing: a card has nothing that moves."""
    return False
