"""A line against the points that are chosen: which these are, and what there is to say of how it fits."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from downhill.lessons.lesson_20_line.dataset import DataSet
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.own_data import OWN, own_data
from downhill.lessons.lesson_20_line.points_to_fit import Cloud


class Fit(NamedTuple):
    """A line against points: loss in the unit of y or its square; its heights and the residuals, shape (n,).

    `mean` is the mean absolute residual, in the unit of y. `higher` of the `size` points lie above the line.
    """

    m: float
    b: float
    loss: float
    predicted: np.ndarray
    residuals: np.ndarray
    mean: float
    higher: int
    size: int


def data_set(data: str, points: str) -> DataSet:
    """The data set that is chosen, be it the reader's own."""
    return own_data(points) if data == OWN else SETS[data]


def cloud_of(chosen: DataSet) -> Cloud:
    """The points of a data set, and how its slope and intercept count."""
    x, y = chosen.places.T
    return Cloud(x, y, chosen.origin, chosen.per)


def tilt(fit: Fit, cloud: Cloud) -> float:
    """How far a line is turned against the best one, as the rise over a standard deviation of x."""
    turned = float((cloud.u - cloud.middle[0]) @ fit.residuals)
    return turned / (max(cloud.count, 1) * cloud.spread)
