"""In which units descent walks over the errors of a line, and at which rates."""

from __future__ import annotations

import numpy as np

from downhill.lesson import Rates
from downhill.lessons.lesson_20_line.points_to_fit import Cloud

Matrix = tuple[tuple[float, float], tuple[float, float]]
# A landscape that curves this much more one way than the other takes about 1,000 steps, or more.
STEEPEST = {"absolute": 40.0, "squared": 2000.0}
FEW = 12  # points
STEPS = 600  # of Adam's, from the lowest point to the highest


def scaled(cloud: Cloud) -> Matrix:
    """From (m, b) to the line's rise over a standard deviation of x and its height over the mean.

    In these units the squared error's landscape is a round bowl: standardizing the inputs, see LeCun et al.,
    Efficient BackProp, 1998, section 4.3.
    """
    return (cloud.spread, 0.0), (cloud.middle[0], 1.0)


def raw(cloud: Cloud) -> Matrix:
    """From (m, b) to slope and intercept in the plain units of x, counted from 0; scaled for a stack."""
    if not cloud.varied:
        return scaled(cloud)
    return (1 / cloud.per, 0.0), (-cloud.origin / cloud.per, 1.0)


def bends(cloud: Cloud) -> tuple[float, float]:
    """How much the squared error curves in raw units, for each point: the least way and the most."""
    columns = np.stack([cloud.x, np.ones_like(cloud.x)], axis=1)
    largest = np.linalg.svd(columns, compute_uv=False)[0] if cloud.count else 1.0
    most = float(largest**2) / max(cloud.count, 1)
    area = float(cloud.x.var()) if cloud.varied else 0.0  # the determinant, which a small root would lose
    return area / most, most


def condition(cloud: Cloud) -> float:
    """How many times as much the ground curves one way as the other in raw units; infinite where level."""
    least, most = bends(cloud)
    return most / least if least else float("inf")


def is_hopeless(cloud: Cloud, error: str) -> bool:
    """Return whether a run in raw units needs more than 1,000 steps, whatever its rate."""
    return cloud.varied and condition(cloud) > STEEPEST[error]


def rates(cloud: Cloud, error: str, in_raw: bool) -> Rates:
    """Learning rates for these points: the squared error's are stable below 1 / n in the scaled units.

    The absolute error's step has one length, however near the lowest place is: it is a share of how far the
    points usually are from the best line, smaller where few points share it.
    """
    count = max(cloud.count, 1)
    if error == "absolute":
        height = cloud.height / count
        share = 1.0 if cloud.exact else min(1.0, count / FEW)
        good = 0.228 * cloud.typical * share / count
        found = Rates(_short(1.5e-4 * height), _short(good), _short(height), kinked=True)
    else:
        found = Rates(_short(0.00024 / count), _short(0.12 / count), _short(2.4 / count))
    return _rough(cloud, found) if in_raw and cloud.varied else found


def _rough(cloud: Cloud, smooth: Rates) -> Rates:
    """The rates in raw units: `good` is the largest that the steep way survives, or nearly.

    Too big is the rate that is good in scaled units, where that is far beyond. With momentum twice as much
    would still be stable. Adam steps as far along the steep way as along the level one: on a hopeless ground
    its rate is what crosses the points' height in some hundred steps.
    """
    most, error = bends(cloud)[1], "absolute" if smooth.kinked else "squared"
    good = smooth.good / most if smooth.kinked else 0.9 / (most * max(cloud.count, 1))
    hopeless = is_hopeless(cloud, error)
    return Rates(
        low=_short(smooth.low / max(most, 1.0) / (10 if hopeless else 1)),
        good=_short(good),
        high=max(smooth.high, _short(20 * good)),
        kinked=smooth.kinked,
        big=smooth.good if hopeless and not smooth.kinked else 0.0,
        hopeless=condition(cloud) if hopeless else 0.0,
        momentum=_short(good),
        adam=_short(cloud.height / STEPS) if hopeless else 0.0,
    )


def _short(rate: float) -> float:
    """A rate to two digits."""
    return float(f"{rate:.2g}")
