"""Learning rates for a typed function: many are tried at once, from where the slider starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from downhill.lesson import Rates
from downhill.lessons.lesson_10_valley.landscape import HIGHEST, Landscape

TRIED = 97  # rates, over six powers of ten
LONG = 400  # steps of a trial
WINDOW = 24  # last steps of it that must all be at the goal: over a corner, only small steps stay there
BRISK = 12  # steps to the goal that can be watched, and aren't tiresome
SHORT = 100  # steps after which a run that has not arrived isn't going to
CRAWL = 2.5e-4  # of the slider: so short are the first steps with the least rate
LEVEL = 1e-5  # of the landscape's height: so little more that crossing the slider would bring is nothing


class Trial(NamedTuple):
    """What became of descents with several rates: arrays of shape (k,), and `xs` of shape (steps, k).

    `arrival` is the first step at the goal, or at level ground (`LONG` where there was none), `tidy` tells
    that no step before led uphill, or over a valley, `solved` that the goal was reached, `rests` that the run
    ended there or on level ground; `lowest` is the least height on the way.
    """

    rates: np.ndarray
    arrival: np.ndarray
    tidy: np.ndarray
    solved: np.ndarray
    rests: np.ndarray
    lowest: np.ndarray
    xs: np.ndarray


def rates(landscape: Landscape) -> Rates:
    """The ends of a rate's slider, a good rate and one that is too big, for descents from the start."""
    trial = descend(landscape)
    good = _good(trial)
    big = _too_big(trial, landscape, good)
    slope = abs(float(landscape.formula.both(landscape.start)[1]))
    steepest = slope if 0 < slope < np.inf else 1e-12
    low = min(good / 20, CRAWL * landscape.slider.span / steepest)
    high = max(10 * good, 1.2 * big)
    low, good, high, big = (float(f"{rate:.2g}") for rate in (low, good, high, big or high))
    return Rates(low, good, high, kinked=bool(len(landscape.corners)), big=min(big, high))


def usual(landscape: Landscape) -> float:
    """A rate of a sensible size: the inverse of the curvature, and of the slope that would cross too fast."""
    slopes = landscape.slopes[np.isfinite(landscape.slopes)]
    bends = np.abs(np.diff(landscape.slopes)) / (landscape.slider.span / (len(landscape.xs) - 1))
    bends = bends[np.isfinite(bends)]
    steep = float(np.median(np.abs(slopes))) if len(slopes) else 0.0
    bent = float(np.quantile(bends, 0.95)) if len(bends) else 0.0
    hurry = bent + 10 * steep / landscape.slider.span
    return 1 / hurry if hurry > 1e-9 else 1.0


def descend(landscape: Landscape) -> Trial:
    """Descents from the start with rates around the usual one, all at the same time."""
    tried = usual(landscape) * np.logspace(-3, 3, TRIED)
    x = np.full(TRIED, landscape.start)
    places, heights, slopes = [], [], []
    for _ in range(LONG):
        height, slope = landscape.formula.both(x)
        places.append(x)
        heights.append(np.asarray(height))
        slopes.append(np.asarray(slope))
        x = _step(landscape, x, slope, tried)
    return _judged(landscape, tried, *(np.array(part) for part in (places, heights, slopes)))


def _step(landscape: Landscape, x: np.ndarray, slope: np.ndarray, tried: np.ndarray) -> np.ndarray:
    """The next places, which stay the same where there would be no value."""
    with np.errstate(all="ignore"):
        ahead = np.clip(x - tried * slope, landscape.slider.low, landscape.slider.high)
    ahead = np.where(np.isfinite(ahead), ahead, x)
    return np.where(np.abs(landscape.formula.both(ahead)[0]) <= HIGHEST, ahead, x)


def _judged(
    landscape: Landscape, tried: np.ndarray, xs: np.ndarray, heights: np.ndarray, slopes: np.ndarray
) -> Trial:
    """What the descents amount to."""
    found = heights <= landscape.goal
    level = np.abs(slopes) * landscape.slider.span <= LEVEL * landscape.height
    arrived: np.ndarray = found | level
    arrival = np.where(arrived.any(axis=0), arrived.argmax(axis=0), LONG)
    solved, rests = np.asarray(found.any(axis=0)), np.asarray(arrived[-WINDOW:].all(axis=0))
    astray = (np.diff(heights, axis=0) > 0) | (slopes[1:] * slopes[:-1] < 0)
    first = np.where(astray.any(axis=0), astray.argmax(axis=0) + 1, LONG)
    return Trial(tried, arrival, arrival <= first, solved, rests, heights.min(axis=0), xs)


def _good(trial: Trial) -> float:
    """The largest rate that leads there without going astray, slowly enough to be watched."""
    for wanted in _wishes(trial):
        brisk = wanted & (trial.arrival >= BRISK)
        if brisk.any():
            return float(trial.rates[np.flatnonzero(brisk)[-1]])
        if wanted.any():  # the most usual of them
            return float(
                trial.rates[np.where(wanted, -np.abs(np.arange(TRIED) - TRIED // 2), -TRIED).argmax()]
            )
    return float(trial.rates[trial.lowest.argmin()])


def _wishes(trial: Trial) -> Iterator[np.ndarray]:
    """Which rates would be good, the best wish first."""
    yield trial.tidy & trial.solved & trial.rests
    yield trial.tidy & trial.rests
    yield trial.tidy & trial.solved
    yield trial.solved


def _too_big(trial: Trial, landscape: Landscape, good: float) -> float:
    """A rate from which the run doesn't recover, 0 if none was found: its steps don't get shorter."""
    strides = np.abs(np.diff(trial.xs[:SHORT], axis=0))[-24:]
    wild = (strides > 0.3 * landscape.slider.span).all(axis=0) & ~trial.solved
    found = np.flatnonzero(wild & (trial.rates > 2 * good) & (trial.rates < 50 * good))
    return float(trial.rates[found[0]] * 1.2) if len(found) else 0.0
