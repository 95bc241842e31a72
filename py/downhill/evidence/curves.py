"""The curves of D1, one for each form: three dips K, L, and M, and a start S just past a hilltop."""

from __future__ import annotations

from math import cos, sin
from typing import NamedTuple

RATE = 0.05  # of the small steps


class Curve(NamedTuple):
    """A curve p (x - q)² + A cos(k x + h) + c, drawn from `low` to `high`, with the start S.

    `K`, `L`, and `M` are where its dips are, `top` is the hilltop beside S, all as x.
    """

    p: float
    q: float
    A: float
    k: float
    h: float
    c: float
    low: float
    high: float
    S: float
    K: float
    L: float
    M: float
    top: float

    def height(self, x: float) -> float:
        """Return the height at x."""
        return self.p * (x - self.q) ** 2 + self.A * cos(self.k * x + self.h) + self.c

    def slope(self, x: float) -> float:
        """Return the slope at x."""
        return 2 * self.p * (x - self.q) - self.A * self.k * sin(self.k * x + self.h)

    def rest(self, x: float) -> float:
        """Return where small steps downhill from x come to rest."""
        while abs(self.slope(x)) > 1e-9:
            x -= RATE * self.slope(x)
        return x


CURVES = {
    "a": Curve(0.06, -2.6, 0.8, 1.9, 0.2, 1.3, -3.3, 4.9, 0.35, -1.792, 1.380, 4.540, 0.004),
    "b": Curve(0.055, 2.4, 0.75, 2.0, -0.5, 1.3, -3.0, 5.3, -0.18, -1.188, 1.841, 4.871, 0.168),
    "c": Curve(0.065, -1.9, 0.85, 1.8, 0.6, 1.4, -3.6, 4.9, 0.10, -2.071, 1.261, 4.579, -0.255),
}
