"""The losses of a long training, thinned out so that they never take more memory than a picture needs."""

from __future__ import annotations

import numpy as np

MOST, LATE = 120, 5  # points
EARLY = frozenset((1, 2, 5, 10, 20, 30, 40, 50, 70))


class LossHistory:
    """The losses at regular steps; the longer the training, the farther apart these are.

    What is noted at other steps, or again at the same one, is kept only until the next note, so that it makes
    no difference later where a reader paused or moved a weight. At first losses are kept every `every` steps;
    `more` is how many numbers are noted besides the losses.
    """

    def __init__(self, every: int = 100, more: int = 0) -> None:
        self.points = np.empty((MOST + 1, 3 + more))
        self.count, self.every = 0, every
        self.passing = False  # whether the last point is kept only until the next note
        self.covered: np.ndarray | None = None  # the point that it then replaces
        self.is_news = False

    def is_due(self, steps: int) -> bool:
        """Return whether the losses after `steps` steps should be noted."""
        return steps % self.every == 0 or steps in EARLY

    def note(self, steps: int, loss: float, held: float, *more: float) -> None:
        """Note losses, and the other numbers."""
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
        """Forget what was kept only until the next note."""
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
        """Forget everything after `steps` steps."""
        self._let_pass()
        self.count = int((self.seen[:, 0] <= steps).sum())
        self.is_news = True

    def has_news(self) -> bool:
        """Return whether anything was noted since this was last asked."""
        before, self.is_news = self.is_news, False
        return before

    @property
    def seen(self) -> np.ndarray:
        """Return steps, losses on training text and on held-out text, and other numbers: (k, 3 or more)."""
        return self.points[: self.count]

    def recent(self) -> tuple[float, float]:
        """Return both recent losses, as means, which are less noisy than single ones.

        What came before the lowest held-out loss isn't recent: a loss that falls steeply is below its mean.
        """
        since = max(self._least(), self.count - LATE)
        _, loss, held = self.seen[since:, :3].mean(axis=0).tolist()
        return loss, held

    def best(self) -> tuple[int, float, float]:
        """Return the step with the lowest held-out loss, that loss, and the training loss there."""
        steps, loss, held = self.seen[self._least(), :3].tolist()
        return int(steps), held, loss

    def _least(self) -> int:
        return int(self.seen[:, 2].argmin())
