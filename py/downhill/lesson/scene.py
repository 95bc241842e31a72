"""All that a picture of a lesson may show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson.chosen_lesson import ChosenLesson
from downhill.lesson.kept_run import Kept
from downhill.lesson.trail import Trail


class Scene(NamedTuple):
    """All that a picture may show: what is measured now, what one step ahead would measure, and the trail.

    `lesson` is the lesson in the variant that is chosen. `now` and `ahead` are results of its `measure`;
    `ahead` is None where no step can be taken.
    `values` and `next_values` hold the sliders' values in order, `trail` all the places up to now;
    `log` asks for losses on a logarithmic scale; `held` tells that a hand is moving one of the points;
    `aims` names the sliders that are axes where the reader may choose; `kept` are earlier runs to draw
    beside the trail. `reel` names what the film plays in the picture, up to this `share` of it; None where
    there is no film. `noted` are earlier trails, by name.
    `parts` are the parts of the stage that the film has named so far; None where all are there.
    """

    lesson: ChosenLesson
    now: Any
    ahead: Any
    mover: str
    values: tuple[float, ...]
    next_values: tuple[float, ...] | None
    trail: Trail
    choices: Mapping[str, str]
    log: bool = False
    held: bool = False
    aims: Mapping[str, tuple[str, ...]] = {}
    kept: tuple[Kept, ...] = ()
    reel: str | None = None
    share: float = 1.0
    noted: Mapping[str, np.ndarray] = {}
    parts: frozenset[str] | None = None

    def shows(self, part: str) -> bool:
        """Whether a part of the stage is there: always, but where a film has not named it yet."""
        return self.parts is None or part in self.parts

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the variant, by name."""
        return self.lesson.data
