"""Gradient descent, and what a run of it amounts to.

Values are plain arrays, one number a slider. Nothing here knows of sliders, lessons or pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import mul
from typing import NamedTuple

import numpy as np

CONVERGED, HOVERING, DIVERGING = "converged", "hovering", "diverging"
BOUNCING, CRAWLING, CONVERGING = "bouncing", "crawling", "converging"

Numbers = Sequence[float] | np.ndarray

FLAT = 1e-4  # of the loss's scale: the ground counts as level where crossing the slider would change no more
CRAWL = 5e-4  # of the slider: shorter steps need more than 2,000 frames to cross it
WINDOW = 24  # steps without a better loss before a kinked loss counts as hovering


class Stage(NamedTuple):
    """One place of a run: values of shape (n,), the loss there, and its gradient of shape (n,)."""

    values: np.ndarray
    loss: float
    gradient: np.ndarray


def central_gradient(loss: Callable[[np.ndarray], float], values: Numbers, widths: Numbers) -> np.ndarray:
    """The gradient of `loss` at `values`, shape (n,), by central differences.

    `widths` holds, for each value, a length that matters to it (a slider's span); the difference is taken
    over a hundred-thousandth of it on both sides. The error is of second order in that step.
    Source: (f(x + h) - f(x - h)) / 2h, Numerical Recipes, 3rd edition, section 5.7.
    """
    place = np.asarray(values, dtype=float)
    slopes = np.empty_like(place)
    for i, width in enumerate(widths):
        shift = np.zeros_like(place)
        shift[i] = 1e-5 * width
        slopes[i] = (loss(place + shift) - loss(place - shift)) / (2 * shift[i])
    return slopes


def curvature(
    gradient: Callable[[np.ndarray], np.ndarray],
    values: Numbers,
    widths: Numbers,
    scaling: Sequence[Sequence[float]] | None = None,
) -> float:
    """The largest curvature of a loss at `values`, from its `gradient` there, in the units of `scaling`.

    It is the largest eigenvalue of the Hessian, whose rows are differences of the gradient over a
    ten-thousandth of each of the `widths` on both sides. With the matrix T it is taken in the units u = T v,
    where the Hessian is T^-T H T^-1. On a quadratic, steps stay stable up to a rate of 2 / curvature.
    """
    place = np.asarray(values, dtype=float)
    shifts = np.diag(1e-4 * np.asarray(widths, dtype=float))
    rows = [(gradient(place + s) - gradient(place - s)) / (2 * s.sum()) for s in shifts]
    hessian = (np.array(rows) + np.array(rows).T) / 2
    if scaling is not None:
        inverse = np.linalg.inv(np.asarray(scaling, dtype=float))
        hessian = inverse.T @ hessian @ inverse
    return float(np.linalg.eigvalsh(hessian)[-1])


def pull(gradient: Numbers, scaling: Sequence[Sequence[float]] | None = None) -> np.ndarray:
    """What the learning rate is multiplied with, in the values' own units, shape (n,).

    Without `scaling` it is the gradient g. With the matrix T, a step is taken in the units u = T v: there the
    gradient is T^-T g, and u - rate * T^-T g is v - rate * (T'T)^-1 g in the values' own units.
    """
    if scaling is None:
        return np.asarray(gradient, dtype=float)
    rows, columns = _inverse(tuple(map(tuple, scaling)))
    # One after the other: T'T itself can be singular to every digit where T is not.
    return np.array(_times(rows, _times(columns, gradient)))


Rows = tuple[tuple[float, ...], ...]


@lru_cache(maxsize=32)
def _inverse(matrix: Rows) -> tuple[Rows, Rows]:
    """The rows of a matrix's inverse, and its columns. Raises `LinAlgError` where there is none."""
    rows = np.linalg.inv(np.array(matrix, dtype=float)).tolist()
    return tuple(map(tuple, rows)), tuple(zip(*rows, strict=True))


def _times(rows: Rows, values: Iterable[float]) -> list[float]:
    """A matrix times a vector: plain numbers overflow without a warning, and are quick for a few sliders."""
    vector = [float(value) for value in values]
    return [sum(map(mul, row, vector)) for row in rows]


def step(
    values: Numbers,
    gradient: Numbers,
    rate: float,
    scaling: Sequence[Sequence[float]] | None = None,
) -> np.ndarray:
    """Where a step of gradient descent leads from `values`: shape (n,), not finite where numbers overflow.

    It is values - rate * `pull`: without `scaling`, values - rate * gradient.
    """
    way = pull(gradient, scaling).tolist()
    return np.array([float(v) - rate * w for v, w in zip(values, way, strict=True)])


def is_flat(gradient: Numbers, spans: Numbers, scale: float) -> bool:
    """Whether the ground is level: crossing every slider at this slope would hardly change the loss."""
    return bool(np.abs(np.asarray(gradient)) @ np.asarray(spans) <= FLAT * scale)


def verdict(stages: Sequence[Stage], spans: Sequence[float], scale: float, kinked: bool = False) -> str:
    """What a run amounts to by now, or '' where it is too short to tell.

    `stages` holds the run's places in order, `spans` the sliders' lengths, `scale` a loss that counts as
    large. On a quadratic of curvature L it is `DIVERGING` exactly for rates above 2/L and `BOUNCING` at 2/L:
    each step multiplies the distance to the lowest point by 1 - rate * L.
    """
    if stages and is_flat(stages[-1].gradient, spans, scale):
        return CONVERGED
    if kinked:
        return _hovers(stages, scale) or (_pace(stages, spans) if len(stages) > 2 else "")
    if len(stages) < 3:
        return ""
    if _rises(stages[-3:], scale):
        return DIVERGING
    return BOUNCING if _bounces(stages[-3:], spans) else _pace(stages, spans)


def _hovers(stages: Sequence[Stage], scale: float) -> str:
    """`HOVERING` when the best loss of the last `WINDOW` steps is no better than the best before them."""
    if len(stages) <= WINDOW:
        return ""
    losses = [stage.loss for stage in stages]
    return HOVERING if min(losses[-WINDOW:]) > min(losses[:-WINDOW]) - 1e-3 * scale else ""


def _rises(last: Sequence[Stage], scale: float) -> bool:
    """Whether the loss grew twice in a row, by more than rounding."""
    first, second, third = (stage.loss for stage in last)
    return second > first + 1e-12 * scale and third > second + 1e-12 * scale


def _strides(last: Sequence[Stage], spans: Sequence[float]) -> np.ndarray:
    """The steps between the places, each slider's share measured in its span: shape (len - 1, n)."""
    places = np.array([stage.values for stage in last], dtype=float)
    strides: np.ndarray = np.diff(places, axis=0) / np.asarray(spans)
    return strides


def _bounces(last: Sequence[Stage], spans: Sequence[float]) -> bool:
    """Whether the last step went back nearly as far as the one before went forth."""
    before, after = _strides(last, spans)
    lengths = np.linalg.norm(before), np.linalg.norm(after)
    return bool(lengths[1] > 0.9 * lengths[0] > 0 and before @ after < -0.5 * lengths[0] * lengths[1])


def _pace(stages: Sequence[Stage], spans: Sequence[float]) -> str:
    """`CRAWLING` when steps are short and do not get shorter by themselves, else `CONVERGING`."""
    before, after = np.abs(_strides(stages[-3:], spans)).max(axis=1)
    return CRAWLING if after < CRAWL and after > 0.98 * before else CONVERGING
