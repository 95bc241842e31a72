"""A typed function as a landscape to walk in: where it is lowest, how high its picture is, where to start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from downhill.lesson import Slider
from downhill.text.mistake import Mistake

HIGHEST = 1e9  # what is higher or deeper counts as having no value: nobody could draw it
FINENESS = 2001  # places on a slider that are looked at
FEWEST = 20  # of them where a function must have a value
CLOSE = 0.005  # of the landscape's height: so near to the lowest value counts as having found it,
CLOSER = 0.02  # and of half of the landscape's, which is less where it is steep at the ends
ZOOMS = 4  # times that the surroundings of the lowest place are looked at more closely
LOWEST, CORNER, END, ENDLESS, EVERYWHERE = "lowest", "corner", "end", "endless", "everywhere"


class HasBoth(Protocol):
    """Something with heights and slopes: a typed formula, or a table of a reader's functions."""

    def both(self, x: Any, /) -> tuple[Any, Any]:
        """Heights and slopes at x, in the shape of x."""


@dataclass(frozen=True)
class Landscape:
    """A function over the length of a slider. Raises `Mistake` where it has no value nearly everywhere.

    `xs`, `heights` and `slopes`, of shape (`FINENESS`,), are the places looked at and what the function has
    there: NaN where it has nothing.
    """

    formula: HasBoth
    slider: Slider

    def __post_init__(self) -> None:
        if np.isfinite(self.heights).sum() < FEWEST:
            raise Mistake("formula.nowhere", low=self.slider.low, high=self.slider.high)

    @cached_property
    def xs(self) -> np.ndarray:
        """Places from end to end; all marks of the slider are among them, to the last digit."""
        return np.round(np.linspace(self.slider.low, self.slider.high, FINENESS), 9)

    @cached_property
    def _both(self) -> tuple[np.ndarray, np.ndarray]:
        heights, slopes = self.formula.both(self.xs)
        defined = np.abs(heights) <= HIGHEST
        return np.where(defined, heights, np.nan), np.where(defined, slopes, np.nan)

    @property
    def heights(self) -> np.ndarray:
        """The function's values."""
        return self._both[0]

    @property
    def slopes(self) -> np.ndarray:
        """Its slopes; not finite where it stands upright."""
        return self._both[1]

    @cached_property
    def _usual(self) -> tuple[float, float]:
        """The heights between which nearly all of the curve lies, with three quarters as much air around."""
        finite = self.heights[np.isfinite(self.heights)]
        low, high = np.quantile(finite, [0.05, 0.95])
        air = 0.75 * (high - low)
        return max(float(low - air), float(finite.min())), min(float(high + air), float(finite.max()))

    @cached_property
    def _deepest(self) -> tuple[float, float, bool]:
        """Where it is lowest, how low, and whether it falls without end there.

        The surroundings are looked at more and more closely. Near a pole that doesn't settle: the last look
        lowers the lowest value as much as the one before.
        """
        x, width, found = float(self.xs[np.nanargmin(self.heights)]), self.slider.span / (FINENESS - 1), []
        for _ in range(ZOOMS):
            around = np.clip(x + width * np.linspace(-1, 1, 201), self.slider.low, self.slider.high)
            heights = self.formula.both(around)[0]
            heights = np.where(np.abs(heights) <= HIGHEST, heights, np.inf)
            x, width = float(around[heights.argmin()]), width / 100
            found.append(float(heights.min()))
        return x, found[-1], self._falls_on(found)

    def _falls_on(self, found: Sequence[float]) -> bool:
        """Return whether closer and closer looks at the lowest place find lower and lower values."""
        height = self._usual[1] - self._usual[0]
        last, before = found[-2] - found[-1], found[-3] - found[-2]
        abyss = np.nanmin(self.heights) - found[-1] > 10 * height > 0
        return bool(abyss or (last > 0.9 * before and last > 1e-6 * height))

    @cached_property
    def is_endless(self) -> bool:
        """Whether it falls below all bounds somewhere on the slider."""
        return self._deepest[2]

    @cached_property
    def is_level(self) -> bool:
        """Whether it is a constant, as far as one can see."""
        bottom, top = self._usual
        return top - bottom <= 1e-9 * max(abs(top), 1e-6)

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The heights at the bottom and the top of its picture, without air."""
        bottom, top = self._usual
        if self.is_level:
            room = max(abs(top) / 2, 1e-6)
            return bottom - room, top + room
        return bottom if self.is_endless else min(bottom, self._deepest[1]), top

    @property
    def height(self) -> float:
        """From the bottom of its picture to the top."""
        return self.ends[1] - self.ends[0]

    @property
    def lowest(self) -> float:
        """Its lowest value on the slider; the bottom of its picture where it falls without end."""
        return self.ends[0] if self.is_endless else self._deepest[1]

    @property
    def bottom(self) -> float:
        """Where it is lowest."""
        return self._deepest[0]

    @property
    def goal(self) -> float:
        """The height at which the lowest point counts as found."""
        if self.is_endless:
            return self.lowest
        middle = float(np.nanmedian(self.heights)) - self.lowest
        return self.lowest + max(min(CLOSE * self.height, CLOSER * middle), 1e-6 * self.height)

    @cached_property
    def corners(self) -> np.ndarray:
        """Where it has its lowest points with a corner, as |x| has: the slope leaps from minus to plus there.

        Between neighbours where the slope turns, the turn is enclosed by halving. Where it is smooth, nothing
        is left of the leap.
        """
        turns = np.flatnonzero((self.slopes[:-1] < 0) & (self.slopes[1:] >= 0))
        left, right = self.xs[turns], self.xs[turns + 1]
        for _ in range(40):
            middle = (left + right) / 2
            falls = self.formula.both(middle)[1] < 0
            left, right = np.where(falls, middle, left), np.where(falls, right, middle)
        (low, falling), (high, rising) = self.formula.both(left), self.formula.both(right)
        leaps = (rising - falling > 1e-3 * self.height / self.slider.span) & (rising < np.inf)
        with np.errstate(invalid="ignore"):
            joined = np.abs(high - low) < 1e-3 * self.height  # not over a pole
        return np.asarray(left[leaps & joined])

    @cached_property
    def ground(self) -> str:
        """What the lowest place is like: one of `LOWEST`, `CORNER`, `END`, `ENDLESS` and `EVERYWHERE`."""
        if self.is_level or self.is_endless:
            return EVERYWHERE if self.is_level else ENDLESS
        x, near = self._deepest[0], self.slider.step
        if any(abs(self.corners - x) < near):
            return CORNER
        slope = self.formula.both(x)[1]
        return LOWEST if abs(slope) * self.slider.span <= 0.02 * self.height else END

    @cached_property
    def start(self) -> float:
        """A mark of the slider to begin at: the usual one, or one far out, high above the goal, on a slope.

        Where there is none, the first mark where the function has a value.
        """
        first = self.slider.start
        outward = self.marks[np.argsort(-np.abs(self.marks), kind="stable")]
        inner = outward[np.abs(outward) <= abs(first)]
        for x, above in ((x, share) for share in (0.1, 0.01) for x in (first, *inner)):
            if self._suits(float(x), above):
                return float(x)
        heights = self.formula.both(self.marks)[0]
        defined, unsolved = np.abs(heights) <= HIGHEST, heights > self.goal
        wanted = defined & unsolved if (defined & unsolved).any() else defined
        return float(self.marks[np.where(wanted, np.abs(self.marks - first), np.inf).argmin()])

    @cached_property
    def marks(self) -> np.ndarray:
        """Where a hand can put the slider."""
        count = round(self.slider.span / self.slider.step) + 1
        return np.array([self.slider.snap(x) for x in np.linspace(self.slider.low, self.slider.high, count)])

    def _suits(self, x: float, above: float) -> bool:
        height, slope = self.formula.both(x)
        steep = 0.02 * self.height < abs(slope) * self.slider.span < np.inf
        return bool(self.goal + above * self.height < height <= HIGHEST and steep)
