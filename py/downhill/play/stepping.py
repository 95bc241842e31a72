"""Takes steps of gradient descent in a lesson, keeps their trail, and goes back over it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
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

    `now` is what the lesson measures there, `ahead` the next step, None if none can be taken; `trail` has all
    places, `run` the machine's latest steps, `ways` the ways downhill. `pressing` means that runs go on while
    they diverge; sliders never have to catch up (`behind`). `look_on` watches while the lesson's functions
    run on these values.
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
    is_training = behind = False
    look_on: LookOn = staticmethod(unseen)

    @property
    def presets(self) -> Presets:
        """The three learning rates to try in this variant, with the chosen way downhill."""
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
        """The current loss, NaN if a reader's function returns none."""
        return float(self.now.loss)

    def rebase(self, mover: str = "") -> None:
        """Start a new trail from where the sliders are: after a switch, old losses mean nothing."""
        self.hand_moves = self.machine_steps = 0
        self.run = Run()
        self._measure()
        self.trail = Trail(self.values, self.now.loss, mover or self.trail.mover)

    def set_rate(self, rate: float) -> None:
        """Set the learning rate, clamped to the variant's range; a run continues with it, and its memory."""
        # In this order, NaN becomes the lowest rate.
        self.rate = min(max(self.rates.low, rate), self.rates.high)
        self._go_on_with(self.run.memory)

    def set_way(self, name: str) -> None:
        """Choose a way downhill, with the learning rate that it last had, else its good one.

        A run continues with it, with an empty memory. Raises `KeyError` for an unknown way.
        """
        if name != self.ways.name:
            self.rate = self.ways.choose(name, self.rate, lambda: self.variant.rates_of(name).good)
            self._go_on_with(None)

    def set_beta(self, name: str, beta: float) -> None:
        """Set how much of its memory the chosen way keeps, clamped; a run continues with its memory.

        Raises `KeyError` for a name that the way doesn't have.
        """
        self.ways.set_beta(name, beta)
        self._go_on_with(self.run.memory)

    def take_way(self, way: Way) -> None:
        """Take a way downhill with its settings from a link."""
        self.set_way(way.name)
        for name, beta in zip(BETAS[way.name], way.betas, strict=True):
            self.set_beta(name, beta)

    def _go_on_with(self, memory: Memory | None) -> None:
        """Continue a run with other settings; it is judged from here on."""
        self.run.begin(self.run.stages[-1:], memory)
        self.trail.standing = self.trail.standing._replace(stages=len(self.run))
        self.run.refused = ""
        self._look_ahead()

    def place(self, values: Sequence[float]) -> None:
        """Put all sliders somewhere, clamped but not snapped, and start a new trail, as a link does."""
        self.values = self.lesson.clamp(values)
        self.rebase(HAND)

    def return_to(self, values: Sequence[float]) -> None:
        """Put all sliders back to earlier values, as one more place on the trail; this isn't a move."""
        self.holding = False
        self.run.begin()
        self._go(values, HAND)
        self.trail.standing = self._standing()._replace(is_return=True)

    def rewind(self, place: int) -> None:
        """Go to a place on the trail, counted from 0: everything is as it was there, bit for bit.

        The learning rate stays, so that the next steps can use another one than before. So does the way
        downhill; if another one led there, its memory is empty.
        """
        self.trail.go(place)
        self.values = tuple(self.trail.values[-1].tolist())
        self.hand_moves, self.machine_steps, stages, *_ = self.trail.standing
        self.holding = False
        way = self.trail.standing.way
        places = range(max(0, len(self.trail) - stages), len(self.trail))
        self.run.begin(map(self._stage, places), way.memory if way.name == self.ways.name else None)
        self._measure()

    def again(self) -> None:
        """Go back to exactly where the current run began, if there is one; moves before it stay."""
        if not self.trail.has_run:
            return
        start = self.trail.run_start(self.trail.count)
        if start < 0:  # the trail no longer has it
            (values, loss, standing), began = self.trail.place(start), self.trail.hand_start()
            self.trail = Trail(values, loss, HAND)
            self.trail.began = began
            self.trail.standing = standing
        self.rewind(max(start, 0))

    def from_start(self) -> None:
        """Put the sliders where the hand's first move began; the trail keeps its places and goes on there.

        This doesn't count as a move. Nothing happens if no hand has moved, or if they are there already.
        """
        start = self.trail.hand_start()
        if start is not None and self.trail.can_return:
            self.return_to(start.values)

    def settle(self) -> None:
        """Let go of the slider: the next move counts as a new one."""
        self.holding = False

    def pause(self) -> None:
        """Do nothing: sliders don't train between two requests."""

    def step(self) -> bool:
        """Take one step of gradient descent from where the sliders are. Return False if none can be taken."""
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
        """Return the verdict on the run: a key of `verdict.…`, or '' where the machine isn't at work."""
        if self.run.refused or not self.run.stages:
            return self.run.refused
        ahead = self.ahead.values if self.ahead else None
        return self.run.verdict(self.variant, self.solved, ahead, self.way)

    @property
    def finished(self) -> bool:
        """Whether more steps of this run lead nowhere."""
        return is_finished(self.verdict(), self.pressing)

    def _go(self, values: Sequence[float], mover: str) -> None:
        self.values = tuple(map(float, values))
        self._measure()
        self.trail.append(self.values, self.now.loss, mover, self._standing())

    def _standing(self) -> Standing:
        return Standing(self.hand_moves, self.machine_steps, len(self.run.stages))

    def _stage(self, place: int) -> Stage:
        """Return a stage of a run, as it was at that place on the trail."""
        values, loss = self.trail.values[place].copy(), float(self.trail.losses[place])
        clipped = self.trail.standings[place].clipped
        return Stage(values, loss, slope(self.lesson, values.tolist()), clipped)

    def _measure(self) -> None:
        """Measure where the sliders are, and one step ahead."""
        self.run.refused = ""
        if self.reel:
            self.end_reel()
        self.now = self.look_on(PLACE, partial(self.lesson.measure_at, self.values))
        self._look_ahead()

    def gradient(self) -> np.ndarray:
        """The loss's slope for every slider at the current values, shape (n,)."""
        return slope(self.lesson, self.values)

    def _look_ahead(self) -> None:
        before = Before(self._last_step(), max(len(self.run) - 1, 0)) if self.lesson.step else None
        self.ahead = next_step(self.lesson, self.values, self.rate, before, self.way, self.look_on)

    def _last_step(self) -> np.ndarray:
        """Return how far the machine's last step of this run moved, shape (n,); zeros before the first."""
        here = np.array(self.values)
        return here - self.run.stages[-1].values if self.run else np.zeros(len(here))
