"""Points as a line through them sees them, and all that follows from them alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from downhill.lessons.lesson_20_line.best_line import SMALLEST, Coefficients, best_line, error_of, varied

CLOSE = 0.02  # of the least loss: a line that much above it is as good as the best
FINEST = 1e-6  # of the largest number: a spread is never counted as less
PRECISE = 0.02  # of the spread: so far off from a line counts as little, where the points lie on it exactly


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points x, y of shape (n,), and the line y = m u + b with u = (x - origin) / per.

    Every number is finite, however few the points are and wherever they lie.
    """

    x: np.ndarray
    y: np.ndarray
    origin: float = 0.0
    per: float = 1.0

    @cached_property
    def u(self) -> np.ndarray:
        """The points' x, counted as the slope counts it."""
        return np.asarray((self.x - self.origin) / self.per)

    @cached_property
    def count(self) -> int:
        """How many points there are."""
        return len(self.x)

    @cached_property
    def varied(self) -> bool:
        """Whether there are two different places along x, so that one slope is better than others."""
        return varied(self.u)

    @cached_property
    def spread(self) -> float:
        """The standard deviation of u; 1 where it doesn't spread."""
        return float(self.u.std()) if self.varied else 1.0

    @cached_property
    def rising(self) -> bool:
        """Whether the best line climbs from left to right."""
        return self.lines["squared"].m >= 0

    @cached_property
    def want(self) -> str:
        """Why no slope is better than others: there are no points (`none`), `one`, or a `stack`; else ''."""
        return "" if self.varied else {0: "none", 1: "one"}.get(self.count, "stack")

    @cached_property
    def width(self) -> float:
        """How far u spreads; 1 where it doesn't."""
        return float(np.ptp(self.u)) if self.varied else 1.0

    @cached_property
    def height(self) -> float:
        """How far y spreads, or what may stand for that."""
        if not self.count:
            return 1.0
        largest, spread = float(np.abs(self.y).max()), float(np.ptp(self.y))
        if spread > SMALLEST:
            return max(spread, FINEST * largest)
        return largest if largest > SMALLEST else 1.0

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The mean of u and of y."""
        return (float(self.u.mean()), float(self.y.mean())) if self.count else (0.0, 0.0)

    @cached_property
    def lines(self) -> dict[str, Coefficients]:
        """The best line under each error."""
        return {error: best_line(self.u, self.y, error) for error in ("absolute", "squared")}

    @cached_property
    def _least(self) -> dict[str, float]:
        return {error: error_of(line, self.u, self.y, error) for error, line in self.lines.items()}

    def least(self, error: str) -> float:
        """The error of the best line."""
        return self._least[error]

    @cached_property
    def exact(self) -> bool:
        """Whether the points lie on their best line, or nearly."""
        return self.least("absolute") <= PRECISE * self.height * self.count

    @cached_property
    def typical(self) -> float:
        """How far off a point usually is from the best line, in units of y; never next to nothing."""
        return PRECISE * self.height if self.exact else self.least("absolute") / self.count

    def goal(self, error: str) -> float:
        """The loss within `CLOSE` of the best; where the points lie on a line, a little of their spread."""
        little = self.count * (0.2 * self.typical if error == "absolute" else (0.2 * self.typical) ** 2)
        return max((1 + CLOSE) * self.least(error), little if self.exact else 0.0)

    def same_line(self, line: Coefficients, other: Cloud) -> Coefficients:
        """The line that runs here as `line` does through the other cloud, where u may count otherwise."""
        m, b = line
        return Coefficients(m * self.per / other.per, b + m * (self.origin - other.origin) / other.per)

    def with_outlier(self) -> Cloud:
        """With one point more: at the far end of x, at the wrong end of y. Unchanged where none can be so."""
        if not self.varied:
            return self
        odd = float(self.y.min() if self.rising else self.y.max())
        return Cloud(np.append(self.x, self.x.max()), np.append(self.y, odd), self.origin, self.per)
