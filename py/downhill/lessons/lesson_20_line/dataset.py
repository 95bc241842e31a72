"""What a data set of two columns is made of: its points, the words for them, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from downhill.text.format import with_mark


@dataclass(frozen=True)
class Axis:
    """One column: its name, its unit, and how many decimals its numbers have."""

    name: str
    unit: str = ""
    decimals: int = 0

    def written(self, values: np.ndarray) -> list[str]:
        """Its numbers, shape (n,), as text: with its decimals and without groups, as years are written."""
        return [with_mark(f"{value:.{self.decimals}f}") for value in values.tolist()]


@dataclass(frozen=True)
class DataSet:
    """A data set: `places` of shape (n, 2), each x and y in the units of the axes.

    A line through it is y = m (x - origin) / per + b: m counts in `slope` for each `per` units of x, and b is
    what the line says at `origin`. `off` is how a sentence tells a distance from the line, with `{mean:…}`
    in it; `decimals` are those of losses. `source` is the sentence that names source and licence, `now` has
    sentences on a line that is too `low`, `high`, `flat` or `steep`, and on one `over` all points or all but
    a `single` one. All words are the English ones (`downhill.lessons.lesson_20_line.words` puts them among
    the lesson's).
    """

    name: str
    title: str
    across: Axis
    up: Axis
    slope: str
    source: str
    places: np.ndarray
    now: Mapping[str, str] = field(default_factory=dict)
    off: str = ""
    decimals: int = 1
    origin: float = 0.0
    per: float = 1.0


def table(across: str, up: str) -> np.ndarray:
    """Places of shape (n, 2) from two rows of numbers. Raises `ValueError` where one row is longer."""
    return np.array(list(zip(across.split(), up.split(), strict=True)), dtype=float)
