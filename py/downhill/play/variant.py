"""A lesson in one variant: whatever depends on its choices alone, computed once, when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from downhill.lesson import ChosenLesson, Lesson, Rates
from downhill.lesson.way import PLAIN
from downhill.maths import truths
from downhill.play.rates import Presets, presets, presets_for, rates_for
from downhill.play.rewritten import Functions, rewritten
from downhill.text.format import DASH, PAGE, fill

MOST_KNOWN = 12


class Ends(NamedTuple):
    """The range of a slider on the page."""

    low: float
    high: float
    step: float
    unit: str


class ActiveVariant:
    """A lesson with one option of every choice chosen, which is `lesson`, and what follows from it.

    `goal` is the loss at which it is solved, `rates` are its learning rates. `held` means that it only exists
    for a moment, while a hand moves a point.
    """

    held = False

    def __init__(self, lesson: ChosenLesson, choices: Mapping[str, str]) -> None:
        self.choices = dict(choices)
        self.lesson, self.goal, self.rates = lesson, lesson.goal, lesson.rates
        self._rates: dict[str, Rates] = {PLAIN: lesson.rates}
        self._preset_names: dict[str, dict[str, str]] = {}

    @cached_property
    def presets(self) -> Presets:
        """The three rates to try: too small, good, too big."""
        return presets(self.lesson)

    def rates_of(self, way: str) -> Rates:
        """Return the learning rates of a way downhill."""
        if way not in self._rates:
            self._rates[way] = rates_for(self.lesson, way)
        return self._rates[way]

    def presets_of(self, way: str) -> Presets:
        """Return the three rates to try of a way downhill."""
        return self.presets if way == PLAIN else presets_for(self.lesson, way)

    def preset_names(self, way: str) -> dict[str, str]:
        """Return what they are called: if no rate arrives, none is good; sometimes every rate works."""
        if way not in self._preset_names:
            names = {name: PAGE[f"preset.{name}"] for name in Presets._fields}
            if self.rates_of(way).hopeless:
                names["good"] = PAGE["preset.good.hopeless"]
            if self.rates.bottomless:
                names["big"] = PAGE["preset.big.bottomless"]
            self._preset_names[way] = names
        return self._preset_names[way]

    @cached_property
    def fixed(self) -> dict[str, Any]:
        """What the page shows of it wherever the sliders stand, by the fields of a view."""
        lesson, choices = self.lesson, self.choices
        return {
            "ends": {s.name: Ends(s.low, s.high, s.step, s.unit) for s in lesson.sliders},
            "columns": self.columns,
            "notes": self.notes,
            "choices": {c.name: choices[c.name] for c in lesson.choices},
            "entries": {e.name: choices[e.name] for e in lesson.entries},
            "causes": {e.name: e.spoken(choices[e.name]) or DASH for e in lesson.entries if e.only_shows},
            "mathml": self.mathml,
        }

    @cached_property
    def loss_name(self) -> str:
        """What the loss is called."""
        return self.lesson.word("loss", self.choices)

    @cached_property
    def loss_unit(self) -> str:
        """The unit of the loss; '' if it has none."""
        return self.lesson.word("loss.unit", self.choices)

    @cached_property
    def notes(self) -> list[str]:
        """Sentences that hold wherever the sliders stand."""
        return [fill(self.lesson.words[key], numbers) for key, numbers in self.lesson.notes]

    @cached_property
    def columns(self) -> list[str]:
        """The titles of the table's columns."""
        words = self.lesson.words
        return [words[key] for key in sorted(words) if key.startswith("column.")]

    @cached_property
    def mathml(self) -> dict[str, str]:
        """The reader's texts as formulas, for entries that can be shown as one."""
        shown = ((e.name, e.mathml) for e in self.lesson.entries)
        return {name: mathml(self.choices[name]) for name, mathml in shown if mathml is not None}

    @cached_property
    def spans(self) -> tuple[float, ...]:
        """The sliders' lengths, in the sliders' order."""
        return tuple(slider.span for slider in self.lesson.sliders)

    @cached_property
    def scale(self) -> float:
        """How much loss counts as large here: how far the start is above the goal."""
        start = self.lesson.measure_at(self.lesson.start_values())
        return max(abs(float(start.loss) - self.goal), truths.LEAST)


class HeldVariant(ActiveVariant):
    """A variant during a drag: its own choices, with the sliders, rates and scale of the one before."""

    held = True

    def __init__(self, lesson: ChosenLesson, choices: Mapping[str, str], before: ActiveVariant) -> None:
        super().__init__(lesson, choices)
        self.presets, self.scale = before.presets, before.scale


class Variants:
    """A lesson's variants, with a cache of a few."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.known: dict[tuple[str, ...], ActiveVariant] = {}
        self.written: dict[tuple[Any, ...], Functions] = {}

    def write(self, choices: Mapping[str, str], functions: Functions | None) -> None:
        """Replace the lesson's own functions with a reader's in all variants that share them with this."""
        own = self._own(choices)
        self.written.pop(own, None)
        if functions is not None:
            self.written[own] = functions
        self.known.clear()

    def written_for(self, choices: Mapping[str, str]) -> Functions | None:
        """Return the functions that a reader has written for the variant with these choices."""
        return self.written.get(self._own(choices))

    def _own(self, choices: Mapping[str, str]) -> tuple[Any, ...]:
        return tuple(self.lesson.functions_with(choices).values())

    def _lesson(self, choices: Mapping[str, str], held: ChosenLesson | None = None) -> ChosenLesson:
        written = self.written.get(self._own(choices))
        if written is None:
            return self.lesson.chosen(choices, held)
        return rewritten(self.lesson, choices, written, held)

    def held(self, choices: Mapping[str, str], before: ActiveVariant) -> HeldVariant:
        """Return the variant with these choices during a drag, with sliders and rates of the one before."""
        return HeldVariant(self._lesson(choices, before.lesson), choices, before)

    def of(self, choices: Mapping[str, str]) -> ActiveVariant:
        """Return the variant with these choices."""
        chosen = tuple(choices.values())
        variant = self.known.pop(chosen, None) or ActiveVariant(self._lesson(choices), choices)
        self.known[chosen] = variant
        if len(self.known) > MOST_KNOWN:
            self.known.pop(next(iter(self.known)))
        return variant
