"""What is kept of a training: what a hand changed, and what the model wrote on the way."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """Another learning rate, or another value for the weight of that number, after so many steps."""

    steps: int
    value: float
    weight: int | None = None


class Page(NamedTuple):
    """What was written after so many steps, with both losses then."""

    steps: int
    loss: float
    held: float
    text: str


def is_milestone(steps: int) -> bool:
    """Whether this is one of 0, 1, 2, 5, 10, 20, 50, 100 and so on."""
    return steps == 0 or steps in {digit * 10 ** (len(str(steps)) - 1) for digit in (1, 2, 5)}
