"""Slopes as the next step in numbers shows them: what only rounding has left is 0."""

from __future__ import annotations

import numpy as np

from downhill.maths import descent
from downhill.play.lesson_state import LessonState

ROUNDING = 1e-12  # sums that come out so much smaller than their parts are rounding
DUST = 1e-14  # of the largest slope


def pulls(state: LessonState) -> np.ndarray:
    """What the learning rate of plain descent is multiplied with, for every slider."""
    gradient, scaling = _gradient(state), state.lesson.scaling
    if scaling is None:
        return gradient
    both = np.linalg.inv(np.transpose(scaling) @ np.asarray(scaling))
    return _clean(descent.pull(gradient, scaling), both, gradient)


def in_units(state: LessonState) -> np.ndarray:
    """The gradient in the units in which descent walks."""
    gradient, scaling = _gradient(state), state.lesson.scaling
    found = descent.in_units(gradient, scaling)
    if scaling is not None:
        found = _clean(found, np.linalg.inv(np.transpose(scaling)), gradient)
    return np.where(np.abs(found) <= DUST * np.abs(found).max(), 0.0, found)


def _gradient(state: LessonState) -> np.ndarray:
    return state.ahead.gradient if state.ahead else np.zeros(len(state.values))


def _clean(found: np.ndarray, matrix: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """What a matrix makes of a gradient, without what is small beside its summands."""
    return np.where(np.abs(found) <= ROUNDING * (np.abs(matrix) @ np.abs(gradient)), 0.0, found)
