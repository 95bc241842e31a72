"""A hook to watch a lesson's functions while they run on the current sliders or weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

PLACE, SLOPE, STEP = "place", "slope", "step"
"""The current loss, its slope, and the next step."""
TRAINING = "training"
"""A whole step of a training: the slope on the examples it reads, and the step."""
T = TypeVar("T")


class LookOn(Protocol):
    """A watcher: calls the function it gets, once, and returns its result."""

    def __call__(self, what: str, run: Callable[[], T], /) -> T:
        """Call `run`, which does `what`."""


def unseen(what: str, run: Callable[[], Any]) -> Any:
    """Call `run` without watching."""
    return run()
