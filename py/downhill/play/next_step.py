"""One step of gradient descent ahead: where it would lead, and what it would measure there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson
from downhill.maths.descent import pull, step
from downhill.play.rates import slope


class NextStep(NamedTuple):
    """The slope here, shape (n,), where a step would lead before and after clamping, and what it measures."""

    gradient: np.ndarray
    raw: np.ndarray
    values: tuple[float, ...]
    measured: Any


def next_step(lesson: ChosenLesson, values: Sequence[float], rate: float) -> NextStep | None:
    """One step ahead of these values with that learning rate; None where the numbers would overflow."""
    gradient = slope(lesson, values)
    with np.errstate(all="ignore"):
        raw = step(np.array(values), pull(gradient, lesson.scaling), rate)
    if not all(map(math.isfinite, raw.tolist())):
        return None
    clamped = tuple(s.clamp(v) for s, v in zip(lesson.sliders, raw, strict=True))
    return NextStep(gradient, raw, clamped, lesson.measure_at(clamped))
