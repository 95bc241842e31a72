"""What a reader may foretell of the machine before it moves, and never has to."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from downhill.lesson.controls import Slider

STEP, END = "step", "end"  # what is foretold: the next step, or where the run ends
PLACE, LINE, CARDS = "place", "line", "cards"


class Guess(NamedTuple):
    """What was foretold (nothing yet while `values` is empty), of what, and what came, once it has.

    For `PLACE` and `LINE` the values are those of the sliders, for `CARDS` it is one number.
    """

    about: str
    values: tuple[float, ...] = ()
    came: tuple[float, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the machine has not answered yet."""
        return not self.came

    @property
    def covers(self) -> bool:
        """Whether the next step is to be kept from the reader, as it would give the answer away."""
        return self.is_open and self.about == STEP


@dataclass(frozen=True)
class Prediction:
    """What can be foretold in a lesson.

    `PLACE` is where its one slider goes, `LINE` where its two do, which are a line in its picture, `CARDS` a
    number from 0 to `most`. `about` names what can be foretold so, the usual first.
    `count(before, after)` is what comes of a step with `CARDS`, from what was measured before and after it.
    `pointed(data, values, place, sides)` gives the sliders' values for a hand that points to a place (x, y)
    of the picture, whose lower axis ends at `sides`; `values` are those before, `data` that of the variant.
    Raises `ValueError` for another kind, for nothing to foretell, and for cards that nothing counts.
    """

    kind: str
    about: tuple[str, ...]
    most: int = 0
    count: Callable[[Any, Any], float] | None = None
    pointed: Callable[..., Sequence[float]] | None = None

    def __post_init__(self) -> None:
        if self.kind not in (PLACE, LINE, CARDS) or not self.about or not {*self.about} <= {STEP, END}:
            raise ValueError(f"no prediction of the kind {self.kind!r} about {self.about}")
        if self.kind == CARDS and (not self.most or self.count is None or END in self.about):
            raise ValueError("cards need a number of them, and what counts it in a step")

    @property
    def tolerances(self) -> tuple[float, float] | None:
        """What counts as right and as nearly right, in shares of the spans; None: as usual."""
        return (0.0, 1 / self.most) if self.kind == CARDS else None

    def fitted(self, values: Sequence[float], sliders: Sequence[Slider]) -> tuple[float, ...]:
        """Values as they can be foretold: on the sliders' marks, or a card.

        Raises `ValueError` for another number of values, and for one that is not finite.
        """
        if len(values) != (1 if self.kind == CARDS else len(sliders)) or not all(map(math.isfinite, values)):
            raise ValueError(f"{list(values)} can't be foretold with {self.kind}")
        if self.kind == CARDS:
            return (float(min(max(round(values[0]), 0), self.most)),)
        return tuple(slider.snap(value) for slider, value in zip(sliders, values, strict=True))

    def spans(self, sliders: Sequence[Slider]) -> tuple[float, ...]:
        """From the least that can be foretold to the most, value by value."""
        return (float(self.most),) if self.kind == CARDS else tuple(slider.span for slider in sliders)
