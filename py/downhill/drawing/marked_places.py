"""Which places of a trail leave marks, kept from one look at it to the next: most often one more does."""

from __future__ import annotations

from downhill.lesson import MACHINE
from downhill.lesson.trail import Trail


class MarkedPlaces:
    """The numbers of the places that leave marks (`Trail.shown`), rising, as they were last looked at."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.known: tuple[Trail | None, int, int] = (None, 0, 0)
        self.count = 0  # of all places that there were
        self.is_whole = True  # whether none was left out because there are too many

    def follow(self, trail: Trail, most: int) -> list[int] | None:
        """The numbers that are new of a trail with at most so many marks; None where others are gone."""
        known, before, count = (trail, trail.forgotten, trail.rewritten), self.count, len(trail)
        is_same = known == self.known
        self.known, self.count = known, count
        if is_same and count == before:
            return []
        if is_same and count == before + 1 and self._only_adds(trail, most):
            self.numbers.append(before - 1)
            return self.numbers[-1:]
        old, marking = self.numbers, trail.marking()
        self.numbers = trail.thinned(marking, most).tolist()
        self.is_whole = len(self.numbers) == len(marking)
        stay = self.numbers[: len(old)] == old and (is_same or not old)
        return self.numbers[len(old) :] if stay else None

    def _only_adds(self, trail: Trail, most: int) -> bool:
        """Whether a last place that is new makes the one before it a mark, and leaves all others as they are.

        A hand's first move after steps of the machine takes their marks away.
        """
        goes_on = trail.mover == MACHINE or not trail.by_machine[-2]
        return self.is_whole and len(self.numbers) < most and goes_on
