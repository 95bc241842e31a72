"""Where one lesson stands: its values, who moved them, and what gradient descent would do next."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Lesson, Scene
from downhill.lesson.trail import Standing, Trail
from downhill.maths.descent import Stage
from downhill.play.kept_runs import KeptRuns
from downhill.play.next_step import NextStep, next_step
from downhill.play.rates import Presets, slope
from downhill.play.variant import HeldVariant, Variant, Variants
from downhill.play.verdicts import Run, is_finished
from downhill.play.view_axes import first_aims


class LessonState:
    """One lesson with sliders at work. Mutable; the session owns it."""

    is_training = False

    def __init__(self, lesson: Lesson) -> None:
        self.plain = lesson  # as it opens, in no particular variant
        self.variants = Variants(lesson)
        self.variant: Variant
        self.choices: dict[str, str]
        self.trail: Trail
        self.log = self.next_step_hidden = False  # a logarithmic trace; the next step kept from the reader
        self.pressing = False  # on with runs that diverge, for a challenge's sake
        self.aims = first_aims(lesson)
        self.shelf = KeptRuns()
        self._choose(lesson.first_choices())
        self.restart()

    def set_language(self) -> None:
        """Follow the words of the lesson, which have changed."""
        self.variants.speak()
        self.lesson = self.variant.lesson

    def restart(self) -> None:
        """Back to the start values; choices and learning rate stay."""
        self.values = self.lesson.start_values()
        self.holding = False
        self.rebase(HAND)

    @property
    def presets(self) -> Presets:
        """The three learning rates to try in this variant."""
        return self.variant.presets

    @property
    def solved(self) -> bool:
        """Whether the loss is at the goal or below it."""
        return bool(self.now.loss <= self.variant.goal)

    def choose(self, name: str, option: str) -> None:
        """Switch a choice; the learning rate becomes the variant's good one.

        Raises `KeyError` for a choice or an option that the lesson does not have.
        """
        choice = next((c for c in self.plain.choices if c.name == name), None)
        if choice is None or option not in choice.options:
            raise KeyError(f"lesson {self.plain.id} has no choice {name}={option}")
        self._set({name: option}, choice.fresh)

    def enter(self, name: str, text: str) -> None:
        """Take a text that the reader wrote; the learning rate becomes the variant's good one.

        Raises `KeyError` for an entry that the lesson does not have, `Mistake` for a text that makes no sense
        to it; then nothing has changed.
        """
        entry = next((e for e in self.plain.entries if e.name == name), None)
        if entry is None:
            raise KeyError(f"lesson {self.plain.id} has no entry {name}")
        entry.check(text)
        self._set({name: text}, entry.fresh)

    def edit(self, changes: Mapping[str, str], held: bool = False) -> None:
        """Several choices and texts at once, the sliders left alone: what a hand does that moves a point.

        While it is `held`, ends of sliders and rates stay as they are. The last edit is one that is not.
        """
        choices, plot = self.choices | dict(changes), self.plain.plot
        if plot and plot.translate:
            self.values = tuple(float(v) for v in plot.translate(self.values, self.choices, choices))
        if held:
            self.variant = HeldVariant(self.variant, choices)
            self.choices = self.variant.choices
            self.shelf.clear()
            self.rebase()
        else:
            self._set(changes, fresh=False)

    def _set(self, changes: Mapping[str, str], fresh: bool) -> None:
        choices = self.choices | dict(changes)
        if choices == self.choices and not self.variant.held:
            return
        if self.plain.only_shows(changes):
            self._choose(choices, self.rate)
            self._measure()
            return
        sliders = self.lesson.sliders
        self._choose(choices)
        self.shelf.clear()
        if fresh:
            self.restart()
        else:
            if self.lesson.sliders != sliders:
                self.values = self.lesson.clamp(self.values)
            self.rebase()

    def _choose(self, choices: Mapping[str, str], rate: float | None = None) -> None:
        """Another variant, with that learning rate or its good one."""
        variant = self.variants.of(choices)
        self.variant, self.lesson, self.choices = variant, variant.lesson, variant.choices
        self.rate = variant.rates.good if rate is None else rate

    def rebase(self, mover: str = "") -> None:
        """Begin counting anew from where the sliders stand: after a switch, old losses mean nothing."""
        self.hand_moves = self.machine_steps = 0
        self.run = Run()
        self._measure()
        self.trail = Trail(self.values, self.now.loss, mover or self.trail.mover)

    def set_rate(self, rate: float) -> None:
        """Another learning rate, clamped to the variant's range; a run goes on with it."""
        # In this order what is no number becomes the lowest.
        self.rate = min(max(self.variant.rates.low, rate), self.variant.rates.high)
        self.run.begin(self.run.stages[-1:])
        self.trail.standing = self.trail.standing._replace(stages=len(self.run))
        self.run.refused = ""
        self._look_ahead()

    def move(self, name: str, value: float) -> None:
        """A hand puts a slider somewhere: clamped, snapped. Raises `KeyError` for an unknown slider."""
        index = self.lesson.sliders.index(self.lesson.slider(name))
        if not math.isfinite(value):
            return
        values = list(self.values)
        values[index] = self.lesson.sliders[index].snap(value)
        self._put_by_hand(values)

    def point(self, values: Mapping[str, float]) -> None:
        """A hand puts several sliders somewhere at once, which is one move: clamped, snapped.

        Raises `KeyError` for an unknown slider.
        """
        self.settle()
        places = {self.lesson.slider(name): value for name, value in values.items() if math.isfinite(value)}
        pairs = zip(self.lesson.sliders, self.values, strict=True)
        self._put_by_hand([s.snap(places[s]) if s in places else value for s, value in pairs])

    def _put_by_hand(self, values: Sequence[float]) -> None:
        if tuple(values) == self.values:
            return
        if not self.holding:
            self.holding = True
            self.hand_moves += 1
        self.run.begin()
        self._go(values, HAND)

    def place(self, values: Sequence[float]) -> None:
        """Put all sliders somewhere, clamped but not snapped, and begin a new trail: what a link does."""
        self.values = self.lesson.clamp(values)
        self.rebase(HAND)

    def rewind(self, place: int) -> None:
        """Back or forth to a place of the trail, counted from 0: everything is as it was there, bit by bit.

        The learning rate stays: the way on from there may be walked with another one.
        """
        self.trail.go(place)
        self.values = tuple(self.trail.values[-1].tolist())
        self.hand_moves, self.machine_steps, stages, *_ = self.trail.standing
        self.holding = False
        self.run.begin(self._stage(i) for i in range(max(0, len(self.trail) - stages), len(self.trail)))
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
        self._go(ahead.values, MACHINE)
        gradient = self.ahead.gradient if self.ahead else np.zeros(len(self.values))
        self.run.go_on(Stage(np.array(self.values), self.now.loss, gradient, clipped))
        self.trail.standing = self._standing()._replace(clipped=clipped, rate=self.rate)
        return True

    def verdict(self) -> str:
        """What the run amounts to: a key of `verdict.…`, or '' where the machine is not at work."""
        return self.run.verdict(self.variant, self.solved, self.ahead.values if self.ahead else None)

    @property
    def finished(self) -> bool:
        """Whether more steps of this run lead nowhere."""
        return is_finished(self.verdict(), self.pressing)

    def scene(self) -> Scene:
        """All that the pictures of this lesson may show."""
        ahead = None if self.next_step_hidden else self.ahead
        return Scene(
            lesson=self.lesson,
            now=self.now,
            ahead=ahead.measured if ahead else None,
            mover=self.trail.mover,
            values=self.values,
            next_values=ahead.values if ahead else None,
            trail=self.trail,
            choices=self.choices,
            log=self.log,
            held=self.variant.held,
            aims=self.aims,
            kept=self.shelf.runs,
        )

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
        return Stage(values, loss, slope(self.lesson, values.tolist(), self.choices), clipped)

    def _measure(self) -> None:
        """Measure where the sliders stand, and what lies one step ahead."""
        self.run.refused = ""
        self.now: Any = self.lesson.measure_at(self.values, self.choices)
        self._look_ahead()

    def gradient(self) -> np.ndarray:
        """The loss's slope for every slider where they stand, shape (n,)."""
        return slope(self.lesson, self.values, self.choices)

    def _look_ahead(self) -> None:
        self.ahead: NextStep | None = next_step(self.lesson, self.values, self.choices, self.rate)
