"""What a reader has foretold, in a picture: a flag at a place, or a ghost of a line, in the hand's colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, ends, for_renderer, laid
from downhill.drawing.strokes import Line, Marks
from downhill.lesson import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SQUARE = Path([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)], closed=True)
# A flag from the foot of its pole, over its top, along its cloth and back to the pole: CSS pixels.
FLAG = np.array([(0.0, 0.0), (0.0, 44.0), (19.0, 37.0), (0.0, 30.0), (0.0, 0.0)])
TALLER = 1.7  # so much is a flag that stands on the ground
QUARTERS = np.array([0.25, 0.75])  # of the picture's width: where a ghost of a line has its handles


class Flag(Stroke):
    """A flag that stands on the lower axis, or at a height."""

    def __init__(self, axes: Axes, colour: str) -> None:
        super().__init__(axes, colour, 2.2, zorder=9, clip=False)
        self.x: float | None = None
        self.y: float | None = None

    def put(self, x: float | None, y: float | None = None) -> None:
        """Put it there, or take it away."""
        self.x, self.y = x, y

    def prepare(self, gc: Any) -> None:
        """Its outline is worked out in pixels."""
        super().prepare(gc)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())

    def is_empty(self) -> bool:
        """Whether there is none."""
        return self.x is None

    def extent(self) -> Box:
        """The pixels around it."""
        return self.room(*ends(self.path))

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Pole and cloth."""
        size = self.pixel * (1.0 if self.y is None else TALLER)
        foot = (
            self.sx * (self.x or 0.0) + self.ox,
            self.axes_.bbox.y0 if self.y is None else self.sy * self.y + self.oy,
        )
        self.path = laid(self.path, FLAG * size + foot)
        renderer.draw_path(gc, self.path, self.nowhere, self.rgba)


class Ghost:
    """A dashed line with two square handles, a quarter of the width from its ends."""

    def __init__(self, axes: Axes, look: Look) -> None:
        self.line = Line(axes, look.hand, 2.4, 4.5).dashed(9, 6)
        self.handles = Marks(axes, look.paper, SQUARE, 11.0, 6.5, edge=look.hand)

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Lay it from the first of two places to the second, shape (2, 2); () takes it away."""
        points = np.asarray(points, dtype=float).reshape(-1, 2)
        self.line.put(points)
        self.handles.put(points[:1] + QUARTERS[:, None] * (points[1:] - points[:1]) if len(points) else ())
