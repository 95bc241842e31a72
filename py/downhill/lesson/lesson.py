"""A lesson as an author writes it: checked when it is created, and adapted to a reader's choices."""

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
    """A complete lesson with all its variants.

    Raises `ValueError` for a missing word, a function with an unknown parameter, a `measure` that leaves out
    a slider, and a sentence or column without words; `KeyError` for an axis that isn't a slider, and for a
    challenge with unknown switches or sliders.
    """

    def __post_init__(self) -> None:
        """Fill in missing fields from the opening variant, inspect the functions, check the lesson."""
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
        """Return the functions that run with these choices, by name, in the order they are shown."""
        return self.calls["functions"].bound(choices)() if self.functions else {}

    def made(self, choices: Mapping[str, str], functions: Mapping[str, Callable[..., Any]]) -> Variant:
        """Return what `variant` returns for these choices; an empty `Variant` if the lesson has none."""
        return self.calls["variant"].bound({**choices, **functions})() if self.variant else Variant()

    def chosen(
        self,
        choices: Mapping[str, str],
        held: ChosenLesson | None = None,
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> ChosenLesson:
        """Return the lesson in the variant with these choices and texts, with these functions or its own.

        While a hand drags a point, sliders, rates, words and decimals are those of the variant `held`.
        Raises `ValueError` if the names of sliders or data differ from those of the opening variant, and if
        there is no goal or no rates.
        """
        functions = self.functions_with(choices) if functions is None else functions
        return ChosenLesson(self, choices, functions, self.made(choices, functions), held)
