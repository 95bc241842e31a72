"""What may be looked on while it works: a lesson's functions, where the sliders or the weights stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

PLACE, SLOPE, STEP = "place", "slope", "step"
"""The loss where a lesson stands, its slope there, and the step from there."""
TRAINING = "training"
"""A whole step of a training: its slope on what it reads, and the step."""
T = TypeVar("T")


class LookOn(Protocol):
    """Whoever looks on: calls what it is handed, once, and gives back what that does."""

    def __call__(self, what: str, run: Callable[[], T], /) -> T:
        """Call `run`, which does `what`."""


def unseen(what: str, run: Callable[[], Any]) -> Any:
    """Nobody looks on."""
    return run()
