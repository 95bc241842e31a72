"""Sliders that fit points: round ends far around the best lines, and a start that is clearly bad."""

from __future__ import annotations

import math
from collections.abc import Sequence

from downhill.lesson import Slider
from downhill.lessons.lesson_20_line.points_to_fit import Cloud

FINE = 250  # marks on a slider, or some more
ROUND = 8  # round numbers on a slider, or some more
LABELS = {"m": "slope m", "b": "intercept b"}


def sliders(cloud: Cloud, units: tuple[str, str]) -> tuple[Slider, Slider]:
    """Sliders m and b for lines through a cloud, in their units; they serve with an outlier, too."""
    lines = [*cloud.lines.values(), *cloud.with_outlier().lines.values()]
    (middle, _), best = cloud.middle, cloud.lines["absolute"]
    reach = max(*(abs(line.m) for line in lines), 0.5 * cloud.height / cloud.width)
    m_start = best.m - math.copysign(0.8 * reach, best.m)
    b_start = cloud.middle[1] - m_start * middle + (0.0 if cloud.varied else 0.5 * cloud.height)
    m = _slider(
        "m", [best.m - reach, best.m + reach], [m_start, *(line.m for line in lines)], m_start, units[0]
    )
    bs = [line.b for line in lines]
    room = 0.75 * cloud.height
    b = _slider("b", [best.b - room, best.b + room], [*bs, b_start], b_start, units[1])
    return m, b


def _slider(name: str, ends: Sequence[float], within: Sequence[float], start: float, unit: str) -> Slider:
    """A slider over these ends and, with some room, over what must lie within; start and ends are marks."""
    room = 0.12 * (ends[1] - ends[0])
    low, high = min(ends[0], min(within) - room), max(ends[1], max(within) + room)
    low, high = (0.0 if abs(end) < room and min(within) * max(within) > 0 else end for end in (low, high))
    mark = nice((high - low) / ROUND)
    step = nice((high - low) / FINE)
    low, high = rounded(math.floor(low / mark) * mark), rounded(math.ceil(high / mark) * mark)
    return Slider(name, low, high, rounded(round(start / step) * step), step, unit, LABELS[name])


def nice(length: float) -> float:
    """The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is no longer than this length."""
    power = 10.0 ** math.floor(math.log10(length))
    digit = next(digit for digit in (5, 2, 1) if digit * power <= length * (1 + 1e-9))
    return rounded(digit * power)


def rounded(value: float) -> float:
    """A number without what binary arithmetic has added to its decimals."""
    return float(f"{value:.12g}")
