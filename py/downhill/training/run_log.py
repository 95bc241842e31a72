"""The log of a training: what a hand changed, and what the model wrote along the way."""

from __future__ import annotations

from typing import NamedTuple

from downhill.lesson.way import GOOD
from downhill.training.sgd import Training

WAY = "way"
SETTINGS = (WAY, *GOOD)  # names of changes, besides the learning rate


class Change(NamedTuple):
    """A new value after `steps` steps: for the weight with that index, or for a `setting`.

    A setting is `WAY`, whose value is an index in `WAYS`, the name of a beta, or '' for the learning rate.
    """

    steps: int
    value: float
    weight: int | None = None
    setting: str = ""


class Touch(NamedTuple):
    """A hand's last move: the number of the weight, its `value` before, and the `loss` then, if known."""

    weight: int
    value: float
    loss: float | None

    def loss_before(self, training: Training) -> float:
        """Return the loss before the move, measured now if there was no time for it then."""
        if self.loss is not None:
            return self.loss
        weights = training.weights
        now, weights[self.weight] = float(weights[self.weight]), self.value
        loss = training.loss()
        weights[self.weight] = now
        return loss


class Page(NamedTuple):
    """What was written after `steps` steps, with both losses then."""

    steps: int
    loss: float
    held: float
    text: str


def is_milestone(steps: int) -> bool:
    """Return whether this is one of 0, 1, 2, 5, 10, 20, 50, 100 and so on."""
    if steps % 10:
        return steps in {1, 2, 5}
    return steps == 0 or str(steps).rstrip("0") in {"1", "2", "5"}


def remember(changes: list[Change], change: Change, begins: bool = True) -> None:
    """Store a change; of several at the same step and weight, the last one counts.

    A move of the hand that `begins` keeps the previous one at the same weight until the next one begins,
    since both are needed to say what the last move did to the loss. One that continues replaces itself.
    """
    if change.weight is None:
        old = [c for c in changes if _place(c) == _place(change)]
    else:
        hands = [c for c in changes if c.weight is not None]
        same = [c for c in hands if _place(c) == _place(hands[-1])]
        old = same[:-1] if begins else same[-1:]
    for each in old:
        changes.remove(each)
    changes.append(change)


def _place(change: Change) -> tuple[int, int | None, str]:
    return change.steps, change.weight, change.setting
