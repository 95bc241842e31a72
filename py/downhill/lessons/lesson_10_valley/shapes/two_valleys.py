"""Two valleys: the way down leads to the one whose side one is on."""

from typing import Any


def height(x: Any) -> Any:
    """How high the curve is at x."""
    even = 0.02 * x**4 - 0.5 * x**2
    tilt = 0.25 * x
    return even - tilt + 4.5


def slope(x: Any) -> Any:
    """How steep it is there: the derivative of its height."""
    even = 0.08 * x**3 - x
    return even - 0.25
