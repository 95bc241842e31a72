"""Ways downhill, as a reader chooses them: their names, their settings, and what they remember."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

PLAIN, MOMENTUM, ADAM = "plain", "momentum", "adam"
WAYS = (PLAIN, MOMENTUM, ADAM)
BETAS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {PLAIN: (), MOMENTUM: ("beta",), ADAM: ("beta1", "beta2")}
)
"""The names of the shares of its memory that a way keeps from step to step."""
GOOD: Mapping[str, float] = MappingProxyType({"beta": 0.9, "beta1": 0.9, "beta2": 0.999})
"""Their usual values. Source for Adam's: Kingma and Ba, Adam, 2015, algorithm 1."""
MOST: Mapping[str, float] = MappingProxyType({"beta": 0.999, "beta1": 0.999, "beta2": 0.9999})
"""Their largest values; the least is 0, with which nothing is kept."""


class Memory(NamedTuple):
    """What a way remembers after `taken` steps: arrays of shape (n,).

    `kept` is momentum's velocity, or Adam's mean of the gradients; `squares` is Adam's mean of their squares,
    zeros with momentum.
    """

    kept: np.ndarray
    squares: np.ndarray
    taken: int


def no_memory(count: int) -> Memory:
    """The memory of `count` values before the first step."""
    return Memory(np.zeros(count), np.zeros(count), 0)


class Way(NamedTuple):
    """A way downhill at one moment: its name, the shares that it keeps, its memory, None for an empty one.

    The memory begins at zero with every run, and where something else than the machine moves the values;
    another learning rate, or another share, leaves it.
    """

    name: str = PLAIN
    betas: tuple[float, ...] = ()
    memory: Memory | None = None

    @property
    def settings(self) -> Way:
        """The same without its memory."""
        return self._replace(memory=None)

    def remembered(self, count: int) -> Memory:
        """Its memory of `count` values."""
        return self.memory or no_memory(count)


PLAINLY = Way()
"""Plain descent, which remembers nothing."""


def clamped(name: str, beta: float) -> float:
    """A share that is kept, between 0 and its largest value; what is no number becomes 0."""
    return min(max(0.0, beta), MOST[name])
