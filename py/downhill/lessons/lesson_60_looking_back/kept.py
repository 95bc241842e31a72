"""The weights of a training at some of its steps, so that it can be wound back and forth."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from downhill.lesson.way import Memory

MOST = 24  # of them; 50 kB each, three times as much with what Adam remembers


class Kept:
    """Weights by the steps that had been taken, in order; of too many every other one is left out."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self._weights: list[tuple[np.ndarray, Memory | None]] = []

    def keep(self, steps: int, weights: np.ndarray, memory: Memory | None = None) -> None:
        """Keep a copy of weights, and what the way downhill remembers; there are none of later steps then."""
        self.cut(steps - 1)
        self.steps.append(steps)
        self._weights.append((weights.copy(), memory))
        if len(self.steps) > MOST:  # the first one stays, and so does the last
            left = [*range(0, len(self.steps) - 1, 2), len(self.steps) - 1]
            self.steps = [self.steps[i] for i in left]
            self._weights = [self._weights[i] for i in left]

    def cut(self, steps: int) -> None:
        """Forget what came after `steps` steps."""
        count = bisect_right(self.steps, steps)
        del self.steps[count:], self._weights[count:]

    def at(self, steps: int) -> tuple[int, np.ndarray, Memory | None]:
        """Return steps, weights, and memory last kept at or before `steps`; else the first ones."""
        place = max(bisect_right(self.steps, steps) - 1, 0)
        return self.steps[place], *self._weights[place]
