"""Three learning rates that every reader should see: too small, good, too big."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson
from downhill.maths import descent

BEYOND = 1.25  # times the largest stable rate: each step lands one and a half times as far off as the last


class Presets(NamedTuple):
    """Learning rates of one variant: the run crawls, arrives, and never arrives."""

    small: float
    good: float
    big: float


def presets(lesson: ChosenLesson) -> Presets:
    """Return the three rates of a variant: the slider's low end, the good one, and one that isn't stable.

    If the lesson names no rate that is too big, it is derived from the curvature at the start, which is right
    for every quadratic loss; if the ground there isn't curved, or no rate is too big, it is the slider's high
    end.
    """
    rates = lesson.rates
    return Presets(rates.low, rates.good, min(rates.big or _too_big(lesson), rates.high))


def slope(lesson: ChosenLesson, values: Sequence[float]) -> np.ndarray:
    """Return the loss's slope for every slider, shape (n,): the lesson's own, else by central differences."""
    if lesson.gradient is not None:
        named = dict(zip(lesson.names, values, strict=True))
        return np.asarray(lesson.gradient(**named), dtype=float)
    spans = [slider.span for slider in lesson.sliders]
    return descent.central_gradient(lambda v: lesson.measure_at(tuple(v)).loss, values, spans)


def stable_limit(lesson: ChosenLesson, values: Sequence[float]) -> float:
    """Return the learning rate above which descent diverges on a quadratic loss like the one at these values.

    It is 2 / L, with L the largest curvature in the units of descent; infinite if the ground is level or
    curves downward.
    """
    spans = [slider.span for slider in lesson.sliders]
    curvature = descent.curvature(lambda v: slope(lesson, tuple(v)), values, spans, lesson.scaling)
    return 2 / curvature if curvature > 0 else float("inf")


def _too_big(lesson: ChosenLesson) -> float:
    rates = lesson.rates
    limit = stable_limit(lesson, lesson.start_values())
    if rates.kinked or rates.bottomless or not rates.good < limit < rates.high:
        return rates.high
    return float(f"{BEYOND * limit:.3g}")
