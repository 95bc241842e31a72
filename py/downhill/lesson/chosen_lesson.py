"""A lesson in one variant, as the reader's choices select it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from downhill.lesson.controls import Rates
from downhill.lesson.fields import LessonFields
from downhill.lesson.parameters import MEASURED, OF_SLIDERS
from downhill.lesson.variant import Variant
from downhill.points.points import Points

OVERRIDES = (
    "goal",
    "rates",
    "scaling",
    "notes",
    "loss_decimals",
    "table_decimals",
    "concealed",
    "loss_ends",
)  # of a variant
HELD = ("sliders", "rates", "words", "loss_decimals", "table_decimals")  # stay while a hand drags a point


class ChosenLesson(LessonFields):
    """A lesson in one variant: its fields are the variant's, or the lesson's own if the variant has none.

    `shown` are the `functions` that run in it, by name. `measure`, `gradient` and `actions` take the sliders
    by name, and `describe`, `table`, `outcome` and `defined` what is measured; they already have their other
    parameters. `names` are those of the sliders; `data` is the variant's, `points` are those of the lesson's
    `plot`, none if it has no plot.
    """

    goal: float
    rates: Rates
    shown: Mapping[str, Callable[..., Any]]
    data: Mapping[str, Any]
    points: Points
    names: tuple[str, ...]

    def __init__(
        self,
        lesson: LessonFields,
        choices: Mapping[str, str],
        functions: Mapping[str, Callable[..., Any]],
        made: Variant,
        held: ChosenLesson | None = None,
    ) -> None:
        given, names = {**choices, **functions, **made.data}, [slider.name for slider in lesson.sliders]
        if held is not None:
            fitted = {name: getattr(held, name) for name in HELD}
        else:
            sliders = (made.sliders() if callable(made.sliders) else made.sliders) or lesson.sliders
            if [slider.name for slider in sliders] != names:
                raise ValueError(f"lesson {lesson.id}: a variant's sliders aren't {names}")
            fitted = {
                "sliders": sliders,
                "words": {**lesson.words, **made.words} if made.words else lesson.words,
            }
        changed = {name: value for name in OVERRIDES if (value := getattr(made, name)) is not None}
        self.__dict__.update(vars(lesson) | changed | fitted)
        if tuple(made.data) != lesson.data_names:
            raise ValueError(f"lesson {lesson.id}: data {[*made.data]}, expected {[*lesson.data_names]}")
        if self.goal is None or self.rates is None:
            raise ValueError(f"lesson {lesson.id}: no goal or no rates with {dict(choices)}")
        bound = {
            name: lesson.calls[name].bound(given, names if name in OF_SLIDERS else ())
            for name in (*OF_SLIDERS, *MEASURED)
            if name in lesson.calls
        }
        actions = {name: lesson.calls[f"action.{name}"].bound(given, names) for name in lesson.actions}
        points = made.points if made.points is not None else Points(np.empty((0, 2)))
        self.__dict__.update(bound, actions=actions, shown=functions, data=made.data, points=points)
        self.__dict__["names"] = tuple(names)

    def measure_at(self, values: Sequence[float]) -> Any:
        """Measure, with the sliders' values given in the sliders' order."""
        return self.measure(**dict(zip(self.names, values, strict=True)))
