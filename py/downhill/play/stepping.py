"""The way of a lesson's sliders: steps of gradient descent, their trail, and the way back over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, ChosenLesson, Rates
from downhill.lesson.looking_on import PLACE, LookOn, unseen
from downhill.lesson.trail import Standing, Trail
from downhill.lesson.way import BETAS, Memory, Way
from downhill.maths.descent import Stage
from downhill.play.filmed import Filmed
from downhill.play.next_step import Before, NextStep, next_step
from downhill.play.rates import Presets, slope
from downhill.play.variant import ActiveVariant
from downhill.play.verdicts import Run, is_finished
from downhill.play.ways import Ways


class Stepping(Filmed):
    """Where the sliders stand in a variant of the lesson, how they came there, and where a step would lead.

    `now` is what the lesson measures there, `ahead` the next step, None where none can be taken; `trail` has
    all places, `run` the machine's present steps, `ways` the ways downhill. `pressing` tells that runs go on
    while they diverge. `look_on` looks on while the lesson's functions work where the sliders stand.
    """

    lesson: ChosenLesson
    variant: ActiveVariant
    choices: dict[str, str]
    values: tuple[float, ...]
    rate: float
    now: Any
    ahead: NextStep | None
    trail: Trail
    run: Run
    ways: Ways
    hand_moves: int
    machine_steps: int
    holding = pressing = False
    is_training = False
    look_on: LookOn = staticmethod(unseen)

    @property
    def presets(self) -> Presets:
        """The three learning rates to try in this variant, in the way downhill that is chosen."""
        return self.variant.presets_of(self.ways.name)

    @property
    def rates(self) -> Rates:
        """The learning rates of that way in this variant."""
        return self.variant.rates_of(self.ways.name)

    @property
    def way(self) -> Way:
        """That way, with what it remembers of this run."""
        return self.ways.way(self.run.memory)

    @property
    def solved(self) -> bool:
        """Whether the loss is at the goal or below it."""
        return bool(self.now.loss <= self.variant.goal)

    @property
    def latest_loss(self) -> float:
        """The loss where the sliders stand, NaN where a reader's function gives none."""
        return float(self.now.loss)

    def rebase(self, mover: str = "") -> None:
        """Begin counting anew from where the sliders stand: after a switch, old losses mean nothing."""
        self.hand_moves = self.machine_steps = 0
        self.run = Run()
        self._measure()
        self.trail = Trail(self.values, self.now.loss, mover or self.trail.mover)

    def set_rate(self, rate: float) -> None:
        """Another learning rate, clamped to the variant's range; a run goes on with it, and its memory."""
        # In this order what is no number becomes the lowest.
        self.rate = min(max(self.rates.low, rate), self.rates.high)
        self._go_on_with(self.run.memory)

    def set_way(self, name: str) -> None:
        """Another way downhill, with the learning rate that it was left with, else its good one.

        A run goes on with it, with an empty memory. Raises `KeyError` for a way that there is not.
        """
        if name != self.ways.name:
            self.rate = self.ways.choose(name, self.rate, lambda: self.variant.rates_of(name).good)
            self._go_on_with(None)

    def set_beta(self, name: str, beta: float) -> None:
        """Another share that the chosen way keeps of its memory, clamped; a run goes on with both.

        Raises `KeyError` for a name that the way has not.
        """
        self.ways.set_beta(name, beta)
        self._go_on_with(self.run.memory)

    def take_way(self, way: Way) -> None:
        """The way of that name with the shares that it keeps, as a link tells them."""
        self.set_way(way.name)
        for name, beta in zip(BETAS[way.name], way.betas, strict=True):
            self.set_beta(name, beta)

    def _go_on_with(self, memory: Memory | None) -> None:
        """A run goes on with other settings, and is judged anew from here."""
        self.run.begin(self.run.stages[-1:], memory)
        self.trail.standing = self.trail.standing._replace(stages=len(self.run))
        self.run.refused = ""
        self._look_ahead()

    def place(self, values: Sequence[float]) -> None:
        """Put all sliders somewhere, clamped but not snapped, and begin a new trail: what a link does."""
        self.values = self.lesson.clamp(values)
        self.rebase(HAND)

    def return_to(self, values: Sequence[float]) -> None:
        """Put all sliders back to values that they had, as one more place of the trail; nobody moves them."""
        self.holding = False
        self.run.begin()
        self._go(values, HAND)
        self.trail.standing = self._standing()._replace(is_return=True)

    def rewind(self, place: int) -> None:
        """Back or forth to a place of the trail, counted from 0: everything is as it was there, bit by bit.

        The learning rate stays: the way on from there may be walked with another one. So does the way
        downhill; where another one led there, its memory is empty.
        """
        self.trail.go(place)
        self.values = tuple(self.trail.values[-1].tolist())
        self.hand_moves, self.machine_steps, stages, *_ = self.trail.standing
        self.holding = False
        way = self.trail.standing.way
        places = range(max(0, len(self.trail) - stages), len(self.trail))
        self.run.begin(map(self._stage, places), way.memory if way.name == self.ways.name else None)
        self._measure()

    def settle(self) -> None:
        """The hand lets go: the next move counts as another one."""
        self.holding = False

    def pause(self) -> None:
        """Nothing trains here between two requests."""

    def step(self) -> bool:
        """One step of gradient descent from where the sliders stand. False where none can be taken."""
        self.holding = False
        ahead = self.ahead
        if ahead is None or not self.lesson.is_defined(ahead.measured):
            self.run.refused = "undefined" if ahead else "overflow"
            return False
        if ahead.values == self.values:
            return False
        if not self.run:
            self.run.begin([Stage(np.array(self.values), self.now.loss, ahead.gradient)])
        self.machine_steps += 1
        clipped = bool((ahead.raw != ahead.values).any())
        self.run.memory = ahead.memory
        self._go(ahead.values, MACHINE)
        gradient = self.ahead.gradient if self.ahead else np.zeros(len(self.values))
        self.run.go_on(Stage(np.array(self.values), self.now.loss, gradient, clipped))
        landing = tuple(float(value) for value in ahead.raw) if clipped else ()
        self.trail.standing = self._standing()._replace(
            clipped=clipped, rate=self.rate, landing=landing, way=self.way
        )
        return True

    def verdict(self) -> str:
        """What the run amounts to: a key of `verdict.…`, or '' where the machine is not at work."""
        ahead = self.ahead.values if self.ahead else None
        return self.run.verdict(self.variant, self.solved, ahead, self.way)

    @property
    def finished(self) -> bool:
        """Whether more steps of this run lead nowhere."""
        return is_finished(self.verdict(), self.pressing)

    def _go(self, values: Sequence[float], mover: str) -> None:
        self.values = tuple(float(v) for v in values)
        self._measure()
        self.trail.append(self.values, self.now.loss, mover, self._standing())

    def _standing(self) -> Standing:
        return Standing(self.hand_moves, self.machine_steps, len(self.run))

    def _stage(self, place: int) -> Stage:
        """A stage of a run, as it was at that place of the trail."""
        values, loss = self.trail.values[place].copy(), float(self.trail.losses[place])
        clipped = self.trail.standings[place].clipped
        return Stage(values, loss, slope(self.lesson, values.tolist()), clipped)

    def _measure(self) -> None:
        """Measure where the sliders stand, and what lies one step ahead."""
        self.run.refused = ""
        self.end_reel()
        self.now = self.look_on(PLACE, lambda: self.lesson.measure_at(self.values))
        self._look_ahead()

    def gradient(self) -> np.ndarray:
        """The loss's slope for every slider where they stand, shape (n,)."""
        return slope(self.lesson, self.values)

    def _look_ahead(self) -> None:
        before = Before(self._last_step(), max(len(self.run) - 1, 0)) if self.lesson.step else None
        self.ahead = next_step(self.lesson, self.values, self.rate, before, self.way, self.look_on)

    def _last_step(self) -> np.ndarray:
        """How far the machine's last step of this run has led, shape (n,); nowhere before the first one."""
        here = np.array(self.values)
        return here - self.run.stages[-1].values if self.run else np.zeros(len(here))
