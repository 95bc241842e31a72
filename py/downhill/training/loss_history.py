"""The losses of a long training, thinned out so that they never take more room than a picture needs."""

from __future__ import annotations

import numpy as np

MOST, LATE = 120, 5  # points
EARLY = frozenset((1, 2, 5, 10, 20, 30, 40, 50, 70))


class LossHistory:
    """What the losses were, every so many steps; the longer the training, the fewer steps are kept of it.

    What is noted at other steps, or again at the same one, is there until the next note: so where a reader
    has paused, or moved a weight, makes no difference later. At first it is every `every` steps; `more` says
    how many numbers are noted beside the losses.
    """

    def __init__(self, every: int = 100, more: int = 0) -> None:
        self.points = np.empty((MOST + 1, 3 + more))
        self.count, self.every = 0, every
        self.passing = False  # whether the last point is there only until the next note
        self.covered: np.ndarray | None = None  # the point in whose place it then is
        self.is_news = False

    def is_due(self, steps: int) -> bool:
        """Whether the losses after so many steps should be noted."""
        return steps % self.every == 0 or steps in EARLY

    def note(self, steps: int, loss: float, held: float, *more: float) -> None:
        """Note losses, and what else is noted."""
        self.is_news = True
        self._let_pass()
        if self.count and self.points[self.count - 1, 0] == steps:
            self.count -= 1
            self.covered = self.points[self.count].copy()
        self.passing = self.covered is not None or not self.is_due(steps)
        self.points[self.count] = steps, loss, held, *more
        self.count += 1
        if self.count > MOST and not self.passing:
            self._thin()

    def _let_pass(self) -> None:
        """Forget what was there only until the next note."""
        self.count -= self.passing
        if self.covered is not None:
            self.points[self.count] = self.covered
            self.count += 1
        self.passing, self.covered = False, None

    def _thin(self) -> None:
        self.every *= 2
        kept = [p for p in self.seen.tolist() if p[0] in EARLY or p[0] % self.every == 0]
        self.count = len(kept)
        self.points[: self.count] = kept

    def cut(self, steps: int) -> None:
        """Forget what came after so many steps."""
        self._let_pass()
        self.count = int((self.seen[:, 0] <= steps).sum())
        self.is_news = True

    def has_news(self) -> bool:
        """Whether anything was noted since this was last asked."""
        before, self.is_news = self.is_news, False
        return before

    @property
    def seen(self) -> np.ndarray:
        """Steps, losses on training text and on held-out text, and what else is noted: (k, 3 or more)."""
        return self.points[: self.count]

    def recent(self) -> tuple[float, float]:
        """Both losses of late: means, which have less chance in them than single ones.

        What was before the least held-out loss is not of late: a loss that falls steeply lies below its mean.
        """
        since = max(self._least(), self.count - LATE)
        _, loss, held = self.seen[since:, :3].mean(axis=0).tolist()
        return loss, held

    def best(self) -> tuple[int, float, float]:
        """The step at which the held-out loss was least, that loss, and the other one there."""
        steps, loss, held = self.seen[self._least(), :3].tolist()
        return int(steps), held, loss

    def _least(self) -> int:
        return int(self.seen[:, 2].argmin())
