"""Earlier lines in the picture of a line through points: faint, each with its mark where it leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.lesson import Look, Scene
from downhill.lessons.lesson_20_line.points_to_fit import Cloud

MOST = 20  # lines
FAINT = 0.35  # opacity
INSIDE = 0.015  # of the picture: so far from its edge the marks are


def earlier_lines(axes: Any, look: Look) -> Callable[[Scene], None]:
    """What shows, for a scene, the lines of the hand and those of the machine's present run."""
    stroke = look.trail_marks(axes, size=5.0, width=1.2, opacity=FAINT)

    def put(scene: Scene) -> None:
        def places(shown: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            lines = across(axes.get_xlim(), scene.data["cloud"], scene.trail.values[shown])
            return leaving(lines, axes.get_ylim()), lines

        stroke.put(scene.trail, MOST, places)

    return put


def across(sides: tuple[float, float], cloud: Cloud, values: np.ndarray) -> np.ndarray:
    """Lines from side to side of the picture, shape (k, 2, 2), from slopes and intercepts, shape (k, 2)."""
    xs = np.broadcast_to(np.array(sides), (len(values), 2))
    return np.stack([xs, values[:, :1] * (xs - cloud.origin) / cloud.per + values[:, 1:]], axis=2)


def leaving(lines: np.ndarray, ends: tuple[float, float]) -> np.ndarray:
    """Where lines leave the picture on their way to the right, a little inside of it, shape (k, 2).

    NaN for a line that isn't in the picture at all.
    """
    low, high = (edge + way * INSIDE * (ends[1] - ends[0]) for edge, way in zip(ends, (1, -1), strict=True))
    starts, ways = lines[:, 0], lines[:, 1] - lines[:, 0]
    share = np.full(len(lines), 1 - INSIDE)
    heights = starts[:, 1] + share * ways[:, 1]
    with np.errstate(all="ignore"):
        share = np.where(
            heights == np.clip(heights, low, high),
            share,
            (np.clip(heights, low, high) - starts[:, 1]) / ways[:, 1],
        )
    share = np.where((share >= 0) & (share <= 1), share, np.nan)
    places: np.ndarray = starts + share[:, None] * ways
    return places
