"""Tries a reader's functions in a lesson without moving anything in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import numpy as np

from downhill.lesson.experiment import Trial, Walk
from downhill.maths import descent
from downhill.play.lesson_state import LessonState
from downhill.play.next_step import Before, next_step
from downhill.play.rates import slope
from downhill.training.model_lesson import is_model
from downhill.training.sgd import FUNCTIONS, Training
from downhill.training.trainer import LessonAtWork, Trainer

Values = Sequence[float] | np.ndarray
Functions = Mapping[str, Callable[..., Any]]


def trial_of(state: LessonAtWork) -> Trial:
    """Return a trial of the lesson, with the functions that run there."""
    sliders = with_sliders(state)
    return SliderTrial(sliders) if sliders else ModelTrial(cast(Trainer, state))


def with_sliders(state: LessonAtWork) -> LessonState | None:
    """Return the state if the lesson has sliders; None for one with a model."""
    return None if is_model(state.plain) else state


class SliderTrial:
    """A lesson with sliders, in its current variant."""

    def __init__(self, state: LessonState) -> None:
        self.lesson = state.lesson
        self.functions: Functions = state.lesson.shown
        self.own: Functions = state.plain.functions_with(state.choices)
        self.data: Mapping[str, Any] = state.lesson.data
        self.start = np.array(state.lesson.start_values())

    def loss(self, values: Values) -> float:
        """The loss at values, NaN if there is none."""
        return float(self.lesson.measure_at(tuple(map(float, values))).loss)

    def gradient(self, values: Values) -> np.ndarray:
        """Its gradient there, as the functions say."""
        return slope(self.lesson, tuple(map(float, values)))

    def felt(self, values: Values) -> np.ndarray:
        """Its gradient there, by central differences."""
        return descent.central_gradient(self.loss, values, [slider.span for slider in self.lesson.sliders])

    def walk(self, steps: int, rate: float = 0.0, start: Sequence[float] = ()) -> Walk:
        """Take steps of descent."""
        here = tuple(float(value) for value in (start or self.start))
        places, losses, last = [here], [self.loss(here)], np.zeros(len(here))
        for count in range(steps):
            before = Before(last, count)
            ahead = next_step(self.lesson, here, rate or self.lesson.rates.good, before)
            if ahead is None:
                break
            last = np.array(ahead.values) - here
            here = ahead.values
            places.append(here)
            losses.append(float(ahead.measured.loss))
        return Walk(np.array(places), np.array(losses))


class ModelTrial:
    """A lesson with a model, from the weights that its seed draws."""

    own: Functions = FUNCTIONS

    def __init__(self, trainer: Trainer) -> None:
        self.trainer, self.text = trainer, trainer.lesson.text()
        self.functions: Functions = {**FUNCTIONS, **(trainer.own_functions or {})}
        training = self._training()
        self.start = training.weights
        self.data: Mapping[str, Any] = {"net": training.net, "before": self.text.sample.before}

    def _training(self, weights: Values = ()) -> Training:
        training = Training(self.text, self.trainer.seed, self.functions)
        if len(weights):
            training.weights[:] = weights
        return training

    def loss(self, values: Values) -> float:
        """The loss with these weights, NaN if there is none."""
        return self._training(values).loss()

    def gradient(self, values: Values) -> np.ndarray:
        """Return the slope for the first weight only: all of them would take too long."""
        return np.array([self._training(values).slope(0)])

    def felt(self, values: Values) -> np.ndarray:
        """Return the slope for the first weight only, by central differences."""
        rest = np.array(values)[1:]
        return descent.central_gradient(lambda first: self.loss([*first, *rest]), values[:1], [1.0])

    def walk(self, steps: int, rate: float = 0.0, start: Sequence[float] = ()) -> Walk:
        """Take steps of descent; return only where they begin and end."""
        training = self._training(start)
        places, losses = [training.weights.copy()], [training.loss()]
        for _ in range(steps):
            if not training.step(rate or self.trainer.lesson.rates.good):
                break
        return Walk(np.array([*places, training.weights]), np.array([*losses, training.loss()]))
