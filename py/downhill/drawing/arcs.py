"""Lines, each with its own width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Arcs(Stroke):
    """Lines through places of the axes, shape (k, p, 2), with widths in CSS pixels, shape (k,)."""

    def __init__(self, axes: Axes, colour: str, zorder: float, blunt: bool = False) -> None:
        self.cap = "butt" if blunt else "round"
        super().__init__(axes, colour, 1.0, zorder, clip=False)
        self.lines: list[Path] = []
        self.widths: list[float] = []

    def put(self, lines: Sequence[np.ndarray], widths: Sequence[float]) -> None:
        """Move the lines there, the last one on top. Raises `ValueError` unless there are as many widths."""
        self.widths = [float(width) for width in widths]
        self.lines = [Path(np.asarray(line, dtype=float)) for line in lines]
        if len(self.lines) != len(self.widths):
            raise ValueError(f"expected as many widths as lines, got {len(widths)} for {len(lines)}")
        self.empty = not self.lines

    def extent(self) -> Box:
        """The pixels around all of them."""
        points = np.concatenate([line.vertices for line in self.lines]) * (self.sx, self.sy)
        (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        self.margin = self.beyond * self.pixel + 2  # of the widest one now
        x, y = self.ox, self.oy
        return self.room(left + x, bottom + y, right + x, top + y)

    @property
    def beyond(self) -> float:
        """Half of the widest one."""
        return max(self.widths, default=0.0) / 2

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path after the other."""
        gc.set_capstyle(self.cap)
        for line, width in zip(self.lines, self.widths, strict=True):
            gc.set_linewidth(width)
            gc.set_capstyle("butt" if width > 6 and np.shape(line.vertices)[0] == 2 else "round")
            self.draw_path(gc, line, self.places)
