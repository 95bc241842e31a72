"""The slider, and the curves that the lesson brings along."""

from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.lesson import Rates, Slider
from downhill.lessons.lesson_10_valley.curve import Curve

X = Slider("x", low=-5.0, high=5.0, start=-4.0, step=0.05, label="x")
CLOSE = 0.02  # so near to the lowest value counts as having found it
XS = np.linspace(X.low, X.high, 1001)


def built_in(f: Callable[[Any], Any], slope: Callable[[Any], Any], rates: Rates) -> Curve:
    """One of the curves that the lesson brings along, from its function and its slope."""
    bottom = float(XS[f(XS).argmin()])
    lowest = float(f(bottom))  # to within 1e-4 here
    return Curve(lambda x: (f(x), slope(x)), rates, lowest, lowest + CLOSE, start=X.start, bottom=bottom)


CURVES = {
    "bowl": built_in(
        lambda x: 0.15 * (x - 1.5) ** 2 + 0.6,
        lambda x: 0.3 * (x - 1.5),
        Rates(low=0.001, good=1.0, high=10.0),  # curvature 0.3: stable below 2 / 0.3 = 6.7
    ),
    "two-valleys": built_in(
        lambda x: 0.02 * x**4 - 0.5 * x**2 - 0.25 * x + 4.5,
        lambda x: 0.08 * x**3 - x - 0.25,
        Rates(low=0.002, good=0.2, high=2.0, big=1.6),  # curvatures 2.2 and 1.8: stable below 1.1
    ),
    "flat-slope": built_in(
        lambda x: 4.6 - 4 / (1 + ((x - 2.5) / 1.2) ** 2),
        lambda x: 8 * (x - 2.5) / 1.2**2 / (1 + ((x - 2.5) / 1.2) ** 2) ** 2,
        Rates(low=0.002, good=0.2, high=2.0),  # curvature 8 / 1.44 at the bottom: stable below 0.36
    ),
}
