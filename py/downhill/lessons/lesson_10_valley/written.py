"""A curve's height and slope as two functions that a reader has written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Slider
from downhill.lessons.lesson_10_valley.landscape import FINENESS

Height = Callable[[Any], Any]
Both = Callable[[Any], tuple[Any, Any]]
NEAR = 1e-5  # of a slider's length: so far to both sides a slope is felt


class Pair(NamedTuple):
    """Heights and slopes by two functions."""

    height: Height
    slope: Height

    def both(self, x: Any) -> tuple[Any, Any]:
        """Heights and slopes at x, in the shape of x."""
        return self.height(x), self.slope(x)

    def table(self, slider: Slider) -> Table:
        """Both over the slider's length, looked up in tables."""
        xs = np.linspace(slider.low, slider.high, FINENESS)
        with np.errstate(all="ignore"):
            heights, slopes = (np.asarray(each, dtype=float) for each in self.both(xs))
        return Table(xs, heights, slopes)


class Table(NamedTuple):
    """Heights and slopes at places `xs`, all of shape (k,); between neighbours on straight lines."""

    xs: np.ndarray
    heights: np.ndarray
    slopes: np.ndarray

    def both(self, x: Any) -> tuple[Any, Any]:
        """Heights and slopes at x, in the shape of x; NaN beside a place that has none."""
        return np.interp(x, self.xs, self.heights), np.interp(x, self.xs, self.slopes)


def felt(height: Height, span: float) -> Height:
    """The slope of a height, by central differences over a share of a length `span`."""
    near = NEAR * span
    return lambda x: (height(x + near) - height(x - near)) / (2 * near)
