"""The values beside the lines of a lesson's Python, for the lesson's current state."""

from __future__ import annotations

from downhill.maths import descent
from downhill.play.advancing import step_of
from downhill.play.lesson_state import LessonState
from downhill.play.next_step import next_step
from downhill.play.rates import slope
from downhill.source.values import texts
from downhill.source.watched import watched
from downhill.training.trainer import Trainer

STEP = descent.step
"""The step that moves all sliders and weights, shown in every lesson, last; other ways have their own."""


def of_sliders(state: LessonState) -> dict[str, str]:
    """Return texts by `<function>:<line>`; without the next step if a challenge hides it."""
    lesson, values = state.lesson, state.values

    def run() -> None:  # the last call of each function is the one that is shown
        if not state.covers:
            next_step(lesson, values, state.rate, way=state.way)
        lesson.measure_at(values)
        slope(lesson, values)

    return texts(watched((*lesson.shown.values(), *step_of(state.ways.name).values()), run))


def of_model(trainer: Trainer) -> dict[str, str]:
    """Return texts by `<function>:<line>` of a step on the last step's examples; the model doesn't change."""
    return texts(watched(trainer.page_functions.values(), trainer.rehearse))
