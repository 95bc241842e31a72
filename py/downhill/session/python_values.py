"""The Python of a lesson as it runs: what each line works out where the lesson stands now."""

from __future__ import annotations

import numpy as np

from downhill.lesson.way import PLAIN
from downhill.maths import descent
from downhill.play.advancing import advance, step_of
from downhill.play.lesson_state import LessonState
from downhill.play.next_step import next_step
from downhill.play.rates import slope
from downhill.source.traced import traced
from downhill.source.values import texts
from downhill.training import network
from downhill.training.sgd import BATCH, FUNCTIONS
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
    training = trainer.training
    read = training.read if training.steps else np.arange(BATCH)
    before, after = (part[read] for part in training.text.learned)
    net, slopes = training.net, np.zeros_like(training.weights)

    def run() -> None:
        network.loss(net, *training.text.sample)
        network.backward(net, before, after, network.layers(slopes, training.size))
        way = trainer.ways.way(training.memory)
        if way.name == PLAIN:
            descent.step(training.weights, slopes, trainer.rate)
        else:
            advance(way, training.weights, slopes, trainer.rate)

    return texts(traced((*FUNCTIONS.values(), *step_of(trainer.ways.name).values()), run))
