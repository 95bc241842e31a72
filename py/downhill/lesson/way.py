"""Ways downhill for the reader to choose from: their names, their settings, and what they remember."""

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
"""The names of the settings that say how much of its memory a way keeps from step to step."""
GOOD: Mapping[str, float] = MappingProxyType({"beta": 0.9, "beta1": 0.9, "beta2": 0.999})
"""Their usual values. Source for Adam's: Kingma and Ba, Adam, 2015, algorithm 1."""
MOST: Mapping[str, float] = MappingProxyType({"beta": 0.999, "beta1": 0.999, "beta2": 0.9999})
"""Their largest values; the smallest is 0, which keeps nothing."""


class Memory(NamedTuple):
    """What a way remembers after `taken` steps: arrays of shape (n,).

    `kept` is momentum's velocity, or Adam's mean of the gradients; `squares` is Adam's mean of their squares,
    zeros with momentum.
    """

    kept: np.ndarray
    squares: np.ndarray
    taken: int


def no_memory(count: int) -> Memory:
    """Return the memory of `count` values before the first step."""
    return Memory(np.zeros(count), np.zeros(count), 0)


class Way(NamedTuple):
    """A way downhill at one moment: its name, its settings, its memory, None for an empty one.

    The memory starts at zero with every run, and whenever anything but the machine moves the values; another
    learning rate or setting keeps it.
    """

    name: str = PLAIN
    betas: tuple[float, ...] = ()
    memory: Memory | None = None

    @property
    def settings(self) -> Way:
        """Return the same without its memory."""
        return self._replace(memory=None)

    def remembered(self, count: int) -> Memory:
        """Return its memory of `count` values."""
        return self.memory or no_memory(count)


PLAINLY = Way()
"""Plain descent, which remembers nothing."""


def clamped(name: str, beta: float) -> float:
    """Return a setting clamped between 0 and its largest value; NaN becomes 0."""
    return min(max(0.0, beta), MOST[name])
