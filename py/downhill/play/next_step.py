"""One step of gradient descent ahead: where it would lead, and what it would measure there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson
from downhill.maths.descent import pull, step
from downhill.play.rates import slope


class Before(NamedTuple):
    """The steps of a run so far: the last one, shape (n,), and how many there were."""

    last: np.ndarray
    taken: int


class NextStep(NamedTuple):
    """The slope here, shape (n,), where a step would lead before and after clamping, and what it measures."""

    gradient: np.ndarray
    raw: np.ndarray
    values: tuple[float, ...]
    measured: Any


def next_step(
    lesson: ChosenLesson, values: Sequence[float], rate: float, before: Before | None = None
) -> NextStep | None:
    """One step ahead of these values with that learning rate; None where the numbers would overflow.

    `before` is what a step of a reader's own may go by, too.
    """
    gradient = slope(lesson, values)
    with np.errstate(all="ignore"):
        raw = _step(lesson, np.array(values), pull(gradient, lesson.scaling), rate, before)
    if not all(map(math.isfinite, raw.tolist())):
        return None
    clamped = tuple(s.clamp(v) for s, v in zip(lesson.sliders, raw, strict=True))
    return NextStep(gradient, raw, clamped, lesson.measure_at(clamped))


def _step(
    lesson: ChosenLesson, values: np.ndarray, gradient: np.ndarray, rate: float, before: Before | None
) -> np.ndarray:
    if lesson.step is None:
        return step(values, gradient, rate)
    last, taken = before or Before(np.zeros(len(values)), 0)
    return np.asarray(lesson.step(values, gradient, rate, last, taken), dtype=float)
