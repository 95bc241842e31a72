"""A curve to walk on, as a lesson uses it: one that it brings along, or one that a reader typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Rates, Slider
from downhill.lessons.lesson_10_valley.good_rate import rates
from downhill.lessons.lesson_10_valley.landscape import HIGHEST, Landscape
from downhill.lessons.lesson_10_valley.written import Both, Height, Pair, felt
from downhill.maths import truths
from downhill.maths.formula import read

__all__ = ["HIGHEST", "Curve", "Height", "outline", "typed", "written"]

AIR = 0.08  # of the height, above and below a curve in its picture


class Curve(NamedTuple):
    """A curve to walk on, and what is known of it.

    `both` gives the heights and the slopes for an array of places, `rates` are the learning rates that suit
    it. It is `lowest` high at its lowest point `bottom`, where the sentence `now.<ground>` is true; at most
    `goal` high, that counts as found. `ends` are the heights at the bottom and the top of its picture; slopes
    are gentle in relation to `relief`, 1 for a curve some five units high. A descent begins at `start`.
    """

    both: Callable[[Any], tuple[Any, Any]]
    rates: Rates
    lowest: float
    goal: float
    ends: tuple[float, float] = (0.0, 8.0)
    relief: float = 1.0
    ground: str = "lowest"
    start: float = 0.0
    bottom: float = 0.0

    def level(self, span: float) -> float:
        """The slope below which the ground reads level, along a slider of that span."""
        return truths.level(span, max(abs(float(self.both(self.start)[0]) - self.goal), truths.LEAST))


def typed(text: str, slider: Slider) -> Curve:
    """The curve of a typed function over a slider's length.

    Raises `Mistake` for a text that spells none, or one without values.
    """
    formula = read(text)
    return _over(formula.both, Landscape(formula, slider))


def written(height: Height, slope: Height | None, slider: Slider) -> Curve:
    """The curve of a reader's functions over a slider's length; without `slope` it is felt.

    It is looked at through a table of the functions, as they may be slow. Raises `Mistake` for one without
    values.
    """
    pair = Pair(height, slope or felt(height, slider.span))
    return _over(pair.both, Landscape(pair.table(slider), slider))


def _over(both: Both, land: Landscape) -> Curve:
    """The curve with these heights and slopes, and what is known of it as a landscape."""
    air, relief = AIR * land.height, land.height / 5
    ends = (land.ends[0] - air, land.ends[1] + air)
    known = land.lowest, land.goal, ends, relief, land.ground, land.start, land.bottom
    return Curve(both, rates(land), *known)


def outline(curve: Curve, xs: np.ndarray) -> np.ndarray:
    """Its heights at xs, both of shape (k,), NaN where the pen is lifted: without a height, and over a pole.

    It leaps over one where it goes far up between two neighbours though it falls at both, or the other way
    around.
    """
    heights, slopes = curve.both(xs)
    low, high = curve.ends
    drawn = np.where(np.abs(heights) <= HIGHEST, heights, np.nan)
    way = np.diff(drawn)
    against = (way * slopes[:-1] < 0) & (way * slopes[1:] < 0) & (np.abs(way) > (high - low) / 2)
    drawn[:-1][against] = np.nan
    # What is far outside of the picture need not be drawn there, and can't be.
    return np.clip(drawn, low - (high - low), high + (high - low))
