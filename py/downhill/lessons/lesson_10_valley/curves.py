"""The slider, and the curves that the lesson brings along."""

from types import ModuleType

import numpy as np

from downhill.lesson import Rates, Slider
from downhill.lessons.lesson_10_valley.curve import Curve
from downhill.lessons.lesson_10_valley.shapes import bowl, flat_slope, two_valleys

X = Slider("x", low=-5.0, high=5.0, start=-4.0, step=0.05, label="x")
CLOSE = 0.02  # so near to the lowest value counts as having found it
XS = np.linspace(X.low, X.high, 1001)


def built_in(shape: ModuleType, rates: Rates) -> Curve:
    """One of the curves that the lesson brings along, from the module that has its height and its slope."""
    height, slope = shape.height, shape.slope
    bottom = float(XS[height(XS).argmin()])
    lowest = float(height(bottom))  # to within 1e-4 here
    return Curve(lambda x: (height(x), slope(x)), rates, lowest, lowest + CLOSE, start=X.start, bottom=bottom)


SHAPES = {"bowl": bowl, "two-valleys": two_valleys, "flat-slope": flat_slope}
RATES = {
    "bowl": Rates(low=0.001, good=1.0, high=10.0),  # curvature 0.3: stable below 2 / 0.3 = 6.7
    # Curvatures 2.2, 1.8: stable below 1.1. With momentum a run from the left end crosses the hill.
    "two-valleys": Rates(low=0.002, good=0.2, high=2.0, big=1.6, momentum=0.32),
    # Curvature 8 / 1.44 at the bottom: stable below 0.36, and below 0.68 with momentum.
    "flat-slope": Rates(low=0.002, good=0.2, high=2.0, momentum=0.1),
}
CURVES = {name: built_in(shape, RATES[name]) for name, shape in SHAPES.items()}
