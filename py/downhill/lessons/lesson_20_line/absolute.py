"""The sum of absolute errors of a line, and its gradient."""

import numpy as np

from downhill.lessons.lesson_20_line.best_line import predict


def loss(x: np.ndarray, y: np.ndarray, m: float, b: float) -> float:
    """How far the line is from the points (x, y) in all, both of shape (n,), in the unit of y."""
    errors = y - predict(x, m, b)
    return np.abs(errors).sum()


def gradient(x: np.ndarray, y: np.ndarray, m: float, b: float) -> tuple[float, float]:
    """The slope of that loss for m and for b; for a point on the line, the subgradient 0."""
    errors = y - predict(x, m, b)
    signs = np.sign(errors)
    return -(signs * x).sum(), -signs.sum()
