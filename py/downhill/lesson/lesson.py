"""A lesson as an author writes it: checked when it is made, and fitted to what a reader chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from downhill.lesson import checks
from downhill.lesson.chosen_lesson import ChosenLesson
from downhill.lesson.controls import labels
from downhill.lesson.fields import LessonFields
from downhill.lesson.parameters import MEASURED, OF_SLIDERS, call
from downhill.lesson.variant import Variant


@dataclass(frozen=True, eq=False, kw_only=True)
class Lesson(LessonFields):
    """A lesson, whole, in all its variants.

    Raises `ValueError` for a missing word, a function with a parameter of another name, a `measure` that
    leaves a slider out, and a sentence or column without words; `KeyError` for an axis that is no slider, and
    for a challenge of other switches or sliders.
    """

    def __post_init__(self) -> None:
        """Take from the variant that it opens with what it leaves out, inspect its functions, check it."""
        first = self.first_choices()
        calls = {"functions": call(self.id, "functions", self.functions, first)} if self.functions else {}
        object.__setattr__(self, "calls", calls)
        functions = self.functions_with(first)
        if self.variant:
            calls["variant"] = call(self.id, "variant", self.variant, [*first, *functions])
        made = self.made(first, functions)
        object.__setattr__(self, "data_names", tuple(made.data))
        if not self.sliders and made.sliders:
            object.__setattr__(self, "sliders", made.sliders() if callable(made.sliders) else made.sliders)
        names, given = [slider.name for slider in self.sliders], [*first, *functions, *made.data]
        checks.check_names(self.id, [*names, *given])
        for name in (*OF_SLIDERS, *MEASURED):
            if function := getattr(self, name):
                calls[name] = call(self.id, name, function, given, names if name in OF_SLIDERS else ())
        for name, function in self.actions.items():
            calls[f"action.{name}"] = call(self.id, f"action {name}", function, given, names)
        self.words.update(
            {key: text for key, text in labels(self.sliders, self.choices).items() if key not in self.words}
        )
        checks.check(self)
        checks.check_sentences(ChosenLesson(self, first, functions, made))

    def functions_with(self, choices: Mapping[str, str]) -> Mapping[str, Callable[..., Any]]:
        """The functions that run with these choices, by name, in the order in which they are shown."""
        return self.calls["functions"].bound(choices)() if self.functions else {}

    def made(self, choices: Mapping[str, str], functions: Mapping[str, Callable[..., Any]]) -> Variant:
        """What `variant` says of these choices; an empty one where there is no such function."""
        return self.calls["variant"].bound({**choices, **functions})() if self.variant else Variant()

    def chosen(
        self,
        choices: Mapping[str, str],
        held: ChosenLesson | None = None,
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> ChosenLesson:
        """The lesson in the variant with these choices and texts, with these functions or its own.

        While a hand drags a point, sliders, rates, words and decimals are those of the variant `held`.
        Raises `ValueError` where the sliders, or the data, have other names than in the opening variant, and
        where there is no goal or no rates.
        """
        functions = self.functions_with(choices) if functions is None else functions
        return ChosenLesson(self, choices, functions, self.made(choices, functions), held)
