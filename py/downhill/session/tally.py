"""Counts what was done in every lesson since the page was opened; Reset and rewinding take nothing back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from downhill.lesson.challenge import DONE

MOST_VALUES = 12  # of a field


class Done(NamedTuple):
    """What was done in one lesson: moves of the hand, steps of the machine, whether it was ever solved.

    `challenges` are the ids of the challenges done, in order; `more` are further fields of a result code.
    """

    moves: int = 0
    steps: int = 0
    solved: bool = False
    challenges: tuple[str, ...] = ()
    more: Mapping[str, str] = {}


class Tally:
    """What was done in all lessons. Reset restarts a lesson's own counts, but not these."""

    def __init__(self) -> None:
        self.done: dict[str, Done] = {}
        self._seen: dict[str, tuple[int, int]] = {}
        self._replays: set[str] = set()

    def of(self, lesson: str) -> Done:
        """Return what was done in a lesson."""
        return self.done.get(lesson, Done())

    def note(self, lesson: str, counts: tuple[int, int], solved: bool, replays: bool = False) -> None:
        """Record a lesson's state: its moves and steps as it counts them itself, and whether it is solved.

        A lesson counts as solved only after a move or a step. What a link `replays` doesn't count.
        """
        seen = self._seen.get(lesson, (0, 0))
        again = replays or lesson in self._replays
        moves, steps = (0, 0) if again else (max(counts[0] - seen[0], 0), max(counts[1] - seen[1], 0))
        (self._replays.add if replays else self._replays.discard)(lesson)
        self._seen[lesson] = counts
        if moves or steps:
            before = self.of(lesson)
            total = before._replace(moves=before.moves + moves, steps=before.steps + steps)
            self.done[lesson] = total._replace(solved=before.solved or solved)

    def note_rewind(self, lesson: str, counts: tuple[int, int]) -> None:
        """Record that the lesson was rewound, which doesn't count."""
        self._seen[lesson] = counts

    def press(self, lesson: str) -> None:
        """Record that one of the lesson's own buttons was pressed: a move of the hand."""
        self.done[lesson] = self.of(lesson)._replace(moves=self.of(lesson).moves + 1)

    def note_challenge(self, lesson: str, name: str, state: str) -> None:
        """Record the state of a challenge."""
        found = self.of(lesson)
        if state == DONE and name not in found.challenges:
            self.done[lesson] = found._replace(challenges=(*found.challenges, name))

    def tell(self, lesson: str, field: str, value: str) -> None:
        """Record one more value of a field of the result code; keeps the first and the latest ones."""
        found = self.of(lesson)
        values = [each for each in found.more.get(field, "").split(",") if each not in ("", value)]
        kept = [*values[:1], *values[1:][2 - MOST_VALUES :], value]
        self.done[lesson] = found._replace(more={**found.more, field: ",".join(kept)})
