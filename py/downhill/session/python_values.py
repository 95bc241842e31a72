"""The Python of a lesson as it runs: what each line works out where the lesson stands now."""

from __future__ import annotations

from downhill.maths import descent
from downhill.play.advancing import step_of
from downhill.play.lesson_state import LessonState
from downhill.play.next_step import next_step
from downhill.play.rates import slope
from downhill.source.traced import traced
from downhill.source.values import texts
from downhill.training.trainer import Trainer

STEP = descent.step
"""The step that moves all sliders and weights, shown in every lesson, last; other ways have their own."""


def of_sliders(state: LessonState) -> dict[str, str]:
    """Texts by `<function>:<line>`; without the next step where that is kept from the reader."""
    lesson, values = state.lesson, state.values

    def run() -> None:  # the last call of each function is the one that is told
        if not state.covers:
            next_step(lesson, values, state.rate, way=state.way)
        lesson.measure_at(values)
        slope(lesson, values)

    return texts(traced((*lesson.shown.values(), *step_of(state.ways.name).values()), run))


def of_model(trainer: Trainer) -> dict[str, str]:
    """Texts by `<function>:<line>` of a step on what the last step has read; the model stays as it is."""
    return texts(traced(trainer.page_functions.values(), trainer.rehearse))
