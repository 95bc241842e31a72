"""What follows from a lesson's choices alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from downhill.lesson.controls import Rates, Slider
from downhill.points.points import Points

Matrix = Sequence[Sequence[float]]
Note = tuple[str, Mapping[str, Any]]  # the key of a sentence, and what to fill in


@dataclass(frozen=True, kw_only=True)
class Variant:
    """What follows from a lesson's choices alone, wherever its sliders stand. It is made once and kept.

    Each field that is given takes the place of the lesson's own:

    - `goal` is the loss at which the lesson is solved, in the unit of the loss; `rates` are learning rates.
    - `sliders` have the lesson's names, with other ends, starts, steps or units. A function without
      parameters makes them when they are needed: not while a hand drags a point.
    - `scaling` is the square matrix from the sliders' values to the units in which descent walks.
    - `notes` name sentences that hold in the whole variant; they stand under the picture.
    - `loss_decimals` and `table_decimals` are those of the loss and of the table's numbers.
    - `concealed` keeps to itself whether the goal is reached, and whether there is lower ground elsewhere.
    - `loss_ends` are the losses (low, high) between which a picture of the loss has its axis: those of the
      lesson's own picture, where that shows losses, too.
    - `words` go before the lesson's words of the same keys.
    - `points` are those of the lesson's `plot`.
    - `data` is handed on, by name, to functions of the lesson with parameters of these names, and as
      `scene.data` to its picture. Every variant of a lesson has data of the same names.
    """

    goal: float | None = None
    rates: Rates | None = None
    sliders: tuple[Slider, ...] | Callable[[], tuple[Slider, ...]] | None = None
    scaling: Matrix | None = None
    notes: Sequence[Note] | None = None
    loss_decimals: int | None = None
    table_decimals: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    points: Points | None = None
    concealed: bool | None = None
    loss_ends: tuple[float, float] | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
