"""A run of the machine that the reader keeps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from downhill.lesson.trail import Leg
from downhill.lesson.way import PLAIN
from downhill.text.format import PAGE, enumerated, fill, rate_shown


@dataclass(frozen=True, eq=False)
class Kept:
    """One run: its places after `first` steps and all later ones, values of shape (k, n), losses (k,).

    `number` is what the pictures call it, from 1; `legs` are its stretches with one rate and one way each.
    """

    number: int
    first: int
    values: np.ndarray
    losses: np.ndarray
    steps: int
    legs: tuple[Leg, ...]
    verdict: str

    @property
    def rates(self) -> tuple[float, ...]:
        """The learning rates, each once, in order of first use."""
        return tuple(dict.fromkeys(leg.rate for leg in self.legs))

    @property
    def ways(self) -> tuple[str, ...]:
        """The names of the ways downhill, each once, in order of first use."""
        return tuple(dict.fromkeys(leg.way.name for leg in self.legs))

    @property
    def name(self) -> str:
        """The run in a few words; plain descent is named only if another way was used too."""
        low, high = (rate_shown(rate) for rate in (min(self.rates), max(self.rates)))
        rate = fill(PAGE["kept.rate" if low == high else "kept.rates"], {"a": low, "b": high})
        steps = fill(PAGE["kept.steps" if self.steps != 1 else "kept.step"], {"steps": str(self.steps)})
        ways = [] if self.ways == (PLAIN,) else [PAGE[f"way.{way}"] for way in self.ways]
        return enumerated([*ways, rate, steps])
