"""Where the sliders have been: every move and every step, oldest first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from downhill.ink import MACHINE

ROOM = 1000  # moves that are kept; the older half goes when the room is full


class Trail:
    """Arrays that grow: `values` of shape (k, n), `losses` and `by_machine` of shape (k,), all slices."""

    def __init__(self, values: Sequence[float], loss: float, mover: str) -> None:
        self._values = np.empty((ROOM, len(values)))
        self._losses = np.empty(ROOM)
        self._by_machine = np.zeros(ROOM, dtype=bool)
        self.mover = mover
        self.count = self.forgotten = 0
        self.append(values, loss, mover)

    def append(self, values: Sequence[float], loss: float, mover: str) -> None:
        """The sliders are at these values now, put there by `mover`."""
        if self.count == ROOM:
            self._forget()
        self._values[self.count] = values
        self._losses[self.count] = loss
        self._by_machine[self.count] = mover == MACHINE
        self.mover = mover
        self.count += 1

    def _forget(self) -> None:
        half = ROOM // 2
        for array in (self._values, self._losses, self._by_machine):
            array[:half] = array[half:]
        self.count = half
        self.forgotten += half

    def __len__(self) -> int:
        return self.count

    @property
    def values(self) -> np.ndarray:
        """All places, shape (k, n)."""
        return self._values[: self.count]

    @property
    def losses(self) -> np.ndarray:
        """The loss at every place, shape (k,)."""
        return self._losses[: self.count]

    @property
    def by_machine(self) -> np.ndarray:
        """Which places the machine went to, shape (k,)."""
        return self._by_machine[: self.count]
