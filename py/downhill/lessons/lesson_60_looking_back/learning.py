"""The training of the model that looks back: what is measured, what is kept of it, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from types import MappingProxyType

import numpy as np

from downhill.lesson import HAND, MACHINE
from downhill.lesson.looking_on import PLACE
from downhill.lesson.way import Memory
from downhill.lessons.lesson_60_looking_back.attention import Seen
from downhill.lessons.lesson_60_looking_back.standing import RIGHT, SHARP
from downhill.lessons.lesson_60_looking_back.texts import WINDOW as LEAST
from downhill.lessons.lesson_60_looking_back.training import (
    BATCH,
    FUNCTIONS,
    GIVEN,
    RESULT_SHAPES,
    Functions,
    LookingTraining,
    Measured,
    ThreeWords,
    kept_texts,
)
from downhill.lessons.lesson_60_looking_back.world import World, world_of
from downhill.training.landmarks import Landmark
from downhill.training.loss_history import LossHistory
from downhill.training.run_log import is_milestone
from downhill.training.trainer import Trainer

MOST = 24  # of them; 50 kB each, three times as much with what Adam remembers


class Kept:
    """Weights by the steps that had been taken, in order; of too many every other one is left out."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self._weights: list[tuple[np.ndarray, Memory | None]] = []

    def keep(self, steps: int, weights: np.ndarray, memory: Memory | None = None) -> None:
        """Keep a copy of weights, and what the way downhill remembers; there are none of later steps then."""
        self.cut(steps - 1)
        self.steps.append(steps)
        self._weights.append((weights.copy(), memory))
        if len(self.steps) > MOST:  # the first one stays, and so does the last
            left = [*range(0, len(self.steps) - 1, 2), len(self.steps) - 1]
            self.steps = [self.steps[i] for i in left]
            self._weights = [self._weights[i] for i in left]

    def cut(self, steps: int) -> None:
        """Forget what came after `steps` steps."""
        count = bisect_right(self.steps, steps)
        del self.steps[count:], self._weights[count:]

    def at(self, steps: int) -> tuple[int, np.ndarray, Memory | None]:
        """Return steps, weights, and memory last kept at or before `steps`; else the first ones."""
        place = max(bisect_right(self.steps, steps) - 1, 0)
        return self.steps[place], *self._weights[place]


EVERY = 25  # steps from one measurement to the next
AHEAD = 50  # steps that the network of three words takes before it is first asked
FALL, LEARNED = "fall", "learned"


class Learning(Trainer):
    """A training that can be wound back.

    All of it follows from `seed`, `many` (texts that a step reads), the reader's `own` words and `changes`.
    """

    SEEDS, functions = 20, FUNCTIONS
    given = GIVEN
    result_shapes = RESULT_SHAPES
    result_kinds = MappingProxyType({"forward": Seen})
    derived = (*Trainer.derived, "kept", "other")
    own, many = "", BATCH
    measured: Measured

    @property
    def world(self) -> World:
        """The world in the current language, with the reader's own words in it."""
        return world_of(self.lesson.words, self.own)

    @cached_property
    def training(self) -> LookingTraining:  # type: ignore[override]
        """The training, at its beginning when it is first asked for."""
        return LookingTraining(self.world, self.seed, self.own_functions or {}, self.many)

    @cached_property
    def course(self) -> LossHistory:
        """The losses so far, and the mean shares of the look on the right word."""
        return LossHistory(EVERY, 1)

    @cached_property
    def kept(self) -> Kept:
        """The weights at some of the steps."""
        return Kept()

    @cached_property
    def other(self) -> ThreeWords:
        """The network of three words, which learns beside it."""
        return ThreeWords(self.world, self.seed)

    @property
    def losses(self) -> tuple[float, float]:
        """The losses of now, on texts with pairs as in training and on texts with new ones."""
        if self._measured is None:
            self._cut()
            known = self.look_on(PLACE, lambda: self.training.measure(kept_texts(self.world, False)))
            new = self.training.measure(kept_texts(self.world, True))
            self._measured, self.measured = (known.loss, new.loss), new
            self.course.note(self.steps, known.loss, new.loss, new.looks)
            self.ground = min(self.ground, known.loss)
        return self._measured

    @property
    def mean_look(self) -> float:
        """The mean share of the look on the right word, in texts with new pairs, as it was measured last."""
        self.latest_losses()
        return float(self.course.points[self._row, 3])

    @property
    def _row(self) -> int:
        """The row of the course where the model stands, or stood a moment ago."""
        steps = self.course.seen[:, 0]
        return max(int(np.searchsorted(steps, self.steps, side="right")) - 1, 0)

    def latest_losses(self) -> tuple[float, float]:
        """The losses of now; while the machine is at work those that were noted last, a moment ago."""
        if self.is_training and self.course.count:
            _, loss, held, _ = self.course.seen[self._row].tolist()
            return loss, held
        return self.losses

    def step(self) -> bool:
        """One step of descent; False if the training has stopped, and `stopped` says why."""
        if not self.steps:
            self.kept.keep(0, self.training.weights, self.training.memory)
        self._cut()
        return super().step()

    def _note(self, steps: int) -> None:
        """Keep what it says at milestones, and weights; the network of three words learns as much."""
        if is_milestone(steps):
            self.note_page()
        if self.course.is_due(steps):
            self.kept.keep(steps, self.training.weights, self.training.memory)
        self.other.train(steps, self.lesson.rates.good, EVERY)

    def look_for_landmarks(self) -> None:
        """Note where it gets better than three words can tell, and where it looks right; each once."""
        if not self.course.is_due(self.steps):
            return
        known, (_, held) = {landmark.name for landmark in self.landmarks}, self.losses
        found = (
            (FALL, held < LEAST),
            (LEARNED, self.measured.looks > SHARP and self.measured.right > RIGHT),
        )
        for name, is_there in found:
            if is_there and name not in known:
                self.landmarks += (Landmark(name, self.steps, self.steps, held),)

    @property
    def places(self) -> list[int]:
        """The steps that it can be wound to, in order; where it stands beyond them, that is the last one."""
        steps = self.kept.steps or [0]
        return steps if self.steps <= steps[-1] else [*steps, self.steps]

    @property
    def place(self) -> int:
        """Where it stands among `places`: at one of them, or on the way from there to the next."""
        return bisect_right(self.places, self.steps) - 1

    def rewind(self, place: int) -> None:
        """Go back or forth to a place of `places`, counted from 0, with everything as it was there.

        Steps that a link tells of and that aren't taken yet are the reader's own choice from then on.
        """
        if not self.kept.steps:
            return
        wanted = self.places[min(max(place, 0), len(self.places) - 1)]
        self.losses  # noqa: B018  measured and noted, so that there is a way back
        if self.steps > self.kept.steps[-1]:
            self.kept.keep(self.steps, self.training.weights, self.training.memory)
        self.target, self.ahead = 0, []
        steps, weights, memory = self.kept.at(wanted)
        self.training.back(steps, weights, memory)
        row = self.course.seen[self._row]
        self._measured = float(row[1]), float(row[2])
        self.measured = self.training.measure(kept_texts(self.world, True))
        self.stopped, self.mover, self.holding = "", MACHINE if steps else HAND, False
        self.set_as_after(steps)

    def _cut(self) -> None:
        """Another way is taken from here: what came later on the way before is gone."""
        if self.course.count and self.course.seen[-1, 0] > self.steps:
            steps = self.steps
            self.course.cut(steps)
            self.kept.cut(steps)
            self.landmarks = tuple(each for each in self.landmarks if each.steps <= steps)
            self.pages[:] = [page for page in self.pages if page.steps <= steps]
            self.changes[:] = [change for change in self.changes if change.steps <= steps]

    def rehearse(self) -> None:
        """Let the page's own functions work once on the texts that come next; the model stays as it is."""
        copy = self._copy(FUNCTIONS)
        copy.loss()
        copy.step(0.0)
        self.rehearse_step(copy.slopes)

    def _copy(self, functions: Functions) -> LookingTraining:
        """A training that stands where this one does, with these functions."""
        copy = LookingTraining(self.world, self.seed, functions, self.many)
        copy.back(self.steps, self.training.weights)
        return copy
