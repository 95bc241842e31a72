"""Learning rates for momentum and Adam: those that a lesson declares, else derived from plain descent's."""

from __future__ import annotations

from downhill.lesson import ChosenLesson, Rates
from downhill.lesson.way import ADAM, GOOD, MOMENTUM, PLAIN
from downhill.play.rates import Presets, presets

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
