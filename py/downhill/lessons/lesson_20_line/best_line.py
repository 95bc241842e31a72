"""The model, a straight line, and the exact best one under both errors, found by no descent."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

ALIKE = 1e-9  # of the largest x: values that differ by no more count as one
NEAR = ALIKE / 1000  # of the largest x: between two that are so near there is no slope
SMALLEST = 1e-12  # a spread below is none: its square is hard to count with


class Coefficients(NamedTuple):
    """A line's slope m, in units of y for a unit of x, and its intercept b, in units of y: y = m x + b."""

    m: float
    b: float


def predict(x: np.ndarray, m: float, b: float) -> np.ndarray:
    """What the line with slope m and intercept b says at x, shape (n,), in the unit of y."""
    return m * x + b


def varied(x: np.ndarray) -> bool:
    """Return whether there are at least two different places along x, of shape (n,)."""
    return bool(len(x) > 1 and np.ptp(x) > max(ALIKE * np.abs(x).max(), SMALLEST))


def error_of(line: Coefficients, x: np.ndarray, y: np.ndarray, error: str) -> float:
    """The sum of `absolute` or of `squared` errors of a line at points x, y of shape (n,).

    It is in the unit of y, or its square.
    """
    residuals = y - line.m * x - line.b
    return float(np.abs(residuals).sum() if error == "absolute" else residuals @ residuals)


def best_line(x: np.ndarray, y: np.ndarray, error: str) -> Coefficients:
    """The line of least error through points x, y of shape (n,).

    Where every slope is as good as any other (fewer than two places along x), it is the level one.
    """
    if not varied(x):
        middle = np.median if error == "absolute" else np.mean
        return Coefficients(0.0, float(middle(y)) if len(y) else 0.0)
    return _least_absolute(x, y) if error == "absolute" else _least_squares(x, y)


def _least_squares(x: np.ndarray, y: np.ndarray) -> Coefficients:
    """By the normal equations, in values counted from their means."""
    across, up = x - x.mean(), y - y.mean()
    m = float(across @ up / (across @ across))
    return Coefficients(m, float(y.mean() - m * x.mean()))


def _least_absolute(x: np.ndarray, y: np.ndarray) -> Coefficients:
    """A best line goes through a point, and the best one through a given point has a weighted median slope.

    For every point at once: the slopes to all others, weighted by how far off these are along x. Among the
    n lines found this way is a best of all, since the linear program behind it has its optimum at a corner.
    Source: P. Bloomfield and W. Steiger, Least Absolute Deviations, 1983, section 1.3.
    """
    across, up = x - x[:, None], y - y[:, None]
    apart = np.abs(across) > NEAR * np.abs(x).max()
    slopes = np.divide(up, across, out=np.full_like(up, np.inf), where=apart)
    order = np.argsort(slopes, axis=1)
    heaped = np.cumsum(np.take_along_axis(np.abs(across), order, axis=1), axis=1)
    halves = (heaped < heaped[:, -1:] / 2).sum(axis=1)
    rows = np.arange(len(x))
    ms = slopes[rows, order[rows, halves]]
    bs = y - ms * x
    losses = np.abs(y - ms[:, None] * x - bs[:, None]).sum(axis=1)
    best = int(losses.argmin())
    return Coefficients(float(ms[best]), float(bs[best]))
