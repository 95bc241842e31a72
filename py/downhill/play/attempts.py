"""The challenges in progress, in all lessons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from downhill.lesson.challenge import OPEN
from downhill.play.attempt_base import AttemptBase


class Attempts(dict[str, AttemptBase]):
    """At most one attempt a lesson. All methods of its own are no-ops for a lesson without one."""

    def has(self, lesson: str, *name: Any) -> bool:
        """Return whether the challenge with that name is in progress."""
        return lesson in self and [self[lesson].challenge.id] == [*name]

    def begin(self, lesson: str) -> bool:
        """Start the current attempt over. Return False if there is none."""
        if lesson in self:
            self[lesson].begin()
        return lesson in self

    def guess(self, lesson: str, value: float) -> None:
        """Take the reader's guess."""
        if lesson in self:
            self[lesson].guess(value)

    def note_rewind(self, lesson: str) -> None:
        """Record that the lesson was rewound."""
        if lesson in self:
            self[lesson].note_rewind()

    def leave(self, lesson: str) -> None:
        """Leave the current attempt."""
        if lesson in self:
            self.pop(lesson).leave()

    def leave_all(self) -> None:
        """Leave all of them."""
        for lesson in [*self]:
            self.leave(lesson)

    def is_open(self, lesson: str) -> bool:
        """Return whether there is an attempt that is so far neither done nor lost."""
        return lesson in self and self[lesson].observe() == OPEN

    def decision(self, lesson: str) -> Callable[[], bool]:
        """Return a function that tells, from now on, whether the current attempt has been done or lost."""
        open_ = self.is_open(lesson)
        return lambda: open_ and not self.is_open(lesson)

    def observe(self, lesson: str) -> None:
        """Count what has been done, and decide whether the current attempt is done or lost."""
        if lesson in self:
            self[lesson].observe()
