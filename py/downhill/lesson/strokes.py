"""Protocols for strokes and the figure they are on, all implemented in `downhill.drawing`.

Places are in data coordinates of the axes, lengths in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, Self

import numpy as np

from downhill.lesson.trail import Trail

Places = np.ndarray | Sequence[Sequence[float]] | tuple[()]


class Figure(Protocol):
    """What a picture is drawn on: a matplotlib figure."""

    def add_subplot(self, *where: Any, **settings: Any) -> Any:
        """Add axes to the figure."""

    def add_axes(self, *where: Any, **settings: Any) -> Any:
        """Add axes in a box of the figure: (left, bottom, width, height), as shares of it."""


class Stroke(Protocol):
    """Something that moves. With `lasting` set it is drawn onto the background, and stays there."""

    lasting: bool

    def set_visible(self, shown: bool) -> None:
        """Show it, or not."""

    def paint(self, colour: str, alpha: float = 1.0) -> None:
        """Change its color."""

    def rimmed(self, colour: str, width: float) -> Self:
        """Add a rim of `width` CSS pixels, so that it stands out on any color; return the stroke."""


class Line(Stroke, Protocol):
    """A line through places, shape (n, 2)."""

    def dashed(self, *lengths: float) -> Self:
        """Dash the line, with these lengths of strokes and gaps; return it."""

    def put(self, points: Places) -> None:
        """Move the line through these places."""


class Bars(Stroke, Protocol):
    """Separate lines, each between two places, shape (n, 2, 2)."""

    def dashed(self, *lengths: float) -> Self:
        """Dash the lines, with these lengths of strokes and gaps; return them."""

    def put(self, points: Places) -> None:
        """Move the lines there."""


class Arcs(Stroke, Protocol):
    """Lines, each with its own width."""

    def put(self, lines: Sequence[np.ndarray], widths: Sequence[float]) -> None:
        """Move the lines through places, each of shape (p, 2), with these widths in CSS pixels."""


class Squares(Stroke, Protocol):
    """Squares that look square on the screen, each on a vertical pair of places, shape (n, 2, 2)."""

    def put(self, points: np.ndarray | tuple[()]) -> None:
        """Move the squares to pairs of places, shape (n, 2, 2); () shows none."""


class Marks(Stroke, Protocol):
    """Discs or diamonds at places, shape (n, 2)."""

    def put(self, points: Places) -> None:
        """Put the marks there."""


class Tiles(Stroke, Protocol):
    """A grid of small squares whose colors show numbers."""

    def put(self, values: np.ndarray, grid: np.ndarray, cell: int) -> None:
        """Color the cells by values, shape (n,); `grid` holds their numbers, `cell` is a cell's width."""


class Image(Stroke, Protocol):
    """An image in a box."""

    def put(self, image: np.ndarray | tuple[()], box: Sequence[float] = (), share: float = 1.0) -> None:
        """Put that share of an image, bytes of shape (h, w, 4), in a box: left, top, width, height."""


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
        """Write words, each in its color, next to these places, shape (n, 2); `turned` ones run upward."""


class Arrow(Stroke, Protocol):
    """An arrow."""

    def put(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where `end` is None."""


class Spot(Protocol):
    """Big marks for the current place: a disc for the hand, a diamond for the machine."""

    def put(self, points: Places, mover: str) -> None:
        """Put the marks at these places, shape (n, 2)."""


class Layer(Protocol):
    """A part of the background, until it gets another shape."""

    def put(self, shape: np.ndarray) -> None:
        """Change the shape: the background is drawn again."""

    def rest(self) -> None:
        """Keep the shape as it was."""


class Areas(Protocol):
    """Areas in the background, filled with a color."""

    def put(self, shapes: Sequence[np.ndarray]) -> None:
        """Fill these, each given by its corners, shape (k, 2)."""

    def rest(self) -> None:
        """Keep them as they are."""


class Flag(Protocol):
    """A flag on the lower axis, or at a height."""

    def put(self, x: float | None, y: float | None = None) -> None:
        """Put it there, or remove it."""


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
        """Draw what is new on a trail, with at most `most` marks in all.

        `places` takes the numbers of places, shape (k,), and returns marks of shape (k, 2), or (k, m, 2) for
        m of them at each place, and lines (k, 2, 2), or None. NaNs are left out.
        """


class Note(Protocol):
    """A line of text."""

    def put(self, text: str, place: Sequence[float] = (0.0, 0.0)) -> None:
        """Write a text next to a place, shifted so that it fits inside the axes; '' shows none."""


class Footprints(Protocol):
    """The marks left behind by hand and machine."""

    def put(self, points: np.ndarray, trail: Trail, fresh: bool = False) -> bool:
        """Put the new marks of a trail at these places, shape (len(trail), 2).

        If the background is `fresh`, put all of them. Return whether it must be drawn again.
        """
