"""What a picture is drawn with, without having to know matplotlib.

`downhill.drawing` implements all of it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from downhill.lesson.controls import HAND
from downhill.lesson.strokes import (
    Arcs,
    Areas,
    Arrow,
    Bars,
    Figure,
    Flag,
    Footprints,
    Image,
    Layer,
    Line,
    Marks,
    Names,
    Note,
    Spot,
    Squares,
    Tiles,
    TrailMarks,
)


@dataclass(frozen=True)
class Look(ABC):
    """The colors of one theme, as `#rrggbb`, the words used in the pictures, and methods that make strokes.

    `paper` is behind everything; `text`, `quiet` and `faint` are inks, each weaker than the last; `hand` and
    `machine` say who moved; `ground` is for what is given (a curve, the data); `error` marks errors, `wrong`
    is for words about them; `stage` is behind a lesson's film, `sky` above the `earth` of a hill, which is
    `deep` at its foot, and `fog` over both; `contours` run from low to high ground; `larger` is the factor by
    which type, strokes and marks are larger than usual.
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

    @abstractmethod
    def width_of(self, text: str, size: float = 15.0) -> float:
        """Return how wide a text of that size is, in CSS pixels."""

    @abstractmethod
    def shade(self, share: float) -> Any:
        """Return the color of `tiles` for this share of the reach, from -1 to 1, as a tuple."""

    @abstractmethod
    def line(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 4) -> Line:
        """A line that moves."""

    @abstractmethod
    def bars(self, axes: Any, colour: str, width: float = 2.5, zorder: float = 3) -> Bars:
        """Separate lines that move."""

    @abstractmethod
    def arcs(self, axes: Any, colour: str, zorder: float = 3, blunt: bool = False) -> Arcs:
        """Lines that move, each with its own width; `blunt` ones don't have round ends."""

    @abstractmethod
    def squares(self, axes: Any, colour: str, zorder: float = 3) -> Squares:
        """Squares that move."""

    @abstractmethod
    def tiles(self, axes: Any, reach: float) -> Tiles:
        """A grid of small squares whose colors show numbers from -reach to reach."""

    @abstractmethod
    def image(self, axes: Any) -> Image:
        """An image in a box of axes that count CSS pixels from the top left."""

    @abstractmethod
    def names(self, axes: Any, size: float = 15.0, bare: bool = False, behind: str = "") -> Names:
        """Words that move; if there isn't room for all, the first ones have priority.

        They have paper, or the color `behind`, behind them, except `bare` ones, which are on a color already.
        """

    @abstractmethod
    def arrow(self, axes: Any, exact: bool = False) -> Arrow:
        """The arrow that points where the next step of gradient descent goes; an `exact` one ends there."""

    @abstractmethod
    def spot(self, axes: Any, size: float = 13.0) -> Spot:
        """The big mark for the current place."""

    @abstractmethod
    def dots(self, axes: Any, size: float = 8.0, colour: str = "", shape: str = "disc") -> Marks:
        """Marks for given things such as data, which may move: each a `disc`, `diamond` or `home`."""

    @abstractmethod
    def broken(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 3) -> Layer:
        """A line in the background, with gaps where places have no height (NaN)."""

    @abstractmethod
    def areas(self, axes: Any, colour: str, zorder: float = 1) -> Areas:
        """Areas in the background, each filled between its corners."""

    @abstractmethod
    def flag(self, axes: Any) -> Flag:
        """A flag on the lower axis, or at a height."""

    @abstractmethod
    def trail_marks(
        self, axes: Any, size: float = 6.0, width: float = 1.4, opacity: float = 1.0, colour: str = ""
    ) -> TrailMarks:
        """Small marks of where hand and machine have been, and lines that belong to them.

        Lines have that color, or the mover's.
        """

    @abstractmethod
    def note(self, axes: Any) -> Note:
        """A line of text that moves."""

    @abstractmethod
    def footprints(self, axes: Any, size: float = 5.0) -> Footprints:
        """The marks left behind by hand and machine."""


def mixed(first: str, second: str, share: float) -> str:
    """Mix two colors, with that share of the second; all are `#rrggbb`."""
    inks = ([int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in (first, second))
    return "#" + "".join(f"{round((1 - share) * a + share * b):02x}" for a, b in zip(*inks, strict=True))


Show = Callable[[Any], bool | None]  # takes a `Scene`, or a `ModelScene`
Draw = Callable[[Figure, Look], Show]
