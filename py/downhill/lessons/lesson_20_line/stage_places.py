"""Where things are on the film's stage: the points' plot, the tower of bars, and the map of all lines."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from downhill.lessons.lesson_20_line.points_to_fit import Cloud

SMALL = 700.0  # CSS pixels; a narrower stage has the plot above tower and map
TOLD = 76.0  # CSS pixels of a small stage for a verdict and a note above the plot
Box = tuple[float, float, float, float]  # left, top, width and height in CSS pixels from the top left
View = tuple[float, float, float, float]  # left, right, bottom and top in the points' numbers


class Places(NamedTuple):
    """The plot's box, the tower's middle, width and foot, the map's box, and how wide a bar is."""

    plot: Box
    tower: tuple[float, float, float]
    land: Box
    bar: float


def places(width: float, height: float, close: float, told: bool = False) -> Places:
    """Places on a stage of that size; `close` is how far the plot has made room for tower and map.

    Where words are `told` above a plot that has a small stage to itself, it begins below them.
    """
    small = width < SMALL
    foot = 84.0 if small else 112.0
    base = height - foot
    side = min(190.0, 0.36 * height) if small else min(326.0, 0.335 * width, base - 60)
    margin, top = (8.0, TOLD if told else 12.0) if small else (28.0, 26.0)
    wide = margin, top, width - 2 * margin, base - top
    if small:
        made = margin, TOLD, width - 2 * margin, base - side - 46 - TOLD
    else:
        made = 20.0, top, width - side - 194, base - top
    plot = tuple((1 - close) * a + close * b for a, b in zip(wide, made, strict=True))
    across, thick = (margin + 48.0, 52.0) if small else (made[0] + made[2] + 80.0, 64.0)
    land = width - side - (14.0 if small else 28.0), base - side - (20.0 if small else 26.0), side, side
    return Places(plot, (across, thick, base - (20.0 if small else 0.0)), land, 7.0 if small else 11.0)  # type: ignore[arg-type]


def view(cloud: Cloud, close: float, floor: float = 0.0, high: float = 1.0) -> View:
    """What the plot shows: with a `floor` of 1 down to y = 0, and `high` times as much of y as usual."""
    if not cloud.count:
        return -1.0, 1.0, -1.0, 1.0
    low, tall, side = float(cloud.y.min()), cloud.height, 0.115 * cloud.width * cloud.per
    bottom, top = low - 0.235 * tall, low + (1.2 + 0.65 * close) * tall
    bottom += floor * (min(0.0, low) - bottom)
    middle = low + 0.4 * tall
    ends = (middle + high * (end - middle) for end in (bottom, top))
    return (float(cloud.x.min()) - side, float(cloud.x.max()) + side, *ends)  # type: ignore[return-value]


def spot_of(box: Box, seen: View, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Places of the plot in CSS pixels of the stage, shape (n, 2)."""
    across = box[0] + (x - seen[0]) / (seen[1] - seen[0]) * box[2]
    return np.stack([across, box[1] + (seen[3] - y) / (seen[3] - seen[2]) * box[3]], axis=-1)
