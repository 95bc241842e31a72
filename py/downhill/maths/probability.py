"""From scores to probabilities, and from probabilities to what chance draws.

Chance follows from a seed alone: the same seed gives the same lots on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from random import Random

import numpy as np

Numbers = Sequence[float] | np.ndarray


def probabilities(scores: Numbers, temperature: float = 1.0) -> np.ndarray:
    """The softmax of scores, shape (…, n): e to the power of score / temperature, shared out to sums of 1.

    A temperature of 0 is the limit from above: all goes to the highest score, in equal parts where several
    are the highest. One of infinity gives every score the same. Raises `ValueError` for a temperature below
    0, or that is no number. Source: Bishop, Pattern Recognition and Machine Learning, 2006, section 4.2.
    """
    if not temperature >= 0:
        raise ValueError(f"temperature: expected a number from 0 to infinity, got {temperature}")
    values = np.asarray(scores, dtype=float)
    highest = values.max(axis=-1, keepdims=True)
    if temperature == 0:
        weights = (values == highest).astype(float)
    else:
        with np.errstate(over="ignore"):  # far below the highest score: e to the power of -infinity is 0
            weights = np.exp((values - highest) / temperature)
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def cross_entropy(wanted: Numbers, given: Numbers) -> float:
    """The mean of -ln(given) over what is wanted, in nats: both are probabilities of shape (n,).

    What isn't wanted counts nothing; it is infinite where something is wanted that is given no chance.
    """
    pairs = zip(np.asarray(wanted).tolist(), np.asarray(given).tolist(), strict=True)
    return float(-sum(w * (math.log(g) if g > 0 else -math.inf) for w, g in pairs if w > 0))


@lru_cache(maxsize=64)
def uniforms(seed: int, series: int, count: int) -> np.ndarray:
    """Uniform random numbers in [0, 1), shape (count,), read-only, by Python's Mersenne Twister.

    A seed has a thousand series of its own, counted from 0. A longer row begins with the shorter one.
    """
    rng = Random(1000 * seed + series)
    numbers = np.array([rng.random() for _ in range(count)])
    numbers.setflags(write=False)
    return numbers


@lru_cache(maxsize=64)
def _sorted(seed: int, series: int, count: int) -> np.ndarray:
    return np.sort(uniforms(seed, series, count))


def sample(given: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Sample categories with the probabilities `given`, shape (n,), by inverting their cumulative sum.

    `by` are uniform numbers, shape (k,); returns the category of each, from 0 to n - 1, shape (k,).
    """
    which = np.searchsorted(np.cumsum(given), by, side="right")
    return np.minimum(which, len(given) - 1)  # a sum may end a hair below 1


def counts(given: np.ndarray, seed: int, series: int, count: int) -> np.ndarray:
    """How often each of n categories is sampled with `count` uniform numbers, shape (n,)."""
    if not count:
        return np.zeros(len(given), dtype=int)
    up_to = np.searchsorted(_sorted(seed, series, count), np.cumsum(given), side="left")
    up_to[-1] = count  # a sum may end a hair below 1
    up_to[1:] -= up_to[:-1].copy()
    return up_to


def beyond(given: np.ndarray, found: np.ndarray, deviations: float = 3.0) -> np.ndarray:
    """Return which of the counts `found` lie further than that many standard deviations from expected.

    Of N draws, each with probability p, N * p are expected, give or take sqrt(N * p * (1 - p)).
    """
    total = found.sum()
    spread = np.sqrt(total * given * (1 - given))
    return np.asarray(np.abs(found - total * given) > deviations * spread + 1e-9)
