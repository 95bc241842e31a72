"""The sum of squared errors of a line, and its gradient."""

import numpy as np

from downhill.lessons.lesson_20_line.best_line import predict


def loss(x: np.ndarray, y: np.ndarray, m: float, b: float) -> float:
    """How far the line is from the points (x, y) in all, both of shape (n,), in squares of the unit of y."""
    errors = y - predict(x, m, b)
    return (errors**2).sum()


def gradient(x: np.ndarray, y: np.ndarray, m: float, b: float) -> tuple[float, float]:
    """The slope of that loss for m and for b."""
    errors = y - predict(x, m, b)
    return -2 * (errors * x).sum(), -2 * errors.sum()
