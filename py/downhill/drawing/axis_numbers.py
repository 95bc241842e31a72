"""Round numbers for the axes of losses, so that a picture's ground seldom changes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.ticker import Formatter

from downhill.text.format import MINUS, PAGE, TIMES, fill

# What a number is shown in from which height on, and by which word.
SHORT = ((1e9, 1e9, "axis.billions"), (1e6, 1e6, "axis.millions"), (1e3, 1e4, "axis.thousands"))
AIR = 1.12  # of a loss is the least that an axis for it reaches to: its mark has room below the top


def round_ends(losses: np.ndarray) -> tuple[float, float]:
    """The ends (low, high) of an axis for losses, shape (n,), that includes 0 and a margin."""
    highest, lowest = (float(losses.max()), float(losses.min())) if len(losses) else (1.0, 0.0)
    top, bottom = round_above(highest), -round_above(-lowest) if lowest < 0 else 0.0
    if lowest < 0:
        top = max(top, 0.05 * -bottom)
    return bottom - 0.05 * (top - bottom), top


def round_above(loss: float) -> float:
    """A round number above a loss, with a little air."""
    wanted = AIR * max(loss, 1e-9)
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in (1, 1.5, 2, 3, 5, 7.5, 10) if step * power >= wanted)


class Marks(Formatter):
    """The numbers of one axis, all in the form that suits the largest: thousands beside thousands."""

    def __call__(self, height: float, position: int | None = None) -> str:
        """One number, as if it stood alone."""
        return mark(height)

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """All numbers of the axis."""
        most = max(map(abs, values), default=0.0)
        return [mark(value, most=most) for value in values]


def mark(height: float, position: float | None = None, most: float | None = None) -> str:
    """A height on the axis, whose margin has room for five signs: beyond, in thousands and more.

    `most` is the largest height that is told in the same form; without it the height's own form is taken.
    """
    for size, least, key in SHORT:
        if height and (abs(height) if most is None else most) >= least:
            return fill(PAGE[key], {gap: plain(times * height / size) for gap, times in TIMES.items()})
    return plain(height)


def plain(height: float) -> str:
    """A number for an axis, the English way: the axis itself gives it the language's decimal mark."""
    return f"{height:g}".replace("-", MINUS)
