"""A long flat slope with a hollow at its end: where it is flat, steps are short."""

from typing import Any


def height(x: Any) -> Any:
    """How high the curve is at x."""
    away = (x - 2.5) / 1.2
    hollow = 4 / (1 + away**2)
    return 4.6 - hollow


def slope(x: Any) -> Any:
    """How steep it is there: the derivative of its height."""
    away = (x - 2.5) / 1.2
    return 8 * away / 1.2 / (1 + away**2) ** 2
