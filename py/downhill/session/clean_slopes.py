"""Slopes as the next step in numbers shows them: whatever is only a rounding error is 0."""

from __future__ import annotations

import numpy as np

from downhill.maths import descent
from downhill.play.lesson_state import LessonState

ROUNDING = 1e-12  # a sum smaller than this share of its parts is rounding error
DUST = 1e-14  # of the largest slope


def pulls(state: LessonState) -> np.ndarray:
    """Return what plain descent multiplies with the learning rate, for every slider."""
    gradient, scaling = _gradient(state), state.lesson.scaling
    if scaling is None:
        return gradient
    both = np.linalg.inv(np.transpose(scaling) @ np.asarray(scaling))
    return _clean(descent.pull(gradient, scaling), both, gradient)


def in_units(state: LessonState) -> np.ndarray:
    """Return the gradient in the units in which descent takes its steps."""
    gradient, scaling = _gradient(state), state.lesson.scaling
    found = descent.in_units(gradient, scaling)
    if scaling is not None:
        found = _clean(found, np.linalg.inv(np.transpose(scaling)), gradient)
    return np.where(np.abs(found) <= DUST * np.abs(found).max(), 0.0, found)


def _gradient(state: LessonState) -> np.ndarray:
    return state.ahead.gradient if state.ahead else np.zeros(len(state.values))


def _clean(found: np.ndarray, matrix: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """Return matrix times gradient, with 0 if the sum is tiny compared with its terms."""
    return np.where(np.abs(found) <= ROUNDING * (np.abs(matrix) @ np.abs(gradient)), 0.0, found)
