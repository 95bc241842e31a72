"""Fog over a picture, which clears where something has been.

The fog is part of the ground: a tint, with rows of dashes by which it is known without colours. Clearings
are laid over it: the paper's colour, fading out at their sides.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Layer, for_renderer, laid
from downhill.lesson import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIDES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
FADE = 10.0  # CSS pixels from the side of a clearing to where all of the fog is gone
SHADES = 4  # steps of the fade, where it is drawn in steps
DASH, APART, ROWS = 15.0, 44.0, 17.0  # CSS pixels: a dash, from one to the next, from row to row


class Broken(Layer):
    """A line through points given in the axes' own numbers, shape (n, 2), with gaps where y is NaN."""

    def put(self, points: Any) -> None:
        """Move the line to these points."""
        super().put(points)
        points = np.asarray(points, dtype=float).reshape(-1, 2)
        there = ~np.isnan(points[:, 1])
        begins = there & ~np.concatenate([[False], there[:-1]])
        codes = np.where(begins, Path.MOVETO, Path.LINETO).astype(Path.code_type)
        self.path = Path(points[there], codes[there]) if there.any() else None

    def is_empty(self) -> bool:
        """Whether nothing is new, or no point has a height."""
        return super().is_empty() or self.path is None

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path through all points."""
        renderer.draw_path(gc, self.path, self.places)


class Clearings(Layer):
    """Where the fog has cleared: from the bottom of the axes to the top, over spans of the lower axis.

    On Agg they are written straight into the pixels, much faster than filled paths would be.
    """

    def __init__(self, axes: Axes, colour: str) -> None:
        super().__init__(axes, colour, 0.0, zorder=1.5)
        self.spans = np.empty((0, 2))

    def put(self, spans: np.ndarray) -> None:
        """Clear these spans (low, high), shape (n, 2), which do not meet."""
        super().put(spans)
        self.spans = spans

    def prepare(self, gc: Any) -> None:
        """The frame of the axes stays to be seen: a pixel at the bottom and at the left is left out."""
        super().prepare(gc)
        gc.set_alpha(None)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())
        box = self.axes_.bbox
        self.left, self.right = box.x0 + self.pixel, box.x1
        self.bottom, self.top = box.y0 + self.pixel, box.y1

    def is_empty(self) -> bool:
        """Whether nothing is new, or there are none."""
        return super().is_empty() or not len(self.spans)

    def sides(self, inwards: float) -> np.ndarray:
        """The left and right sides in pixels, that far inwards, shape (n, 2)."""
        sides = self.spans * self.sx + self.ox + np.array([inwards, -inwards])
        clipped: np.ndarray = np.clip(sides, self.left, self.right)
        return clipped

    def extent(self) -> Box:
        """The pixels from the first side to the last."""
        sides = self.sides(0.0)
        return self.room(float(sides[0, 0]), self.bottom, float(sides[-1, 1]), self.top)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """All of them."""
        if isinstance(renderer, RendererAgg):
            self._write(renderer)
            return
        for index in range(SHADES):
            sides = self.sides(index / (SHADES - 1) * FADE * self.pixel)
            across = sides[:, [0, 1, 1, 0, 0]]
            up = np.broadcast_to([self.bottom, self.bottom, self.top, self.top, self.bottom], across.shape)
            self.path = laid(None, np.stack([across, up], axis=2).reshape(-1, 2), SIDES)
            share = 1 / (SHADES - index)  # laid over each other, they rise evenly to all of it
            renderer.draw_path(gc, self.path, self.nowhere, (*self.rgba[:3], share))

    def _write(self, renderer: RendererAgg) -> None:
        """Column by column: how much of the fog is gone rises evenly from the sides inwards."""
        height, fade = int(renderer.height), FADE * self.pixel
        rows = slice(height - int(self.top), height - math.ceil(self.bottom))
        columns = np.arange(math.ceil(self.left), int(self.right))
        sides = self.spans * self.sx + self.ox
        corners = np.stack([sides[:, 0], sides[:, 0] + fade, sides[:, 1] - fade, sides[:, 1]], axis=1)
        gone = np.interp(columns + 0.5, corners.ravel(), np.tile([0.0, 1.0, 1.0, 0.0], len(sides)))
        buffer = np.asarray(renderer.buffer_rgba())
        pixels, whole = buffer[rows], buffer.view(np.uint32)[rows, :, 0]  # the same, four bytes in one
        inks = np.rint(255 * np.array(self.rgba)).astype(np.uint8)
        steps = np.flatnonzero(np.diff(np.concatenate([[False], gone == 1, [False]])))
        for first, last in steps.reshape(-1, 2) + columns[0]:
            whole[:, first:last] = inks.view(np.uint32)
        fading = (gone > 0) & (gone < 1)
        share, there = gone[fading][:, None], columns[fading]
        pixels[:, there] = np.rint(pixels[:, there] * (1 - share) + inks * share).astype(np.uint8)


class Dashes(Line2D):
    """Rows of dashes over all of the axes, as large as these are when they are drawn."""

    def __init__(self, axes: Axes, colour: str) -> None:
        super().__init__(
            [], [], color=colour, linewidth=1.1, transform=axes.transAxes, zorder=0.5, visible=False
        )
        self.axes_ = axes
        axes.add_line(self)

    def draw(self, renderer: Any) -> None:
        """Fill the axes as they are now."""
        self.set_data(*dashes(self.axes_))
        super().draw(renderer)


class Fog:
    """Fog over all of the axes, and its clearings."""

    def __init__(self, axes: Axes, look: Look) -> None:
        self.axes, self.look = axes, look
        self.clearings = Clearings(axes, look.paper)
        self.dashes = Dashes(axes, look.wisp)

    def spread(self, thick: bool) -> None:
        """Let it lie on the ground, which must be drawn anew, or lift it altogether."""
        self.dashes.set_visible(thick)
        self.axes.set_facecolor(self.look.haze if thick else self.look.paper)


def dashes(axes: Axes) -> tuple[np.ndarray, np.ndarray]:
    """Short level lines in rows over all of the axes, every other row shifted: x and y as shares of the axes.

    Between two of them there is NaN.
    """
    pixel = axes.figure.dpi / 72
    width, height = axes.bbox.width / pixel, axes.bbox.height / pixel
    rows = np.arange(ROWS / 2, height, ROWS)
    lefts = np.arange(-APART / 2, width, APART)
    shifts = np.where(np.arange(len(rows)) % 2, APART / 2, 0.0)
    x = np.stack(
        np.broadcast_arrays(lefts + shifts[:, None], lefts + shifts[:, None] + DASH, np.nan), axis=-1
    )
    y = np.broadcast_to(rows[:, None, None], x.shape)
    return x.ravel() / width, y.ravel() / height
