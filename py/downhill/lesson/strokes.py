"""What draws: protocols of strokes and of the figure they are on, all implemented in `downhill.drawing`.

Places are given in the numbers of the axes, lengths in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, Self

import numpy as np

from downhill.lesson.trail import Trail

Places = np.ndarray | Sequence[Sequence[float]] | tuple[()]


class Figure(Protocol):
    """What a picture is drawn on: one of matplotlib's figures."""

    def add_subplot(self, *where: Any, **settings: Any) -> Any:
        """New axes on the figure."""

    def add_axes(self, *where: Any, **settings: Any) -> Any:
        """New axes in a box of the figure: (left, bottom, width, height), as shares of it."""


class Stroke(Protocol):
    """Something that moves. With `lasting` set it is drawn onto the ground, and stays there."""

    lasting: bool

    def set_visible(self, shown: bool) -> None:
        """Show it, or not."""

    def paint(self, colour: str, alpha: float = 1.0) -> None:
        """Another colour from now on."""

    def rimmed(self, colour: str, width: float) -> Self:
        """The same stroke with a rim of so many CSS pixels, by which it is seen on a ground of any colour."""


class Line(Stroke, Protocol):
    """A line through places, shape (n, 2)."""

    def dashed(self, *lengths: float) -> Self:
        """The same line, dashed: lengths of strokes and gaps."""

    def put(self, points: Places) -> None:
        """Lay the line through these places."""


class Bars(Stroke, Protocol):
    """Separate lines, each between two places, shape (n, 2, 2)."""

    def dashed(self, *lengths: float) -> Self:
        """The same lines, dashed: lengths of strokes and gaps."""

    def put(self, points: Places) -> None:
        """Lay the lines there."""


class Arcs(Stroke, Protocol):
    """Lines of which each has a width of its own."""

    def put(self, lines: Sequence[np.ndarray], widths: Sequence[float]) -> None:
        """Lay lines through places, each of shape (p, 2), with these widths in CSS pixels."""


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


class Image(Stroke, Protocol):
    """An image in a box."""

    def put(self, image: np.ndarray | tuple[()], box: Sequence[float] = (), share: float = 1.0) -> None:
        """Lay that share of an image, bytes of shape (h, w, 4), in a box: left, top, width, height."""


class Names(Stroke, Protocol):
    """Words beside places, with letters of that `size`, in CSS pixels."""

    size: float

    def put(
        self,
        words: Sequence[str],
        points: np.ndarray,
        colours: Sequence[str],
        turned: Sequence[bool] = (),
    ) -> None:
        """Write words, each in its colour, beside these places, shape (n, 2); `turned` ones run upwards."""


class Arrow(Stroke, Protocol):
    """An arrow."""

    def put(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where `end` is None."""


class Spot(Protocol):
    """Big marks that say where things stand: a disc for the hand, a diamond for the machine."""

    def put(self, points: Places, mover: str) -> None:
        """Put the marks at these places, shape (n, 2)."""


class Layer(Protocol):
    """What lasts on the ground until another shape of it is put."""

    def put(self, shape: np.ndarray) -> None:
        """Another shape: all that lasts is drawn again."""

    def rest(self) -> None:
        """The shape is as it was."""


class Areas(Protocol):
    """Areas filled with a colour, which last."""

    def put(self, shapes: Sequence[np.ndarray]) -> None:
        """Fill these, each given by its corners, shape (k, 2)."""

    def rest(self) -> None:
        """They stay as they are."""


class Flag(Protocol):
    """A flag on the lower axis, or at a height."""

    def put(self, x: float | None, y: float | None = None) -> None:
        """Put it there, or take it away."""


class TrailMarks(Protocol):
    """The marks of earlier places in a picture of what is measured, and lines that belong to them."""

    def set_visible(self, shown: bool) -> None:
        """Show them, or not."""

    def put(
        self,
        trail: Trail,
        most: int,
        places: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray | None]],
    ) -> None:
        """Draw what is new of a trail, at most so many marks in all.

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
