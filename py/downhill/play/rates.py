"""Three learning rates that every reader should see: too small, good, too big; also of momentum and Adam."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson, Rates
from downhill.lesson.way import ADAM, GOOD, MOMENTUM, PLAIN
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


KEPT = GOOD["beta"]
ACROSS = 40  # steps of Adam at its good rate that lead from end to end of the shortest slider
TINY = 2.5e-4  # of the shortest slider: steps this short crawl
FAR = 0.5  # of the shortest slider: steps this long jump from side to side


def rates_for(lesson: ChosenLesson, way: str) -> Rates:
    """Return the learning rates of a lesson's variant for a way downhill: low, good, and high.

    - Momentum adds up 1 / (1 - beta) gradients on an even slope. So its steps crawl at a rate that is smaller
      by that factor, and `good` makes them twice as long as those of plain descent there.
    - Adam's steps are about as long as its rate along every slider, in the units of descent, so its rates are
      shares of the shortest slider in these units.

    Source of both lengths: sums of the geometric series of Goodfellow, Bengio and Courville, Deep Learning,
    2016, section 8.3.2; Kingma and Ba, Adam, 2015, section 2.1.
    """
    plain = lesson.rates
    if way == MOMENTUM:
        return _short(
            plain._replace(
                low=(1 - KEPT) * plain.low, good=plain.momentum or 2 * (1 - KEPT) * plain.good, hopeless=0.0
            )
        )
    if way == ADAM:
        shortest = min(lengths(lesson))
        good = plain.adam or shortest / ACROSS
        low, high = min(TINY * shortest, good / ACROSS), max(2 * FAR * shortest, 2 * ACROSS * good)
        return _short(Rates(low, good, high, plain.kinked, FAR * high))
    return plain


def presets_for(lesson: ChosenLesson, way: str) -> Presets:
    """Return the three rates to try of a way: one that crawls, the good one, and one that never arrives.

    On a quadratic loss of curvature L, momentum diverges above 2 (1 + beta) / L, which is 1 + beta times the
    limit of plain descent. Source: Polyak, 1964, theorem 9.
    """
    rates = rates_for(lesson, way)
    big = rates.big
    if way != ADAM:
        plain = presets(lesson)
        if way == PLAIN:
            return plain
        big = plain.big * (1 + KEPT) if plain.big < lesson.rates.high else rates.high
    return Presets(rates.low, rates.good, min(_digits(big, 3), rates.high))


def lengths(lesson: ChosenLesson) -> list[float]:
    """Return the sliders' lengths in the units of descent, u = T v."""
    matrix = lesson.scaling
    own = [1.0] * len(lesson.sliders) if matrix is None else [abs(matrix[i][i]) for i in range(len(matrix))]
    return [share * slider.span for share, slider in zip(own, lesson.sliders, strict=True)]


def _short(rates: Rates) -> Rates:
    """Return the rates rounded to two digits."""
    low, good, high = (_digits(rate, 2) for rate in rates[:3])
    return rates._replace(low=low, good=good, high=high)


def _digits(rate: float, digits: int) -> float:
    return float(f"{rate:.{digits}g}")
