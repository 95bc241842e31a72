"""What moves in a picture: lines, bars, marks, squares and arrows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, ends, for_renderer, laid, laid_through

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DISC, DIAMOND = Path.unit_circle(), Path([(0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)], closed=True)
WALLS = ((-1.3, 0), (0, 1.1), (1.3, 0), (0.95, 0), (0.95, -0.95), (-0.95, -0.95), (-0.95, 0), (-1.3, 0))
DOOR = (
    (-0.2, -0.95),
    (0.2, -0.95),
    (0.2, -0.2),
    (-0.2, -0.2),
    (-0.2, -0.95),
)  # a hole: it runs the other way
HOME = Path(WALLS + DOOR, [1, *[2] * 6, 79, 1, *[2] * 3, 79])
SHAPES = {"disc": DISC, "diamond": DIAMOND, "home": HOME}
SIDES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
FILL = 0.28  # opacity of squares, which overlap
SHORTEST_ARROW, LONGEST_ARROW = 20.0, 150.0  # CSS pixels
HEAD = 9.0  # CSS pixels, the length of an arrow's head


class Line(Stroke):
    """A line through points in data coordinates, shape (n, 2)."""

    def dashed(self, *lengths: float) -> Self:
        """Dash the line, with these lengths of strokes and gaps in CSS pixels; return it."""
        self.dashes = lengths
        return self

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Move the line to these points, shape (n, 2)."""
        self.path = laid_through(self.path, points)
        self.empty = len(self.path.vertices) < 2

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path through all points, over its rim if it has one."""
        if self.rim:
            self.draw_path(self.brim, self.path, self.places)
        self.draw_path(gc, self.path, self.places)


class Bars(Line):
    """Separate strokes, each between two points in data coordinates, shape (n, 2, 2)."""

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Move the lines to pairs of points, shape (n, 2, 2); drawn as one path."""
        between = np.asarray(points, dtype=float).reshape(-1, 2)
        self.path = laid(self.path, between, (Path.MOVETO, Path.LINETO))
        self.empty = not len(between)


class Marks(Stroke):
    """Discs or diamonds at points in data coordinates, shape (n, 2).

    `size` is their width in CSS pixels.
    """

    def __init__(
        self, axes: Axes, colour: str, shape: Path, size: float, zorder: float, edge: str = ""
    ) -> None:
        self.shape, self.size, self.edge = shape, size, edge
        super().__init__(axes, colour, 2.0 if edge else 0.0, zorder, clip=not edge)

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Put the marks there."""
        self.path = laid_through(self.path, points)
        self.empty = not len(self.path.vertices)

    def prepare(self, gc: Any) -> None:
        """The edge's color is the context's, and the size is a scale of the shape."""
        super().prepare(gc)
        if self.edge:
            gc.set_foreground(self.edge)
        self.scale = for_renderer(self.renderer, Affine2D().scale(self.size / 2 * self.pixel))

    @property
    def beyond(self) -> float:
        """Half a mark, and half its edge."""
        return (self.size + self.width) / 2

    def stroke(self, renderer: Any, gc: Any) -> None:
        """All marks at once."""
        renderer.draw_markers(gc, self.shape, self.scale, self.path, self.places, self.rgba)


class Squares(Stroke):
    """A square for each vertical pair of points, which is one of its sides.

    It is on the side where the line through all second points leaves room, or where it fits into the axes.
    """

    def __init__(self, axes: Axes, colour: str, zorder: float) -> None:
        super().__init__(axes, colour, 1.2, zorder)
        self.sides = np.empty((0, 2, 2))

    def put(self, points: np.ndarray | tuple[()]) -> None:
        """Put the squares there: pairs of points, one above the other, in data coordinates, (n, 2, 2)."""
        self.sides = np.asarray(points, dtype=float).reshape(-1, 2, 2)
        self.empty = not len(self.sides)

    def prepare(self, gc: Any) -> None:
        """Prepare to compute their corners in pixels."""
        super().prepare(gc)
        gc.set_alpha(None)  # the edges have an opacity of their own, and so has the inside
        self.nowhere = for_renderer(self.renderer, IdentityTransform())
        self.left, self.right = self.axes_.bbox.x0, self.axes_.bbox.x1

    def extent(self) -> Box:
        """The pixels around all corners."""
        return self.room(*ends(self.path))

    def stroke(self, renderer: Any, gc: Any) -> None:
        """All of them as one path."""
        corners = self.corners()
        self.path = laid(self.path, corners.reshape(-1, 2), SIDES)
        renderer.draw_path(gc, self.path, self.nowhere, (*self.rgba[:3], FILL))

    def corners(self) -> np.ndarray:
        """Corners in pixels, the first one twice: shape (n, 5, 2)."""
        places = self.sides * (self.sx, self.sy) + (self.ox, self.oy)
        x, top, bottom = places[:, 0, 0], places[:, 0, 1], places[:, 1, 1]
        size, rise = np.abs(top - bottom), self._rise(x, bottom)
        aside = np.where((top > bottom) == (rise > 0), -size, size)
        other = x - aside
        fits = (x + aside >= self.left) & (x + aside <= self.right)
        aside = np.where(~fits & (other >= self.left) & (other <= self.right), -aside, aside)
        across = np.stack([x, x + aside, x + aside, x, x], axis=1)
        return np.stack([across, np.stack([top, top, bottom, bottom, top], axis=1)], axis=2)

    @staticmethod
    def _rise(x: np.ndarray, y: np.ndarray) -> float:
        """Return which way the line through the second points goes."""
        first, last = int(x.argmin()), int(x.argmax())
        return float(y[last] - y[first])


class Arrow(Stroke):
    """An arrow from one place on its axes toward another: as long as the step, unless that is too short to
    see, or very long. An `exact` one always ends where the step does.
    """

    def __init__(self, axes: Axes, colour: str, exact: bool = False) -> None:
        super().__init__(axes, colour, 2.4, zorder=7, clip=False)
        self.exact = exact
        self.ends: tuple[Sequence[float], Sequence[float]] | None = None

    def put(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where there is no step."""
        self.ends = None if end is None else (start, end)
        self.empty = end is None

    def prepare(self, gc: Any) -> None:
        """Prepare to compute its outline in pixels."""
        super().prepare(gc)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())

    def extent(self) -> Box | None:
        """The pixels around its outline."""
        if self.path is None:
            return None
        return self.room(*ends(self.path))

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Shaft and head."""
        outline = self.outline()
        self.path = None if outline is None else laid(self.path, outline)
        if self.path is not None:
            if self.rim:
                self.draw_path(self.brim, self.path, self.nowhere)
            self.draw_path(gc, self.path, self.nowhere, self.rgba)

    def outline(self) -> np.ndarray | None:
        """Shaft and head in pixels, shape (6, 2); None if the step is shorter than a CSS pixel."""
        (x0, y0), (x1, y1) = ((self.sx * x + self.ox, self.sy * y + self.oy) for x, y in self.ends or ())
        length = math.hypot(x1 - x0, y1 - y0)
        if length < self.pixel:
            return None
        usual = min(max(length, SHORTEST_ARROW * self.pixel), LONGEST_ARROW * self.pixel)
        reach = length if self.exact else usual
        ux, uy, head = (x1 - x0) / length, (y1 - y0) / length, min(HEAD * self.pixel, 0.8 * reach)
        tip, neck = (x0 + ux * reach, y0 + uy * reach), (x0 + ux * (reach - head), y0 + uy * (reach - head))
        left = neck[0] - uy * head / 2, neck[1] + ux * head / 2
        right = neck[0] + uy * head / 2, neck[1] - ux * head / 2
        return np.array([(x0, y0), neck, left, tip, right, neck])
