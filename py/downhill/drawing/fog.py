"""Parts of a picture's background: broken lines, and areas, such as the sky over a hill or fog before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.path import Path

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Layer


class Broken(Layer):
    """A line through points given in the axes' own numbers, shape (n, 2), with gaps where y is NaN."""

    def path_of(self, shape: Any) -> Path | None:
        """Return a path through the points that have a height."""
        points = np.asarray(shape, dtype=float).reshape(-1, 2)
        there = ~np.isnan(points[:, 1])
        begins = there & ~np.concatenate([[False], there[:-1]])
        codes = np.where(begins, Path.MOVETO, Path.LINETO).astype(Path.code_type)
        return Path(points[there], codes[there]) if there.any() else None

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path through all points."""
        renderer.draw_path(gc, self.path, self.places)


class Areas(Layer):
    """Areas filled with a color, each given by its corners in the axes' own numbers, shape (k, 2)."""

    def path_of(self, shape: Sequence[np.ndarray]) -> Path | None:
        """Return one path around all areas."""
        corners = [corner for area in shape for corner in (*area, area[0])]
        codes = [
            code for area in shape for code in (Path.MOVETO, *[Path.LINETO] * (len(area) - 1), Path.CLOSEPOLY)
        ]
        return Path(corners, codes) if len(corners) else None

    def extent(self) -> Box | None:
        """The pixels of the axes."""
        box = self.axes_.bbox
        return self.room(box.x0, box.y0, box.x1, box.y1)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path with all of them."""
        renderer.draw_path(gc, self.path, self.places, self.rgba)
