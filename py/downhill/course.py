"""The losses of a long training, thinned out so that they never take more room than a picture needs."""

from __future__ import annotations

import numpy as np

MOST, LATE = 120, 5  # points
EARLY = frozenset((1, 2, 5, 10, 20, 30, 40, 50, 70))


class Course:
    """What the losses were, every so many steps; the longer the training, the fewer steps are kept of it."""

    def __init__(self) -> None:
        self.points = np.empty((MOST + 1, 3))
        self.count, self.every = 0, 100
        self.is_news = False

    def is_due(self, steps: int) -> bool:
        """Whether the losses after so many steps should be noted."""
        return steps % self.every == 0 or steps in EARLY

    def note(self, steps: int, loss: float, held: float) -> None:
        """Note losses; those that were noted at the same step before are forgotten."""
        self.is_news = True
        if self.count and self.points[self.count - 1, 0] == steps:
            self.count -= 1
        self.points[self.count] = steps, loss, held
        self.count += 1
        if self.count > MOST:
            self.every *= 2
            kept = [p for p in self.seen.tolist() if p[0] in EARLY or p[0] % self.every == 0]
            self.count = len(kept)
            self.points[: self.count] = kept

    def told(self) -> bool:
        """Whether anything was noted since this was last asked."""
        before, self.is_news = self.is_news, False
        return before

    @property
    def seen(self) -> np.ndarray:
        """Steps, losses on training text and on held-out text, shape (k, 3)."""
        return self.points[: self.count]

    def recent(self) -> tuple[float, float]:
        """Both losses of late: means, which have less chance in them than single ones.

        What was before the least held-out loss is not of late: a loss that falls steeply lies below its mean.
        """
        since = max(self._least(), self.count - LATE)
        _, loss, held = self.seen[since:].mean(axis=0).tolist()
        return loss, held

    def best(self) -> tuple[int, float, float]:
        """The step at which the held-out loss was least, that loss, and the other one there."""
        steps, loss, held = self.seen[self._least()].tolist()
        return int(steps), held, loss

    def _least(self) -> int:
        return int(self.seen[:, 2].argmin())
