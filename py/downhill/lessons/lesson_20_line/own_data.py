"""A reader's own points as a data set: names, decimals and origin as far as the points tell."""

from __future__ import annotations

import math

import numpy as np

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet
from downhill.lessons.lesson_20_line.slider_ranges import nice, rounded
from downhill.points.points import read
from downhill.text.format import with_mark
from downhill.text.mistake import Mistake

OWN = "own"
LARGEST = 1e12  # a number beyond is no measurement, and its square is hard to count with
SMALLEST = 1e-12  # nor is one nearer to 0, unless it is 0
FAR = 2.0  # times the points' spread: the line's height is told at 0 if that is no farther off
START = "0.0\t2.0\n1.0\t3.0\n2.0\t3.5\n4.0\t5.5\n5.0\t6.0\n6.0\t8.5"


def own_data(text: str) -> DataSet:
    """The data set that a text of `downhill.points` spells. Raises `ValueError` for another text."""
    places, names = read(text)
    x, y = places.T
    spread = float(np.ptp(y)) if len(y) else 0.0
    return DataSet(
        name=OWN,
        title="",
        across=Axis(names[0], decimals=_decimals(x)),
        up=Axis(names[1], decimals=_decimals(y)),
        slope="",
        source="",
        places=places,
        off="{mean:f}",
        decimals=min(6, max(0, 2 - math.floor(math.log10(spread)))) if spread else 1,
        origin=_origin(x),
    )


def check(text: str) -> None:
    """Raises `Mistake` for a text that spells no points, or numbers too large or small to count with."""
    try:
        sizes = np.abs(read(text).places)
    except ValueError:
        raise Mistake("points.odd", 0, len(text)) from None
    for odd in sizes[(sizes > LARGEST) | ((sizes > 0) & (sizes < SMALLEST))]:
        raise Mistake("points.large", 0, len(text), number=with_mark(f"{odd:g}"))


def _decimals(values: np.ndarray) -> int:
    """How many decimals show all of these numbers, four at most."""
    return next((d for d in range(4) if np.allclose(values, np.round(values, d), rtol=0, atol=1e-9)), 4)


def _origin(x: np.ndarray) -> float:
    """0, or a round number before the first point where 0 is far away, as with years."""
    if not len(x):
        return 0.0
    low, high = float(x.min()), float(x.max())
    span = (high - low) or max(abs(low), 1.0)
    if low - FAR * span <= 0 <= high + FAR * span:
        return 0.0
    mark = nice(span)
    return rounded(math.floor(low / mark) * mark)
