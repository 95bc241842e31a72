"""The weights of a training at some of its steps, so that it can be wound back and forth."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

MOST = 40  # of them; 50 kB each


class Kept:
    """Weights by the steps that had been taken, in order; of too many every other one is left out."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self._weights: list[np.ndarray] = []

    def keep(self, steps: int, weights: np.ndarray) -> None:
        """Keep a copy of weights; there are none of later steps then."""
        self.cut(steps - 1)
        self.steps.append(steps)
        self._weights.append(weights.copy())
        if len(self.steps) > MOST:  # the first one stays, and so does the last
            left = [*range(0, len(self.steps) - 1, 2), len(self.steps) - 1]
            self.steps = [self.steps[i] for i in left]
            self._weights = [self._weights[i] for i in left]

    def cut(self, steps: int) -> None:
        """Forget what came after so many steps."""
        count = bisect_right(self.steps, steps)
        del self.steps[count:], self._weights[count:]

    def at(self, place: int) -> tuple[int, np.ndarray]:
        """Steps and weights of a place, counted from 0; the nearest one for a place that there is not."""
        place = min(max(place, 0), len(self.steps) - 1)
        return self.steps[place], self._weights[place]

    def place_of(self, steps: int) -> int:
        """The last place after at most so many steps."""
        return max(bisect_right(self.steps, steps) - 1, 0)
