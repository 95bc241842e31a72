"""What can be said of a mean difference: Student's t, without a library, and the normalized gain."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan, cos, pi, sin, sqrt
from typing import NamedTuple


class Difference(NamedTuple):
    """A mean difference, its standard deviation in the sample, and the ends of its 95% interval."""

    mean: float
    deviation: float
    low: float
    high: float


def within(t: float, freedom: int) -> float:
    """Return the probability that Student's t with whole degrees of freedom lies between -t and t.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = term if freedom > 1 else 0.0
    for power in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (power - 1) / power
        total += term
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total


def quantile(freedom: int, share: float = 0.95) -> float:
    """Return the t between whose negative and itself lies this share; by bisection."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle, freedom) < share else (low, middle)
    return high


def difference(before: Sequence[int], after: Sequence[int]) -> Difference:
    """Return the mean of after - before over pairs (two or more), with its interval."""
    found = [b - a for a, b in zip(before, after, strict=True)]
    mean = sum(found) / len(found)
    deviation = sqrt(sum((each - mean) ** 2 for each in found) / (len(found) - 1))
    half = quantile(len(found) - 1) * deviation / sqrt(len(found))
    return Difference(mean, deviation, mean - half, mean + half)


def gain(before: float, after: float, most: float) -> float:
    """Return the normalized gain of class means: the part of what could still be won that was won.

    Source: Hake, American Journal of Physics 66, 64 (1998); as a ratio of means, arXiv 2407.07730.
    """
    return (after - before) / (most - before)
