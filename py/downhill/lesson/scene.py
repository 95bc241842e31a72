"""Everything that a picture of a lesson can show, and a run of the machine that the reader keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson.chosen_lesson import ChosenLesson
from downhill.lesson.trail import Leg, Trail
from downhill.lesson.way import PLAIN
from downhill.text.format import PAGE, enumerated, fill, rate_shown


class Scene(NamedTuple):
    """Everything a picture can show: what is measured now and one step ahead, the trail, and more.

    `lesson` is the lesson in the chosen variant. `now` and `ahead` are results of its `measure`;
    `ahead` is None if no step can be taken.
    `values` and `next_values` hold the sliders' values in order, `trail` all the places up to now;
    `log` asks for losses on a logarithmic scale; `held` means that a hand is moving one of the points;
    `aims` names the sliders that are axes, where the reader can choose; `kept` are earlier runs to draw with
    the trail. `reel` names what the film plays in the picture, up to this `share` of it; None without a film.
    `noted` are earlier trails, by name.
    `parts` are the parts of the stage that the film has introduced so far; None if all are shown.
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
        """Return whether a part of the stage is shown: always, unless a film hasn't introduced it yet."""
        return self.parts is None or part in self.parts

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the variant, by name."""
        return self.lesson.data


@dataclass(frozen=True, eq=False)
class Kept:
    """One run: its places after `first` steps and all later ones, values of shape (k, n), losses (k,).

    `number` is what the pictures call it, from 1; `legs` are its stretches with one rate and one way each.
    """

    number: int
    first: int
    values: np.ndarray
    losses: np.ndarray
    steps: int
    legs: tuple[Leg, ...]
    verdict: str

    @property
    def rates(self) -> tuple[float, ...]:
        """The learning rates, each once, in order of first use."""
        return tuple(dict.fromkeys(leg.rate for leg in self.legs))

    @property
    def ways(self) -> tuple[str, ...]:
        """The names of the ways downhill, each once, in order of first use."""
        return tuple(dict.fromkeys(leg.way.name for leg in self.legs))

    @property
    def name(self) -> str:
        """The run in a few words; plain descent is named only if another way was used too."""
        low, high = (rate_shown(rate) for rate in (min(self.rates), max(self.rates)))
        rate = fill(PAGE["kept.rate" if low == high else "kept.rates"], {"a": low, "b": high})
        steps = fill(PAGE["kept.steps" if self.steps != 1 else "kept.step"], {"steps": str(self.steps)})
        ways = [] if self.ways == (PLAIN,) else [PAGE[f"way.{way}"] for way in self.ways]
        return enumerated([*ways, rate, steps])
