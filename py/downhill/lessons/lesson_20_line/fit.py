"""A line against the points that are chosen: which these are, and what there is to say of how it fits."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from downhill.lessons.lesson_20_line.dataset import DataSet
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.own_data import OWN, own_data
from downhill.lessons.lesson_20_line.points_to_fit import Cloud


class Fit(NamedTuple):
    """A line against points: loss in the unit of y or its square; its heights and the residuals, shape (n,).

    `higher` of the `size` points lie above the line. `cloud` holds the points, `plain` those without the
    outlier.
    """

    m: float
    b: float
    loss: float
    predicted: np.ndarray
    residuals: np.ndarray
    mean: float
    higher: int
    size: int
    goal: float
    cloud: Cloud
    plain: Cloud
    data: DataSet

    @property
    def tilt(self) -> float:
        """How far the line is turned against the best one, as the rise over a standard deviation of x."""
        turned = float((self.cloud.u - self.cloud.middle[0]) @ self.residuals)
        return turned / (max(self.cloud.count, 1) * self.cloud.spread)


def data_set(data: str, points: str) -> DataSet:
    """The data set that is chosen, be it the reader's own."""
    return own_data(points) if data == OWN else SETS[data]


@lru_cache(maxsize=24)
def clouds(data: str, points: str, outlier: str = "off") -> tuple[Cloud, Cloud]:
    """The points to fit, and those without the outlier."""
    if outlier == "on":
        plain, _ = clouds(data, points)
        return plain.with_outlier(), plain
    chosen = data_set(data, points)
    x, y = chosen.places.T
    plain = Cloud(x, y, chosen.origin, chosen.per)
    return plain, plain
