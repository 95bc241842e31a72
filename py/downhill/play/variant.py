"""What follows from a lesson's choices alone, wherever its sliders stand: computed once, when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from downhill.lesson import Lesson, Rates
from downhill.maths import truths
from downhill.play.rates import Presets, presets
from downhill.text.format import fill

MOST_KNOWN = 12


class Variant:
    """A lesson with one option of every choice chosen. `lesson` has the sliders that fit it.

    `held` tells that it only passes by, under a hand that moves a point.
    """

    held = False

    def __init__(self, lesson: Lesson, choices: Mapping[str, str]) -> None:
        self.choices = dict(choices)
        self.lesson = lesson.variant(choices)

    def speak(self, lesson: Lesson) -> None:
        """The words of the lesson are other ones: what was made of them is made anew; numbers stay."""
        self.lesson = lesson.variant(self.choices)
        for made in ("notes", "columns"):
            self.__dict__.pop(made, None)

    @cached_property
    def rates(self) -> Rates:
        """The ends of the learning rate's slider, and a good rate between them."""
        return self.lesson.rates(**self.choices)

    @cached_property
    def presets(self) -> Presets:
        """The three rates to try: too small, good, too big."""
        return presets(self.lesson, self.choices)

    @cached_property
    def preset_keys(self) -> dict[str, str]:
        """The keys of their names: where no rate arrives, none is good, and some ground takes every rate."""
        keys = {name: f"preset.{name}" for name in Presets._fields}
        if self.rates.hopeless:
            keys["good"] = "preset.good.hopeless"
        if self.rates.bottomless:
            keys["big"] = "preset.big.bottomless"
        return keys

    @cached_property
    def notes(self) -> list[str]:
        """Sentences that hold wherever the sliders stand."""
        notes = self.lesson.notes(**self.choices) if self.lesson.notes else ()
        return [fill(self.lesson.words[key], numbers) for key, numbers in notes]

    @cached_property
    def columns(self) -> list[str]:
        """The titles of the table's columns."""
        words = self.lesson.words
        return [words[key] for key in sorted(words) if key.startswith("column.")]

    @cached_property
    def goal(self) -> float:
        """The loss at which the variant is solved."""
        return self.lesson.goal(**self.choices)

    @cached_property
    def mathml(self) -> dict[str, str]:
        """The reader's texts as formulas, where an entry can be shown as one."""
        shown = ((e.name, e.mathml) for e in self.lesson.entries)
        return {name: mathml(self.choices[name]) for name, mathml in shown if mathml is not None}

    @cached_property
    def spans(self) -> tuple[float, ...]:
        """The sliders' lengths, in the sliders' order."""
        return tuple(slider.span for slider in self.lesson.sliders)

    @cached_property
    def scale(self) -> float:
        """How much loss counts as large here: so much as the start lies above the goal."""
        start = self.lesson.measure_at(self.lesson.start_values(), self.choices)
        return max(abs(float(start.loss) - self.goal), truths.LEAST)


class HeldVariant(Variant):
    """A variant that passes by: its own choices, with the sliders, rates and scale of the one before."""

    held = True

    def __init__(self, before: Variant, choices: Mapping[str, str]) -> None:
        self.choices = dict(choices)
        self.lesson, self.rates, self.presets = before.lesson, before.rates, before.presets
        self.scale = before.scale


class Variants:
    """A lesson's variants. A few are kept as they were computed."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.known: dict[tuple[str, ...], Variant] = {}

    def speak(self) -> None:
        """The words of the lesson are other ones."""
        for variant in self.known.values():
            variant.speak(self.lesson)

    def of(self, choices: Mapping[str, str]) -> Variant:
        """The variant with these choices."""
        chosen = tuple(choices.values())
        variant = self.known.pop(chosen, None) or Variant(self.lesson, choices)
        self.known[chosen] = variant
        if len(self.known) > MOST_KNOWN:
            self.known.pop(next(iter(self.known)))
        return variant
