"""What a data set of two columns is made of: its points, the words for them, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Axis:
    """One column: its name, its unit, and how many decimals its numbers have."""

    name: str
    unit: str = ""
    decimals: int = 0

    @property
    def title(self) -> str:
        """Name and unit, as they stand at an axis and over a column."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True)
class Talk:
    """How sentences speak of the points: what they are, and what a point above the line does, or below it.

    `right` and `left` are the points far along the axis and near its start.
    """

    things: str = "points"
    above: str = "lie higher"
    below: str = "lie lower"
    right: str = "points on the right"
    left: str = "points on the left"


@dataclass(frozen=True)
class DataSet:
    """A data set: `places` of shape (n, 2), each x and y in the units of the axes.

    A line through it is y = m (x - origin) / per + b: m counts in `slope` for each `per` units of x, and b is
    what the line says at `origin`. `off` is how a sentence tells a distance from the line, with `{mean:…}`
    in it; `decimals` are those of losses. `source` is the sentence that names source and licence.
    """

    name: str
    title: str
    across: Axis
    up: Axis
    slope: str
    source: str
    places: np.ndarray
    talk: Talk = Talk()
    off: str = ""
    decimals: int = 1
    origin: float = 0.0
    per: float = 1.0


def table(across: str, up: str) -> np.ndarray:
    """Places of shape (n, 2) from two rows of numbers. Raises `ValueError` where one row is longer."""
    return np.array(list(zip(across.split(), up.split(), strict=True)), dtype=float)
