"""Whatever depends on a lesson's choices alone."""

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
    """Whatever depends on a lesson's choices alone, wherever its sliders are. It is computed once and cached.

    Each field that is given replaces the lesson's own:

    - `goal` is the loss at which the lesson is solved, in the unit of the loss; `rates` are learning rates.
    - `sliders` have the lesson's names, with other ends, starts, steps or units. A function without
      parameters makes them when they are needed: not while a hand drags a point.
    - `scaling` is the square matrix from the sliders' values to the units of descent.
    - `notes` name sentences that hold in the whole variant; they are shown under the picture.
    - `loss_decimals` and `table_decimals` are those of the loss and of the table's numbers.
    - `concealed` hides whether the goal is reached, and whether there is lower ground elsewhere.
    - `loss_ends` are the ends (low, high) of the axis in pictures of the loss: those of the lesson's own
      picture, if that shows losses too.
    - `words` override the lesson's words with the same keys.
    - `points` are those of the lesson's `plot`.
    - `data` is passed, by name, to functions of the lesson with parameters of these names, and as
      `scene.data` to its picture. Every variant of a lesson has data with the same names.
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
