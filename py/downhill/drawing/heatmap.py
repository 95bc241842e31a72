"""Pictures made of cells: thousands of small squares whose colors show numbers, and images in a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import to_rgb

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHADES = 129  # an odd number: the one in the middle is 0


def palette(low: str, middle: str, high: str) -> np.ndarray:
    """Return colors from `low` through `middle` to `high`, then a clear one: bytes, shape (n + 1, 4)."""
    ends = np.array([to_rgb(colour) for colour in (low, middle, high)])
    way = np.linspace(-1, 1, SHADES)[:, None]
    mixed = np.where(way < 0, ends[1] + (ends[0] - ends[1]) * -way, ends[1] + (ends[2] - ends[1]) * way)
    solid = np.concatenate([mixed, np.ones((SHADES, 1))], axis=1)
    return np.asarray(np.rint(255 * np.concatenate([solid, np.zeros((1, 4))])), dtype=np.uint8)


class Tiles(Stroke):
    """A grid of squares from the top left of the picture; cells with number -1 are left as they are."""

    def __init__(self, axes: Axes, colours: np.ndarray, reach: float, zorder: float = 2) -> None:
        super().__init__(axes, "#000000", 0, zorder)
        self.colours, self.reach = colours, reach
        self.image: np.ndarray | None = None

    def put(self, values: np.ndarray, grid: np.ndarray, cell: int) -> None:
        """Color the cells by values, shape (n,); `grid` holds their numbers, `cell` is a cell's width."""
        half = SHADES // 2
        shades = np.rint(np.clip(values * (half / self.reach), -half, half)).astype(np.intp) + half
        colours = self.colours[np.append(shades, SHADES)]  # the last one, with number -1, is none
        rows = np.repeat(colours.view(np.uint32)[:, 0][grid], cell, axis=1)
        self.image = np.repeat(rows[::-1], cell, axis=0).view(np.uint8).reshape(-1, rows.shape[1], 4)
        self.empty = False

    def extent(self) -> Box:
        """All that the image covers."""
        assert self.image is not None
        height, width = self.image.shape[:2]
        return Box(0, 0, width, height)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """The image, its top left in the picture's; renderers take images from the bottom up."""
        assert self.image is not None
        renderer.draw_image(gc, 0, self.axes_.figure.bbox.height - self.image.shape[0], self.image)


class Image(Stroke):
    """An image in a box of axes that count CSS pixels from the top left, unrolled from its left side."""

    def __init__(self, axes: Axes, zorder: float = 1) -> None:
        super().__init__(axes, "#000000", 0, zorder)
        self.image: np.ndarray | None = None
        self.box = (0.0, 0.0, 0.0, 0.0)
        self.known: tuple[object, ...] = ()

    def put(self, image: np.ndarray | tuple[()], box: Sequence[float] = (), share: float = 1.0) -> None:
        """Lay that share of an image, bytes of shape (h, w, 4), in a box: left, top, width, height."""
        self.image = None if not len(image) or share <= 0 else np.asarray(image)
        self.empty = self.image is None
        if self.image is not None:
            left, top, wide, high = box
            self.box, self.share = (left, top, wide, high), share

    def extent(self) -> Box:
        """All that the box covers."""
        left, top, wide, high = (side * self.pixel for side in self.box)
        height = self.axes_.figure.bbox.height
        return self.room(left, height - top - high, left + wide, height - top)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """The image in pixels of the screen; renderers take images from the bottom up."""
        assert self.image is not None
        left, top, wide, high = (round(side * self.pixel) for side in self.box)
        known = id(self.image), wide, high
        if known != self.known:
            rows, columns = (
                (np.arange(size) * side // size)
                for size, side in zip((high, wide), self.image.shape, strict=False)
            )
            self.known, self.laid = known, np.ascontiguousarray(self.image[rows[::-1]][:, columns])
        shown = np.ascontiguousarray(self.laid[:, : max(1, round(self.share * wide))])
        renderer.draw_image(gc, left, self.axes_.figure.bbox.height - top - high, shown)
