"""Gradient descent: slopes, curvatures and steps.

Values are plain arrays, one number a slider. Nothing here knows of sliders, lessons or pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import mul
from typing import NamedTuple

import numpy as np

Numbers = Sequence[float] | np.ndarray


class Stage(NamedTuple):
    """One place of a run: values of shape (n,), the loss there, and its gradient of shape (n,).

    `clipped` means that the step that led there was cut short by the sliders' ends.
    """

    values: np.ndarray
    loss: float
    gradient: np.ndarray
    clipped: bool = False


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
    `values` and `widths` have shape (n,), `scaling` (n, n). It is NaN where there is no gradient.
    """
    place = np.asarray(values, dtype=float)
    shifts = np.diag(1e-4 * np.asarray(widths, dtype=float))
    rows = [(gradient(place + s) - gradient(place - s)) / (2 * s.sum()) for s in shifts]
    hessian = (np.array(rows) + np.array(rows).T) / 2
    if scaling is not None:
        inverse = np.linalg.inv(np.asarray(scaling, dtype=float))
        hessian = inverse.T @ hessian @ inverse
    if not np.isfinite(hessian).all():
        return float("nan")
    return float(np.linalg.eigvalsh(hessian)[-1])


def pull(gradient: Numbers, scaling: Sequence[Sequence[float]] | None = None) -> np.ndarray:
    """What the learning rate is multiplied with, in the values' own units, shape (n,).

    Without `scaling` it is the gradient g. With the matrix T, a step is taken in the units u = T v: there the
    gradient is T^-T g, and u - rate * T^-T g is v - rate * (T'T)^-1 g in the values' own units.
    """
    # One after the other: T'T itself can be singular to every digit where T isn't.
    return from_units(in_units(gradient, scaling), scaling)


def in_units(gradient: Numbers, scaling: Sequence[Sequence[float]] | None = None) -> np.ndarray:
    """A gradient g in the units u = T v in which a step is taken, with the matrix T: T^-T g, shape (n,)."""
    if scaling is None:
        return np.asarray(gradient, dtype=float)
    return np.array(_times(_inverse(tuple(map(tuple, scaling)))[1], gradient))


def from_units(move: Numbers, scaling: Sequence[Sequence[float]] | None = None) -> np.ndarray:
    """A move u in the units of a step, in the values' own units, with the matrix T: T^-1 u, shape (n,)."""
    if scaling is None:
        return np.asarray(move, dtype=float)
    return np.array(_times(_inverse(tuple(map(tuple, scaling)))[0], move))


Rows = tuple[tuple[float, ...], ...]


@lru_cache(maxsize=32)
def _inverse(matrix: Rows) -> tuple[Rows, Rows]:
    """The rows of a matrix's inverse, and its columns. Raises `LinAlgError` where there is none."""
    rows = np.linalg.inv(np.array(matrix, dtype=float)).tolist()
    return tuple(map(tuple, rows)), tuple(zip(*rows, strict=True))


def _times(rows: Rows, values: Iterable[float]) -> list[float]:
    """A matrix times a vector: plain numbers overflow without a warning, and are quick for a few sliders."""
    vector = [*map(float, values)]
    return [sum(map(mul, row, vector)) for row in rows]


def step(values: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
    """Where a step of gradient descent leads from `values`: shape (n,), not finite where numbers overflow.

    `gradient`, shape (n,), is the loss's gradient at `values`, in other units than theirs the `pull`.
    """
    new_values = values - rate * gradient
    return new_values
