"""Finds the weight of a model at a point of its picture, and the one next to another."""

from __future__ import annotations

from typing import Any

from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from downhill.training.model_lesson import Frame
from downhill.training.trainer_view import weight_text
from downhill.training.weight_map import WeightMap, weight_map


class WeightPicker:
    """Finds weights in the pictures of a studio."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio

    def _frame(self, lesson: str) -> Frame:
        easel = self.studio.easels[lesson, OWN]
        larger = easel.larger
        return Frame(easel.width / larger, easel.height / larger, round(easel.ratio * larger, 6))

    def _map(self, lesson: str) -> WeightMap:
        frame, trainer = self._frame(lesson), self.studio.session.trainer(lesson)
        return weight_map(round(frame.wide), round(frame.high), frame.ratio, trainer.training.size)

    def _tell(self, lesson: str, index: int | None) -> dict[str, Any]:
        trainer = self.studio.session.trainer(lesson)
        finder = trainer.lesson.finders.get(OWN)
        if index is None:
            return {}
        return {
            "index": index,
            "told": finder.told(trainer, index) if finder else weight_text(trainer, index),
        }

    def find(self, lesson: str, x: float, y: float) -> dict[str, Any]:
        """Return the weight at a point, in CSS pixels from the top left: index and description, or nothing.

        If the lesson has its own finder for the picture, return what that one finds.
        """
        stand, trainer = self.studio.easels[lesson, OWN], self.studio.session.trainer(lesson)
        larger, finder = stand.larger, trainer.lesson.finders.get(OWN)
        if finder:
            place = x / larger, y / larger
            return self._tell(lesson, finder.at(trainer, stand.look, self._frame(lesson), *place))
        return self._tell(lesson, self._map(lesson).at(x / larger, y / larger))

    def beside(self, lesson: str, across: int, down: int) -> dict[str, Any]:
        """Return the weight that many cells from the selected one, likewise."""
        trainer = self.studio.session.trainer(lesson)
        chosen, finder = trainer.chosen, trainer.lesson.finders.get(OWN)
        if finder:
            return self._tell(lesson, finder.beside(trainer, chosen, int(across), int(down)))
        return self._tell(lesson, self._map(lesson).beside(chosen, int(across), int(down)))
