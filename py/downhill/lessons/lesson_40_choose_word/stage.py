"""Where things stand in the film's picture, whatever its size: CSS pixels from its top left."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

ROWS = 6
NARROW, LOW = 600.0, (480.0, 360.0)
SIZES = (  # top, room at the foot, strip as a share of the height, warm, tall, ends, letters
    (146.0, 150.0, 0.53, 160.0, 84.0, 288.0, 20.0),
    (126.0, 134.0, 0.57, 132.0, 80.0, 238.0, 16.0),
    (112.0, 134.0, 0.57, 122.0, 72.0, 222.0, 16.0),
    (66.0, 130.0, 0.68, 80.0, 72.0, 172.0, 14.0),
)
"""Of a wide stage, and of ever lower narrow ones."""
LOWEST = -0.4  # the lowest score of the table; 1 is the highest
GAP = 1.5  # half of what is free between two slices


class Stage(NamedTuple):
    """Six bars from `top`, each `row` apart and `thick`, named in a column from `left`; and one strip.

    The strip runs from `left` to `right`, `tall` from `strip`; once the temperature is named it lies at
    `warm`, over the slider, whose words are at `ends`. `letters` is the size of words, `on` that
    of words on slices, `big` that of counts,
    `rise` how high a pin is at most,
    `stacks` where three strips begin in the last picture.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    row: float
    thick: float
    zero: float
    unit: float
    strip: float
    warm: float
    tall: float
    ends: float
    letters: float
    on: float
    big: float
    rise: float
    stacks: float

    def bars(self, lengths: np.ndarray) -> np.ndarray:
        """Rectangles of bars that are so long, in units of the highest score: left, right, middle, height."""
        rows = self.top + self.row * (np.arange(len(lengths)) + 0.5)
        tips = self.zero + lengths * self.unit
        return np.stack(
            [np.minimum(tips, self.zero), np.maximum(tips, self.zero), rows, np.full(len(rows), self.thick)],
            axis=1,
        )

    def slices(self, shares: np.ndarray, is_warm: bool) -> np.ndarray:
        """Rectangles of slices with these shares of the strip, likewise."""
        ends = self.left + np.cumsum(shares) * (self.right - self.left)
        starts = ends - shares * (self.right - self.left)
        middle, tall = self.lies(is_warm)
        tips = np.maximum(ends - GAP, starts + GAP)
        return np.stack(
            [starts + GAP, tips, np.full(len(shares), middle), np.full(len(shares), tall)], axis=1
        )

    def lies(self, is_warm: bool) -> tuple[float, float]:
        """The middle of the strip, and how tall it is."""
        tall = self.tall * (0.8 if is_warm else 1.0)
        return (self.warm if is_warm else self.strip) + tall / 2, tall


def stage(width: float, height: float, words: float) -> Stage:
    """Lay out a picture of that size; the longest word is `words` wide at a size of 1."""
    narrow = width < NARROW
    left, right = (16.0, width - 10) if narrow else (48.0, width - 40)
    small = 1 + sum(height < least for least in LOW) if narrow else 0
    top, foot, strip, warm, tall, ends, letters = SIZES[small]
    row = float(np.clip((height - top - foot) / ROWS, 12, 44))
    unit = (right - left - letters * (words + 1) - 3.2 * letters) / (1 - LOWEST)
    return Stage(
        width,
        height,
        left,
        right,
        top,
        row,
        min(30.0, 0.74 * row),
        left + letters * (words + 1) - LOWEST * unit,
        unit,
        strip * height,
        warm,
        tall,
        ends,
        letters,
        14.0 if narrow else 19.0,
        18.0 if narrow else 28.0,
        44.0 if narrow else 68.0,
        64.0 if narrow else 104.0,
    )
