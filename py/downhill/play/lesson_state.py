"""The state of a lesson with sliders: what the hand moves, chooses, and writes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from downhill.lesson import HAND, ChosenLesson, Kept, Lesson, Scene
from downhill.lesson.looking_on import LookOn, unseen
from downhill.play.advancing import step_of
from downhill.play.filmed import GLIDE
from downhill.play.kept_runs import KeptRuns
from downhill.play.rewritten import Functions
from downhill.play.stepping import Stepping
from downhill.play.variant import Variants
from downhill.play.view_axes import first_aims
from downhill.play.ways import Ways


class LessonState(Stepping):
    """The state of one lesson with sliders. Mutable; the session owns it."""

    def __init__(self, lesson: Lesson, look_on: LookOn = unseen) -> None:
        self.plain, self.look_on = lesson, look_on  # as it opens, not in any particular variant
        self.variants = Variants(lesson)
        self.lesson: ChosenLesson  # in the current variant
        self.log = self.covers = False  # a logarithmic trace; the next step hidden from the reader
        self.aims = first_aims(lesson)
        self.shelf, self.ways = KeptRuns(), Ways()
        self._choose(lesson.first_choices())
        self.restart()

    def set_language(self) -> None:
        """Update everything after the words of the lesson have changed."""
        written, self.variants = self.variants.written, Variants(self.plain)
        self.variants.written = written
        if not self.variant.held:
            self._choose(self.choices, self.rate)

    def restart(self) -> None:
        """Go back to the start values; choices and learning rate stay."""
        self.values = self.lesson.start_values()
        self.holding = False
        self.rebase(HAND)

    def choose(self, name: str, option: str) -> None:
        """Switch a choice; the learning rate becomes the variant's good one.

        Raises `KeyError` for a choice or an option that the lesson doesn't have.
        """
        choice = next((c for c in self.plain.choices if c.name == name), None)
        if choice is None or option not in choice.options:
            raise KeyError(f"lesson {self.plain.id} has no choice {name}={option}")
        self._set({name: option}, choice.fresh)

    def enter(self, name: str, text: str) -> None:
        """Take a text that the reader wrote; the learning rate becomes the variant's good one.

        Raises `KeyError` for an entry that the lesson doesn't have, `Mistake` for a text that it can't use;
        then nothing changes.
        """
        entry = next((e for e in self.plain.entries if e.name == name), None)
        if entry is None:
            raise KeyError(f"lesson {self.plain.id} has no entry {name}")
        entry.check(text)
        self._set({name: text}, entry.fresh)

    def edit(self, changes: Mapping[str, str], held: bool = False) -> None:
        """Change several choices and texts at once and leave the sliders alone, as when a hand moves a point.

        While it is `held`, the sliders' ends and the rates stay. The last edit of a drag isn't held.
        """
        choices, plot, before = self.choices | dict(changes), self.plain.plot, self.variant
        variant = self.variants.held(choices, before) if held else self.variants.of(choices)
        if plot and plot.translate:
            data = before.lesson.data, variant.lesson.data
            self.values = tuple(float(v) for v in plot.translate(self.values, *data))
        if held:
            self.variant, self.lesson, self.choices = variant, variant.lesson, variant.choices
            self.shelf.clear()
            self.rebase()
        else:
            self._set(changes, fresh=False)

    def put_functions(self, functions: Functions | None, look_on: LookOn = unseen) -> None:
        """Replace the lesson's own functions with a reader's in this variant; None brings the lesson's back.

        `look_on` watches from now on. The sliders stay where they are, and counting starts over. If the
        functions raise an exception, it propagates and nothing changes.
        """
        before = self.variants.written_for(self.choices)
        self.variants.write(self.choices, functions)
        try:
            self._choose(self.choices)
        except Exception:
            self.variants.write(self.choices, before)
            raise
        self.look_on = look_on
        self.shelf.clear()
        self.rebase()

    @property
    def page_functions(self) -> Functions:
        """The lesson's own functions in this variant, then the step of the chosen way."""
        return {**self.plain.functions_with(self.choices), **step_of(self.ways.name)}

    @property
    def count(self) -> int:
        """How many sliders there are."""
        return len(self.values)

    @property
    def own_functions(self) -> Functions | None:
        """The reader's functions that run in this variant, None if the lesson's own do."""
        return self.variants.written_for(self.choices)

    def try_functions(self) -> None:
        """Run all functions of the lesson on its current state."""
        self._measure()

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
        """Switch to another variant, with that learning rate or the good one of the chosen way."""
        variant = self.variants.of(choices)
        self.variant, self.lesson, self.choices = variant, variant.lesson, variant.choices
        if rate is None:
            self.ways.rates.clear()
        self.rate = self.rates.good if rate is None else rate

    def move(self, name: str, value: float) -> None:
        """Move a slider as the hand does: clamped, snapped. Raises `KeyError` for an unknown slider."""
        index = self.lesson.sliders.index(self.lesson.slider(name))
        if not math.isfinite(value):
            return
        values = list(self.values)
        values[index] = self.lesson.sliders[index].snap(value)
        self._put_by_hand(values)

    def point(self, values: Mapping[str, float]) -> None:
        """Move several sliders at once as the hand does, which is one move: clamped, snapped.

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

    def changes(self, button: str) -> Mapping[str, str]:
        """Return which choices a press of one of the lesson's own buttons would change.

        Raises `KeyError` if the lesson doesn't have that button.
        """
        actions = self.lesson.actions
        if button not in actions:
            raise KeyError(f"lesson {self.lesson.id} has no action {button!r}, only {list(actions)}")
        return actions[button](**dict(zip(self.lesson.names, self.values, strict=True)))

    def press(self, button: str) -> None:
        """Press that button. The result is checked like a reader's own choices and texts."""
        entries = {entry.name for entry in self.lesson.entries}
        for what, option in self.changes(button).items():
            (self.enter if what in entries else self.choose)(what, option)

    def present_run(self, number: int) -> Kept:
        """Return the machine's steps since the hand last moved, as a run to keep."""
        trail = self.trail
        start = trail.run_start(trail.count)
        steps = self.machine_steps - trail.place(start).standing.machine_steps
        places = slice(max(start, 0), trail.count)
        values, losses = trail.values[places].copy(), trail.losses[places].copy()
        return Kept(number, steps + 1 - len(losses), values, losses, steps, trail.legs(start), self.verdict())

    def keep(self) -> None:
        """Keep the current run under the lowest free number, if there is one."""
        number = self.shelf.free
        if self.trail.has_run and number is not None:
            self.shelf.keep(self.present_run(number))
        else:
            self.shelf.refuse(self.trail.has_run)

    def scene(self) -> Scene:
        """Return everything that the pictures of this lesson can show."""
        ahead = None if self.covers else self.ahead
        glides = self.reel == GLIDE and self.share < 1 and self.trail.count > 1
        now, values = self._glided() if glides else (self.now, self.values)
        return Scene(
            lesson=self.lesson,
            now=now,
            ahead=ahead.measured if ahead else None,
            mover=self.trail.mover,
            values=values,
            next_values=ahead.values if ahead else None,
            trail=self.trail,
            choices=self.choices,
            log=self.log,
            held=self.variant.held,
            aims=self.aims,
            kept=self.shelf.runs,
            reel=self.reel,
            share=self.share,
            noted=self.noted,
            parts=self.parts,
        )

    def _glided(self) -> tuple[Any, tuple[float, ...]]:
        """Return what is measured on the way of the last step, and the sliders' values there."""
        before, after = self.trail.values[-2:]
        values = tuple((before + self.share * (after - before)).tolist())
        return self.lesson.measure_at(values), values
