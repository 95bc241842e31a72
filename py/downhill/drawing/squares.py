"""Squares on the lengths that they square: as wide on the screen as they are high."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, ends, for_renderer, laid

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIDES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
FILL = 0.28  # opacity: squares overlap


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
