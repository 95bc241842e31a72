"""A flag at a place of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.transforms import IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, ends, for_renderer, laid

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# A flag from the foot of its pole, over its top, along its cloth and back to the pole: CSS pixels.
FLAG = np.array([(0.0, 0.0), (0.0, 44.0), (19.0, 37.0), (0.0, 30.0), (0.0, 0.0)])
TALLER = 1.7  # times: a flag that stands on the ground


class Flag(Stroke):
    """A flag that stands on the lower axis, or at a height."""

    def __init__(self, axes: Axes, colour: str) -> None:
        super().__init__(axes, colour, 2.2, zorder=9, clip=False)
        self.x: float | None = None
        self.y: float | None = None

    def put(self, x: float | None, y: float | None = None) -> None:
        """Put it there, or remove it."""
        self.x, self.y, self.empty = x, y, x is None

    def prepare(self, gc: Any) -> None:
        """Prepare to compute its outline in pixels."""
        super().prepare(gc)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())

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
