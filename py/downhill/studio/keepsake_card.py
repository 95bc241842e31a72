"""The card at the end as a file: what a reader has done in all lessons, in large numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from downhill.drawing.photo import MARGIN, Photo, breadth, wrapped
from downhill.drawing.themes import look
from downhill.lesson import Draw, Look, Show
from downhill.session.keepsake import COUNTS, SENTENCE, SENTENCES, Cell, Keepsake, cells, keepsake
from downhill.studio.save import TYPES, SavedFile
from downhill.studio.saved_picture import as_png, as_svg
from downhill.studio.sentence_card import BAR, EDGE, WIDTH, lines_high, nothing_moves, write_lines
from downhill.studio.studio import Studio
from downhill.text.format import PAGE, enumerated, fill

NAME = "downhill-keepsake"
HEADING, NUMBER, LABEL = 24.0, 40.0, 15.0  # CSS pixels, sizes of letters
LEADING = 1.35  # of labels, in units of their size
ACROSS = (WIDTH - 2 * EDGE) / len(COUNTS)  # CSS pixels for a number
TOP = EDGE + 1.9 * HEADING  # CSS pixels above the numbers
SMALLER = 22.0  # CSS pixels, type size of the earlier sentences
BETWEEN = 20.0  # CSS pixels above a sentence


def save_keepsake(
    studio: Studio, kind: str, marks: Sequence[str], page: str, guesses: Sequence[int] = (0, 0)
) -> SavedFile:
    """Return the card as a file of a kind, `png` or `svg`; `page` is the page's address.

    `marks` are the challenges that the device remembers, `guesses` how many guesses came true, out of how
    many. Raises `KeyError` for another kind, `ImportError` if that kind isn't available.
    """
    drawn = {"png": as_png, "svg": as_svg}[kind]
    kept, shown = keepsake(studio.session, marks, guesses), cells(studio.session, marks, guesses)
    taken = Photo(
        card(kept, shown),
        look(studio.theme, PAGE),
        WIDTH,
        height(kept, shown),
        PAGE["keepsake.about"],
        page,
        told(shown),
    )
    return SavedFile(f"{NAME}.{kind}", TYPES[kind], drawn(taken, None))


def told(shown: Mapping[str, Cell]) -> str:
    """Return everything on the card as one text."""
    rows = (
        fill(PAGE["keepsake.row"], {"name": PAGE[f"keepsake.{name}"], "value": cell.value or cell.hint})
        for name, cell in shown.items()
        if cell.value or cell.hint
    )
    return fill(PAGE["keepsake.row"], {"name": PAGE["keepsake.title"], "value": enumerated(rows)})


def height(kept: Keepsake, shown: Mapping[str, Cell]) -> float:
    """Return the height of the card, in CSS pixels."""
    return _bottom_of_numbers() + sum(_high(kept, name, shown[name]) for name in SENTENCES) + EDGE


def _high(kept: Keepsake, name: str, cell: Cell) -> float:
    """Return the height of a sentence with its label and the space above, in CSS pixels; 0 without one."""
    if not (cell.value or cell.hint):
        return 0.0
    large = lines_high(kept.sentence) if name == SENTENCE and cell.value else 0.0
    return BETWEEN + LEADING * LABEL + (large or LEADING * _size(cell) * len(_lines(cell)))


def card(kept: Keepsake, shown: Mapping[str, Cell]) -> Draw:
    """Return the picture: a heading, a number per count, and sentences, the prompt in the hand's color."""

    def draw(figure: Any, look_: Look) -> Show:
        high = 72 * figure.get_figheight()
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(high, 0))
        axes.set_axis_off()
        ends = EDGE / 2, height(kept, shown) - EDGE / 2
        axes.fill_between([MARGIN, MARGIN + BAR], *ends, color=look_.machine, linewidth=0)
        axes.text(EDGE, EDGE, PAGE["keepsake.title"], size=HEADING, color=look_.text, va="center_baseline")
        for column, name in enumerate(COUNTS):
            _number(axes, look_, EDGE + column * ACROSS, name, shown[name].value)
        top = _bottom_of_numbers()
        for name in SENTENCES:
            if shown[name].value or shown[name].hint:
                _sentence(axes, look_, kept, name, shown[name], top + BETWEEN)
            top += _high(kept, name, shown[name])
        return nothing_moves

    return draw


def _sentence(axes: Any, look_: Look, kept: Keepsake, name: str, cell: Cell, top: float) -> None:
    """Write a sentence below its label; the current one is the largest."""
    _small(axes, look_, EDGE, top, [PAGE[f"keepsake.{name}"]])
    top += LEADING * LABEL
    if name == SENTENCE and cell.value:
        asked = len(kept.prompt) if kept.sentence.startswith(kept.prompt) else 0
        write_lines(axes, look_, kept.sentence, asked, top)
    else:
        _small(axes, look_, EDGE, top, _lines(cell), _size(cell))


def _number(axes: Any, look_: Look, left: float, name: str, value: str) -> None:
    """Write a count with its label; one that is too wide is written smaller."""
    colour = {"moves": look_.hand, "steps": look_.machine}.get(name, look_.text)
    size = NUMBER * min(1.0, (ACROSS - MARGIN) / breadth(value, NUMBER))
    axes.text(left, TOP + NUMBER / 2, value, size=size, color=colour, va="center_baseline")
    _small(axes, look_, left, TOP + 1.25 * NUMBER, _label(name))


def _small(
    axes: Any, look_: Look, left: float, top: float, lines: Sequence[str], size: float = LABEL
) -> None:
    colour = look_.quiet if size == LABEL else look_.text
    for row, line in enumerate(lines):
        middle = top + (row + 0.5) * LEADING * size
        axes.text(left, middle, line, size=size, color=colour, va="center_baseline")


def _label(name: str) -> list[str]:
    return wrapped(PAGE[f"keepsake.{name}"], LABEL, ACROSS - MARGIN)


def _size(cell: Cell) -> float:
    return SMALLER if cell.value else LABEL


def _lines(cell: Cell) -> list[str]:
    return wrapped(cell.value or cell.hint, _size(cell), WIDTH - 2 * EDGE)


def _bottom_of_numbers() -> float:
    return TOP + 1.25 * NUMBER + LEADING * LABEL * max(len(_label(name)) for name in COUNTS)
