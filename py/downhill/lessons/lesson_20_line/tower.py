"""The tower of all bars of a line, one on the other: as tall as its error is large."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Look, Scene
from downhill.lessons.lesson_20_line import reels
from downhill.lessons.lesson_20_line.reels import part
from downhill.lessons.lesson_20_line.stage_places import Places
from downhill.text.format import fill

NUMBER = 40.0  # CSS pixels, the letters of its number; less on a small stage, or where it is long
ROOM = 64.0  # CSS pixels above the tallest tower, for its number
SEAM = 1.5  # CSS pixels between two bars
LIFT = 46.0  # CSS pixels that a bar rises on its way


class Tower:
    """The strokes of the tower on axes in CSS pixels."""

    def __init__(self, over: Any, look: Look, size: float) -> None:
        self.look = look
        self.pieces = look.arcs(over, look.error, 7, blunt=True)
        self.least = look.line(over, look.text, 3.0, 8).dashed(3, 7)
        self.size = size
        self.number = look.names(over, size, behind=look.stage)

    def clear(self) -> None:
        """There is none."""
        self.pieces.put((), ())
        self.least.put(())
        self.number.put((), np.empty((0, 2)), ())

    @staticmethod
    def arrived(share: float, count: int) -> np.ndarray:
        """How far each bar has come on its way to the tower, shape (count,)."""
        begins = 0.2 + 0.6 * np.arange(count) / max(count, 1)
        return np.array([part(share, begin, begin + 0.2) for begin in begins])

    def flown(self, share: float, count: int) -> np.ndarray:
        """Which bars are on their way, or there."""
        return np.asarray(self.arrived(share, count) > 0)

    def put(self, scene: Scene, at: Places, bars: np.ndarray, close: float) -> None:
        """Pile up bars, given in CSS pixels, shape (n, 2, 2): those that have come, or all."""
        if not close or not len(bars):
            self.clear()
            return
        x, thick, base = at.tower
        lengths = np.abs(bars[:, 1, 1] - bars[:, 0, 1])
        room = base - at.plot[1] - ROOM if base <= at.plot[1] + at.plot[3] else base - at.land[1] - ROOM / 2
        scale = min(1.0, room / max(float(lengths.sum()), 1e-9))
        tops = base - scale * np.cumsum(lengths)
        way = self.arrived(scene.share, len(bars)) if scene.reel == reels.TOWER else np.ones(len(bars))
        piled = np.stack(
            [
                np.stack([np.full(len(bars), x), tops + scale * lengths - SEAM], 1),
                np.stack([np.full(len(bars), x), tops], 1),
            ],
            1,
        )
        starts = np.sort(bars, axis=1)[:, ::-1]
        spots = starts + way[:, None, None] * (piled - starts)
        spots[..., 1] -= (LIFT * np.sin(np.pi * way))[:, None]
        there = way > 0
        self.pieces.put([*spots[there]], [*(at.bar + way[there] * (thick - at.bar))])
        total = max(float(lengths.sum()), 1e-9)
        self._tell(scene, at, scale * total, lengths @ way / total)

    def _tell(self, scene: Scene, at: Places, tall: float, share: float) -> None:
        """The number on its top, no wider than up to the map, and the height of the least error."""
        (x, thick, base), lesson, error = at.tower, scene.lesson, scene.choices["error"]
        key = f"off.{lesson.data['source'].name}"
        told = (
            fill(lesson.words.get(key, lesson.words["off"]), {"mean": share * scene.now.loss})
            if error == "absolute"
            else ""
        )
        room = 2 * (at.land[0] - x) - 8
        size = self.number.size = self.size * min(1.0, room / max(self.look.width_of(told, self.size), 1.0))
        left = max(x - self.look.width_of(told, size) / 2 - 7, 1.0)
        self.number.put(
            [told] if told else [],
            np.array([[left, base - share * tall - 0.62 * size]])[: bool(told)],
            [self.look.wrong][: bool(told)],
        )
        least = lesson.data["cloud"].least(error) / max(scene.now.loss, 1e-9) * tall
        done = (scene.reel != reels.TOWER or scene.share == 1) and error == "absolute"
        self.least.put(
            [(x - thick / 2 - 12, base - least), (x + thick / 2 + 12, base - least)] if done else ()
        )
