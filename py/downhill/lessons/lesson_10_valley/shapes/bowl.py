"""A bowl: every way down leads to its one lowest point."""

from typing import Any


def height(x: Any) -> Any:
    """How high the curve is at x."""
    away = x - 1.5
    bowl = 0.15 * away**2
    return bowl + 0.6


def slope(x: Any) -> Any:
    """How steep it is there: the derivative of its height."""
    away = x - 1.5
    return 0.3 * away
