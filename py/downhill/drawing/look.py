"""What a picture is drawn with: a theme's colors, and the marks that mean the same in every picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from downhill.drawing.arcs import Arcs
from downhill.drawing.flag import Flag
from downhill.drawing.fog import Areas, Broken
from downhill.drawing.heatmap import Image, Tiles, palette
from downhill.drawing.names import SIZE, Names, width_of
from downhill.drawing.note import Note
from downhill.drawing.strokes import DIAMOND, DISC, SHAPES, Arrow, Bars, Line, Marks, Squares
from downhill.drawing.trail_marks import Pen, TrailMarks
from downhill.lesson.controls import HAND, MACHINE
from downhill.lesson.look import mixed
from downhill.lesson.trail import Trail


@dataclass(frozen=True)
class Look:
    """The colors of one theme, as `#rrggbb`, the words used in the pictures, and methods that make strokes.

    `paper` is behind everything; `text`, `quiet` and `faint` are inks, each weaker than the last; `hand` and
    `machine` say who moved; `ground` is for what is given (a curve, the data); `error` marks errors, `wrong`
    is for words about them; `stage` is behind a lesson's film, `sky` above the `earth` of a hill, which is
    `deep` at its foot, and `fog` over both; `contours` run from low to high ground; `larger` is the factor by
    which type, strokes and marks are larger than usual.

    Strokes draw themselves onto matplotlib's renderer. Places are in data coordinates of the axes, lengths in
    CSS pixels.
    """

    paper: str
    text: str
    quiet: str
    faint: str
    hand: str
    machine: str
    ground: str
    error: str
    stage: str
    sky: str
    earth: str
    deep: str
    fog: str
    wrong: str
    contours: tuple[str, ...]
    words: Mapping[str, str]
    larger: float = 1.0

    def colour(self, mover: str) -> str:
        """Return the color of a mover."""
        return self.hand if mover == HAND else self.machine

    @property
    def level(self) -> str:
        """The color for neither high nor low: the paper, but visible."""
        return mixed(self.paper, self.faint, 0.25)

    def line(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 4) -> Line:
        """A line that moves."""
        return Line(axes, colour, width, zorder)

    def bars(self, axes: Any, colour: str, width: float = 2.5, zorder: float = 3) -> Bars:
        """Separate lines that move."""
        return Bars(axes, colour, width, zorder)

    def arcs(self, axes: Any, colour: str, zorder: float = 3, blunt: bool = False) -> Arcs:
        """Lines that move, each with its own width; `blunt` ones don't have round ends."""
        return Arcs(axes, colour, zorder, blunt)

    def squares(self, axes: Any, colour: str, zorder: float = 3) -> Squares:
        """Squares that move, each as wide on the screen as it is high."""
        return Squares(axes, colour, zorder)

    def tiles(self, axes: Any, reach: float) -> Tiles:
        """A grid of small squares whose colors show numbers from -reach to reach."""
        return Tiles(axes, palette(*self._shades()), reach)

    def image(self, axes: Any) -> Image:
        """An image in a box of axes that count CSS pixels from the top left."""
        return Image(axes)

    def names(self, axes: Any, size: float = SIZE, bare: bool = False, behind: str = "") -> Names:
        """Words that move; if there isn't room for all, the first ones have priority.

        They have paper, or the color `behind`, behind them, except `bare` ones, which are on a color already.
        """
        return Names(axes, 9, behind or self.paper, size, bare)

    def width_of(self, text: str, size: float = SIZE) -> float:
        """Return how wide a text of that size is, in CSS pixels."""
        return width_of(text, size)

    def shade(self, share: float) -> Any:
        """Return the color of `tiles` for this share of the reach, from -1 to 1, as a tuple."""
        colours = palette(*self._shades())[:-1] / 255
        return tuple(colours[round((share + 1) / 2 * (len(colours) - 1))])

    def _shades(self) -> tuple[str, str, str]:
        return self.error, self.level, self.text

    def arrow(self, axes: Any, exact: bool = False) -> Arrow:
        """The arrow that points where the next step of gradient descent goes; an `exact` one ends there."""
        return Arrow(axes, self.machine, exact)

    def spot(self, axes: Any, size: float = 13.0) -> Spot:
        """The big mark for the current place."""
        return Spot(axes, self, size)

    def dots(self, axes: Any, size: float = 8.0, colour: str = "", shape: str = "disc") -> Marks:
        """Marks for given things such as data, which may move: each a `disc`, `diamond` or `home`."""
        return Marks(axes, colour or self.ground, SHAPES[shape], size, 5)

    def broken(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 3) -> Broken:
        """A line in the background, with gaps where places have no height (NaN)."""
        return Broken(axes, colour, width, zorder)

    def areas(self, axes: Any, colour: str, zorder: float = 1) -> Areas:
        """Areas in the background, each filled between its corners."""
        return Areas(axes, colour, 0.0, zorder)

    def flag(self, axes: Any) -> Flag:
        """A flag on the lower axis, or at a height."""
        return Flag(axes, self.hand)

    def trail_marks(
        self, axes: Any, size: float = 6.0, width: float = 1.4, opacity: float = 1.0, colour: str = ""
    ) -> TrailMarks:
        """Small marks of where hand and machine have been, and lines in that color, or the mover's."""
        return TrailMarks(axes, self, size, Pen(width, opacity, colour))

    def note(self, axes: Any) -> Note:
        """A line of text that moves."""
        return Note(axes, self.text, self.paper)

    def footprints(self, axes: Any, size: float = 5.0) -> Footprints:
        """The marks left behind by hand and machine."""
        return Footprints(axes, self, size)


class Spot:
    """Big marks that move: discs for the reader's hand, diamonds for the machine."""

    def __init__(self, axes: Any, look: Look, size: float) -> None:
        self.marks = {
            HAND: Marks(axes, look.hand, DISC, size, 8, edge=look.paper),
            MACHINE: Marks(axes, look.machine, DIAMOND, size * 1.15, 8, edge=look.paper),
        }

    def put(self, points: np.ndarray | Sequence[Sequence[float]], mover: str) -> None:
        """Put the marks at these places of the axes, shape (n, 2)."""
        for name, marks in self.marks.items():
            marks.put(points if name == mover else ())


class Footprints:
    """A thin line through all places of a trail, with discs and diamonds on it; the last one is big.

    Footprints are drawn onto the background once, so that a long trail costs no more than a short one.
    """

    def __init__(self, axes: Any, look: Look, size: float) -> None:
        self.path = Line(axes, look.quiet, 1.0, 4)
        self.hand = Marks(axes, look.hand, DISC, size, 5)
        self.machine = Marks(axes, look.machine, DIAMOND, size * 1.2, 6)
        for stroke in (self.path, self.hand, self.machine):
            stroke.lasting = True
        self.last = look.spot(axes, size=12)
        self.known: tuple[Trail | None, int, int] = (None, 0, 0)
        self.drawn = 0

    def put(self, points: np.ndarray, trail: Trail, fresh: bool = False) -> bool:
        """Put the new marks of a trail at these places on the axes, shape (len(trail), 2).

        If the background is `fresh`, or the trail another one or shorter than before, put all of them. Return
        whether the background must be drawn again.
        """
        known, drawn = (trail, trail.forgotten, trail.rewritten), self.drawn
        fresh = fresh or known != self.known or len(trail) < drawn
        self.known, self.drawn = known, len(trail)
        first = 0 if fresh else max(drawn - 1, 0) if drawn < len(trail) else len(trail)
        steps, new = trail.by_machine[first:], points[first:]
        self.path.put(new)
        self.hand.put(new[~steps])
        self.machine.put(new[steps])
        self.last.put(points[-1:], trail.mover)
        return fresh
