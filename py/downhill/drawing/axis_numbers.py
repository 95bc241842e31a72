"""Round numbers for the axes of losses, so that a picture's background seldom changes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.ticker import Formatter

from downhill.text.format import MINUS, PAGE, TIMES, fill

# The heights from which numbers are shown in thousands and so on, and the words for that.
SHORT = ((1e9, 1e9, "axis.billions"), (1e6, 1e6, "axis.millions"), (1e3, 1e4, "axis.thousands"))
AIR = 1.12  # times a loss: an axis reaches at least that far, so that its mark has room below the top


def round_ends(losses: np.ndarray) -> tuple[float, float]:
    """Return the ends (low, high) of an axis for losses, shape (n,), including 0 and a margin."""
    highest, lowest = (float(losses.max()), float(losses.min())) if len(losses) else (1.0, 0.0)
    top, bottom = round_above(highest), -round_above(-lowest) if lowest < 0 else 0.0
    if lowest < 0:
        top = max(top, 0.05 * -bottom)
    return bottom - 0.05 * (top - bottom), top


def round_above(loss: float) -> float:
    """Return a round number a little above a loss."""
    wanted = AIR * max(loss, 1e-9)
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in (1, 1.5, 2, 3, 5, 7.5, 10) if step * power >= wanted)


class Marks(Formatter):
    """Formats the numbers of one axis, all in the form that suits the largest, such as thousands."""

    def __call__(self, height: float, position: int | None = None) -> str:
        """Format one number, as if it were the only one."""
        return mark(height)

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Format all numbers of the axis."""
        most = max(map(abs, values), default=0.0)
        return [mark(value, most=most) for value in values]


def mark(height: float, position: float | None = None, most: float | None = None) -> str:
    """Write a height on the axis, whose margin has room for five characters: longer ones in thousands etc.

    `most` is the largest height that is written in the same form; without it, the height's own form is used.
    """
    for size, least, key in SHORT:
        if height and (abs(height) if most is None else most) >= least:
            return fill(PAGE[key], {gap: plain(times * height / size) for gap, times in TIMES.items()})
    return plain(height)


def plain(height: float) -> str:
    """Write a number for an axis with a decimal point: the axis itself adapts it to the language."""
    return f"{height:g}".replace("-", MINUS)
