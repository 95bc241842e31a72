"""What a picture is drawn with. Whoever draws one needs to know nothing of matplotlib.

`downhill.drawing` implements all of it. Places are given in the numbers of the axes, lengths in CSS pixels.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from downhill.lesson.mover import HAND
from downhill.lesson.trail import Trail

Places = np.ndarray | Sequence[Sequence[float]] | tuple[()]


class Figure(Protocol):
    """What a picture is drawn on: one of matplotlib's figures."""

    def add_subplot(self, *where: Any, **settings: Any) -> Any:
        """New axes on the figure."""


class Stroke(Protocol):
    """Something that moves. With `lasting` set it is drawn onto the ground, and stays there."""

    lasting: bool

    def paint(self, colour: str, alpha: float = 1.0) -> None:
        """Another colour from now on."""


class Line(Stroke, Protocol):
    """A line through places, shape (n, 2)."""

    def dashed(self, *lengths: float) -> Line:
        """The same line, dashed: lengths of strokes and gaps."""

    def put(self, points: Places) -> None:
        """Lay the line through these places."""


class Bars(Stroke, Protocol):
    """Separate lines, each between two places, shape (n, 2, 2)."""

    def put(self, points: Places) -> None:
        """Lay the lines there."""


class Squares(Stroke, Protocol):
    """Squares as wide on the screen as they are high, each on an upright pair of places, shape (n, 2, 2)."""

    def put(self, points: np.ndarray | tuple[()]) -> None:
        """Move the squares to pairs of places, shape (n, 2, 2); () shows none."""


class Marks(Stroke, Protocol):
    """Discs or diamonds at places, shape (n, 2)."""

    def put(self, points: Places) -> None:
        """Put the marks there."""


class Tiles(Stroke, Protocol):
    """A grid of small squares whose colours tell numbers."""

    def put(self, values: np.ndarray, grid: np.ndarray, cell: int) -> None:
        """Colour the cells by values, shape (n,); `grid` holds their numbers, `cell` is a cell's width."""


class Names(Stroke, Protocol):
    """Words beside places."""

    def put(self, words: Sequence[str], points: np.ndarray, colours: Sequence[str]) -> None:
        """Write words, each in its colour, beside these places, shape (n, 2)."""


class Arrow(Stroke, Protocol):
    """An arrow."""

    def put(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where `end` is None."""


class Spot(Protocol):
    """Big marks that say where things stand: a disc for the hand, a diamond for the machine."""

    def put(self, points: Places, mover: str) -> None:
        """Put the marks at these places, shape (n, 2)."""


class Fog(Protocol):
    """Fog over all of the axes."""

    def put(self, spans: np.ndarray | None) -> bool:
        """Let it clear over these spans of the lower axis, (n, 2), lowest first; None lifts it altogether.

        Returns whether the ground must be drawn anew.
        """


class Flag(Protocol):
    """A flag on the lower axis."""

    def put(self, x: float | None) -> None:
        """Put it there, or take it away."""


class Ghost(Protocol):
    """A line that is foretold, with handles."""

    def put(self, points: Places) -> None:
        """Lay it from the first of two places to the second, shape (2, 2); () takes it away."""


class TrailMarks(Protocol):
    """The marks of earlier places in a picture of what is measured, and lines that belong to them."""

    def put(
        self,
        trail: Trail,
        most: int,
        places: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray | None]],
        fresh: bool = False,
    ) -> None:
        """Draw what is new of a trail, at most so many marks in all; all of them on a `fresh` ground.

        `places` is asked for marks and lines by the numbers of places, shape (k,): marks of shape (k, 2), or
        (k, m, 2) for m of them at each place, and lines (k, 2, 2), or None. What is NaN is left out.
        """


class Note(Protocol):
    """A line of text."""

    def put(self, text: str, place: Sequence[float] = (0.0, 0.0)) -> None:
        """Write a text beside a place, moved so that all of it lies within the axes; '' shows none."""


class Footprints(Protocol):
    """The marks left behind by hand and machine."""

    def put(self, points: np.ndarray, trail: Trail, fresh: bool = False) -> bool:
        """Put the marks of a trail at these places, shape (len(trail), 2): those that are new.

        All of them when the ground is `fresh`. Returns whether the ground must be drawn anew.
        """


@dataclass(frozen=True)
class Look(ABC):
    """The colours of one theme, as `#rrggbb`, the words that stand in the pictures, and what makes strokes.

    `paper` lies behind everything; `text`, `quiet` and `faint` are inks of falling strength; `hand` and
    `machine` say who moved; `ground` is what is given (a curve, the data); `error` marks errors; `contours`
    runs from low to high ground; `larger` is how much larger than usual type, strokes and marks are.
    """

    paper: str
    text: str
    quiet: str
    faint: str
    hand: str
    machine: str
    ground: str
    error: str
    contours: tuple[str, ...]
    words: Mapping[str, str]
    larger: float = 1.0

    def colour(self, mover: str) -> str:
        """The colour of whoever moved."""
        return self.hand if mover == HAND else self.machine

    @property
    def level(self) -> str:
        """The colour of what is neither high nor low: the paper, seen to be there."""
        return mixed(self.paper, self.faint, 0.25)

    @property
    def haze(self) -> str:
        """The colour of fog."""
        return mixed(self.paper, self.quiet, 0.16)

    @property
    def wisp(self) -> str:
        """The colour of the dashes in fog, by which it is known without colours."""
        return mixed(self.paper, self.quiet, 0.68)

    @abstractmethod
    def shade(self, share: float) -> Any:
        """The colour of `tiles` for this share of the reach, from -1 to 1, as a tuple."""

    @abstractmethod
    def line(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 4) -> Line:
        """A line that moves."""

    @abstractmethod
    def bars(self, axes: Any, colour: str, width: float = 2.5, zorder: float = 3) -> Bars:
        """Separate lines that move."""

    @abstractmethod
    def squares(self, axes: Any, colour: str, zorder: float = 3) -> Squares:
        """Squares that move."""

    @abstractmethod
    def tiles(self, axes: Any, reach: float) -> Tiles:
        """A grid of small squares that tell numbers from -reach to reach."""

    @abstractmethod
    def names(self, axes: Any) -> Names:
        """Words that move; the first ones come first where there is not room for all."""

    @abstractmethod
    def arrow(self, axes: Any, exact: bool = False) -> Arrow:
        """The arrow that points where the next step of gradient descent goes; an `exact` one ends there."""

    @abstractmethod
    def spot(self, axes: Any, size: float = 13.0) -> Spot:
        """The big mark that says where things stand now."""

    @abstractmethod
    def dots(self, axes: Any, size: float = 8.0) -> Marks:
        """Discs that are given, as data are, but may move under a hand."""

    @abstractmethod
    def broken(self, axes: Any, colour: str, width: float = 3.0, zorder: float = 3) -> Line:
        """A line that moves, with gaps where places have no height (NaN)."""

    @abstractmethod
    def fog(self, axes: Any) -> Fog:
        """Fog over all of the axes, below everything else in them."""

    @abstractmethod
    def flag(self, axes: Any) -> Flag:
        """A flag on the lower axis, where something is foretold."""

    @abstractmethod
    def ghost(self, axes: Any) -> Ghost:
        """A line that is foretold."""

    @abstractmethod
    def trail_marks(
        self, axes: Any, size: float = 6.0, width: float = 1.4, opacity: float = 1.0, colour: str = ""
    ) -> TrailMarks:
        """Small marks of where hand and machine have been, and lines that belong to them.

        Lines have that colour, or that of whoever moved.
        """

    @abstractmethod
    def note(self, axes: Any) -> Note:
        """A line of text that moves."""

    @abstractmethod
    def footprints(self, axes: Any, size: float = 5.0) -> Footprints:
        """The marks left behind by hand and machine."""


def mixed(first: str, second: str, share: float) -> str:
    """The first of two colours, with that share of the second one in it; all `#rrggbb`."""
    inks = ([int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in (first, second))
    return "#" + "".join(f"{round((1 - share) * a + share * b):02x}" for a, b in zip(*inks, strict=True))


Show = Callable[[Any], bool | None]  # is handed a `Scene`, or a `ModelScene`
Draw = Callable[[Figure, Look], Show]
