"""Which weight of a model lies under a point of its picture, and which one beside another."""

from __future__ import annotations

from typing import Any

from downhill.studio.studio import OWN, Studio
from downhill.training.trainer_view import weight_text
from downhill.training.weight_map import WeightMap, weight_map


class WeightPicker:
    """Finds weights in the pictures of a studio."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio

    def _map(self, lesson: str) -> WeightMap:
        easel, trainer = self.studio.easels[lesson, OWN], self.studio.session.trainer(lesson)
        width, height = (round(side / easel.larger) for side in (easel.width, easel.height))
        return weight_map(width, height, round(easel.ratio * easel.larger, 6), trainer.training.size)

    def _tell(self, lesson: str, index: int | None) -> dict[str, Any]:
        trainer = self.studio.session.trainer(lesson)
        return {} if index is None else {"index": index, "told": weight_text(trainer, index)}

    def find(self, lesson: str, x: float, y: float) -> dict[str, Any]:
        """The weight under a point, in CSS pixels from the top left: number and what it is, or nothing."""
        larger = self.studio.easels[lesson, OWN].larger
        return self._tell(lesson, self._map(lesson).at(x / larger, y / larger))

    def beside(self, lesson: str, across: int, down: int) -> dict[str, Any]:
        """The weight so many cells from the one that is chosen, likewise."""
        chosen = self.studio.session.trainer(lesson).chosen
        return self._tell(lesson, self._map(lesson).beside(chosen, int(across), int(down)))
