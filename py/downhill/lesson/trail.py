"""Where the sliders have been: every move and every step, oldest first; can go back and forth."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from downhill.lesson.controls import HAND, MACHINE
from downhill.lesson.spans import merged
from downhill.lesson.way import Way

ROOM = 1000  # moves that are kept; when it is full, the older half is dropped
FINE = 1e-3  # of everything that was passed over: forgotten spans closer than this are joined


def spacing(count: int, most: int) -> int:
    """Return n such that marking every n-th of `count` places leaves at most `most` + 1 marks.

    It is a power of two, so that marks stay where they are while a trail grows.
    """
    apart = 1
    while count > most * apart:
        apart *= 2
    return apart


class Standing(NamedTuple):
    """What else was true at a place: moves and steps so far, stages of the run, whether it was clamped.

    `rate` is the learning rate of the step that led there, 0 if a hand did; `landing` is where a step that
    was clamped would have led without the sliders' ends, else empty. `is_return` means that the sliders were
    put back there, which isn't a move. `way` is how the step that led there was taken, with its memory then.
    """

    hand_moves: int = 0
    machine_steps: int = 0
    stages: int = 0
    clipped: bool = False
    rate: float = 0.0
    landing: tuple[float, ...] = ()
    is_return: bool = False
    way: Way = Way()


class Leg(NamedTuple):
    """Steps in a row with one learning rate and one way downhill, without its memory."""

    rate: float
    steps: int
    way: Way = Way()


BEGINNING = Standing()


class Place(NamedTuple):
    """One place of a trail: the sliders' values, the loss, and what else was true there."""

    values: tuple[float, ...]
    loss: float
    standing: Standing


class Trail:
    """Arrays that grow: `values` of shape (k, n), `losses` and `by_machine` of shape (k,), all slices.

    They end at the place where the sliders are. After a rewind, the `kept - count` places after it are
    still there to `go` to, until something else is appended; `rewritten` counts how often that has happened.
    """

    def __init__(self, values: Sequence[float], loss: float, mover: str) -> None:
        self._values = np.empty((ROOM, len(values)))
        self._losses = np.empty(ROOM)
        self._by_machine = np.zeros(ROOM, dtype=bool)
        self._dragged = np.zeros(ROOM, dtype=bool)  # whether a place is in the same drag as the last
        self._gone = [np.empty((0, 2)) for _ in values]  # forgotten spans that each slider passed over
        self._standings: list[Standing] = []
        self.count = self.kept = self.forgotten = self.rewritten = 0
        self._lost: tuple[int, Place] | None = None  # where a run began, once that is forgotten
        self.began: Place | None = None  # where the hand began, once that is forgotten
        self.append(values, loss, mover)

    def append(
        self, values: Sequence[float], loss: float, mover: str, standing: Standing = BEGINNING
    ) -> None:
        """Add the place where `mover` has put the sliders; places ahead that were rewound are dropped."""
        if self.count < self.kept:
            self.rewritten += 1
            del self._standings[self.count :]
        if self.count == ROOM:
            self._forget()
        self._values[self.count] = values
        self._losses[self.count] = loss
        self._by_machine[self.count] = mover == MACHINE
        self._dragged[self.count] = (
            mover == HAND and self.count > 0 and self._standings[self.count - 1][:2] == standing[:2]
        )
        self._standings.append(standing)
        self.count += 1
        self.kept = self.count

    def _forget(self) -> None:
        half = ROOM // 2
        self.began = self.hand_start()
        hands = np.flatnonzero(~self._by_machine[:half])
        if len(hands) or not self.forgotten:
            start = int(hands[-1]) if len(hands) else 0
            self._lost = start + self.forgotten, self.place(start)
        for index, gone in enumerate(self._gone):
            spans = np.concatenate([gone, self._passed(index, half + 1)])
            self._gone[index] = merged(spans, FINE * float(np.ptp(spans)))
        for array in (self._values, self._losses, self._by_machine, self._dragged):
            array[:half] = array[half:]
        self._dragged[0] = False  # the place it came from is forgotten
        del self._standings[:half]
        self.count = half
        self.forgotten += half

    def visited(self, index: int = 0) -> np.ndarray:
        """Return what the slider with that index has passed over: spans (low, high), shape (k, 2).

        A drag passes over everything between its places; a step of the machine, or a click, over nothing.
        Forgotten places count too.
        """
        return np.concatenate([self._gone[index], self._passed(index, self.count)])

    def _passed(self, index: int, places: int) -> np.ndarray:
        """Return a span for each of the first `places` places, shape (places, 2): from where a drag came."""
        here = self._values[:places, index]
        before = np.where(self._dragged[:places], np.roll(here, 1), here)
        return np.stack([np.minimum(before, here), np.maximum(before, here)], axis=1)

    def go(self, place: int) -> None:
        """Go to a place that is kept, counted from 0; beyond either end, to that end."""
        self.count = min(max(place, 0), self.kept - 1) + 1

    def before(self) -> int:
        """Return the place where the last move or step began; a whole drag is one move."""
        here = self.standing[:2]
        place = self.count - 1
        while place > 0 and self._standings[place][:2] == here:
            place -= 1
            if self._standings[place + 1].is_return:
                break
        return place

    def hand_start(self) -> Place | None:
        """Return where the hand's first move began: the place before it. None if no hand has moved."""
        if self.began:
            return self.began
        hands = np.flatnonzero(~self._by_machine[1 : self.count])
        return self.place(int(hands[0])) if len(hands) else None

    def shown(self, most: int) -> np.ndarray:
        """Return the indices of the earlier places that leave marks, rising, at most `most` + 1 of them."""
        places = self.marking()
        return places[:: spacing(len(places), most)]

    def marking(self) -> np.ndarray:
        """Return the indices of all earlier places that can leave marks, rising.

        They are the hand's, and the machine's since the hand last moved.
        """
        last_hand, by_hand = self.last_by_hand(), ~self._by_machine[: self.count - 1]
        by_hand[last_hand:] = True
        return np.flatnonzero(by_hand)

    def last_by_hand(self) -> int:
        """Return the index of the last place where the hand put the sliders, or of the beginning."""
        hands = np.flatnonzero(~self._by_machine[1 : self.count])
        return int(hands[-1]) + 1 if len(hands) else 0

    def run_start(self, places: int) -> int:
        """Return where the machine's last run began, among the first `places` places: before its first step.

        0 if it hasn't moved; negative, counted from the first place that is kept, if that place is forgotten.
        """
        steps = np.flatnonzero(self._by_machine[1:places]) + 1  # the very first place is a beginning
        if not len(steps):
            return 0
        hands = np.flatnonzero(~self._by_machine[: steps[-1]])
        if len(hands):
            return int(hands[-1])
        return self._lost[0] - self.forgotten if self._lost else 0

    def place(self, index: int) -> Place:
        """Return a place that is kept, counted from 0; a negative one is the forgotten beginning of a run."""
        if index < 0 and self._lost:
            return self._lost[1]
        return Place(tuple(self._values[index].tolist()), float(self._losses[index]), self._standings[index])

    def legs(self, start: int) -> tuple[Leg, ...]:
        """Return the steps after a place, in legs of one learning rate and one way each."""
        steps = ((s.rate, s.way.settings) for s in self._standings[max(start, -1) + 1 : self.count] if s.rate)
        return tuple(Leg(rate, len(list(same)), way) for (rate, way), same in groupby(steps))

    @property
    def has_run(self) -> bool:
        """Whether the machine has put the sliders where they are."""
        return self.count > 1 and bool(self._by_machine[self.count - 1])

    @property
    def can_return(self) -> bool:
        """Whether the hand's moves have a start to go back to: it isn't here, or descent led here."""
        start, last = self.hand_start(), self.count - 1
        if start is None:
            return False
        return bool(self._by_machine[last]) or start.values != tuple(self._values[last].tolist())

    def __len__(self) -> int:
        return self.count

    @property
    def mover(self) -> str:
        """Who put the sliders where they are."""
        return MACHINE if self._by_machine[self.count - 1] else HAND

    @property
    def standing(self) -> Standing:
        """What else is true at the current place."""
        return self._standings[self.count - 1]

    @standing.setter
    def standing(self, standing: Standing) -> None:
        self._standings[self.count - 1] = standing

    @property
    def standings(self) -> Sequence[Standing]:
        """What else was true at every place."""
        return self._standings[: self.count]

    @property
    def values(self) -> np.ndarray:
        """All places, shape (k, n)."""
        return self._values[: self.count]

    @property
    def losses(self) -> np.ndarray:
        """The loss at every place, shape (k,)."""
        return self._losses[: self.count]

    @property
    def by_machine(self) -> np.ndarray:
        """Which places the machine went to, shape (k,)."""
        return self._by_machine[: self.count]
