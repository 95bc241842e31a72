"""A gradient that a reader wrote, held against the loss itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from downhill.maths.descent import Numbers, central_gradient

Loss = Callable[[np.ndarray], float]
Gradient = Callable[[np.ndarray], np.ndarray]
NEAR, FAR = 1e-5, 1e-4  # shares of a width: how far the one-sided slopes look
EXACT = 1e-3  # share of a slope up to which two of them are the same
ROUNDING = 64 * float(np.finfo(float).eps)


class Off(NamedTuple):
    """A place where the gradient and the loss disagree: what each says of one slider's slope there."""

    place: tuple[float, ...]
    name: str
    said: float
    measured: float


def gradient_check(
    loss: Loss, gradient: Gradient, places: Sequence[Numbers], widths: Numbers, names: Sequence[str]
) -> tuple[Off, ...]:
    """Where a gradient is off, in the order of the places and of the sliders in each.

    At a place and for a slider the gradient's entry is compared with the central difference over a
    hundred-thousandth of the slider's width. They are the same within a thousandth of the largest slope in
    sight, and what rounding makes of the difference. Where the loss has a kink, everything between the slopes
    on its two sides is right (a subgradient); where it jumps, or isn't finite, nothing is said. An entry
    that isn't finite where the loss has a slope is off. What `loss` and `gradient` raise goes on.
    """
    looked = [_Look(loss, np.asarray(place, dtype=float), widths) for place in places]
    said = [np.asarray(gradient(look.place), dtype=float) for look in looked]
    largest = [
        max((abs(look.slopes[i]) for look in looked if look.smooth(i)), default=0.0)
        for i in range(len(names))
    ]
    return tuple(
        Off(tuple(look.place.tolist()), name, float(says[i]), right)
        for look, says in zip(looked, said, strict=True)
        for i, name in enumerate(names)
        if (right := look.better(i, float(says[i]), largest[i])) is not None
    )


class _Look:
    """What a loss says around a place: central slopes, and slopes to both sides, shape (n,)."""

    def __init__(self, loss: Loss, place: np.ndarray, widths: Numbers) -> None:
        self.place = place
        self.height = float(loss(place))
        self.slopes = central_gradient(loss, place, widths)
        self.sides = {
            share: [self._sides(loss, i, share * width) for i, width in enumerate(widths)]
            for share in (NEAR, FAR)
        }
        self.blur = [ROUNDING * max(abs(self.height), 1e-300) / (NEAR * width) for width in widths]

    def _sides(self, loss: Loss, i: int, step: float) -> tuple[float, float]:
        shift = np.zeros_like(self.place)
        shift[i] = step
        left, right = float(loss(self.place - shift)), float(loss(self.place + shift))
        return (self.height - left) / step, (right - self.height) / step

    def _gap(self, i: int, share: float) -> float:
        left, right = self.sides[share][i]
        return abs(right - left)

    def smooth(self, i: int) -> bool:
        """Return whether the two sides agree the better, the nearer one looks; a kink stays, a jump grows."""
        near, far = self._gap(i, NEAR), self._gap(i, FAR)
        return bool(
            np.isfinite(self.slopes[i]) and near <= 0.3 * far + self.blur[i] + EXACT * abs(self.slopes[i])
        )

    def better(self, i: int, said: float, largest: float) -> float | None:
        """The loss's own slope where `said` is another; None if it may stand."""
        left, right = self.sides[NEAR][i]
        near, far = self._gap(i, NEAR), self._gap(i, FAR)
        if not np.isfinite([self.height, left, right, far]).all() or near > 3 * far + self.blur[i]:
            return None
        if self.smooth(i):
            left = right = float(self.slopes[i])
        leeway = EXACT * max(abs(left), abs(right), 0.01 * largest) + self.blur[i]
        if np.isfinite(said) and min(left, right) - leeway <= said <= max(left, right) + leeway:
            return None
        return min((left, right), key=lambda slope: abs(slope - said)) if np.isfinite(said) else left
