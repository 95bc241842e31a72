"""Keeps track of which places on a trail leave marks: from one call to the next, usually one more does."""

from __future__ import annotations

from downhill.lesson import MACHINE
from downhill.lesson.trail import Trail, spacing


class MarkedPlaces:
    """The indices of the places that leave marks (`Trail.shown`), rising, as of the last call."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.known: tuple[Trail | None, int, int] = (None, 0, 0)
        self.count = 0  # of all places at the last call
        self.marking, self.apart = (
            0,
            1,
        )  # how many of them would leave marks, and every how many of these does

    def follow(self, trail: Trail, most: int) -> list[int] | None:
        """Return the new indices of a trail with at most `most` marks; None if others are gone."""
        known, before, count = (trail, trail.forgotten, trail.rewritten), self.count, len(trail)
        is_same = known == self.known
        self.known, self.count = known, count
        if is_same and count == before:
            return []
        if is_same and count == before + 1 and self.marking < most * self.apart and _goes_on(trail):
            self.marking += 1
            return [] if (self.marking - 1) % self.apart else self._add(before - 1)
        return self._look_at_all(trail, most, is_same)

    def _add(self, number: int) -> list[int]:
        self.numbers.append(number)
        return [number]

    def _look_at_all(self, trail: Trail, most: int, is_same: bool) -> list[int] | None:
        old, places = self.numbers, trail.marking()
        self.marking, self.apart = len(places), spacing(len(places), most)
        self.numbers = places[:: self.apart].tolist()
        stay = self.numbers[: len(old)] == old and (is_same or not old)
        return self.numbers[len(old) :] if stay else None


def _goes_on(trail: Trail) -> bool:
    """Return whether the last place leaves all marks alone: a hand's move removes those of a run."""
    return trail.mover == MACHINE or not trail.by_machine[-2]
