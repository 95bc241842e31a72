"""The landscape of all lines from above: its ground is the error, across is how steep, up how high."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Look, Scene
from downhill.lessons.lesson_20_line import reels
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.lessons.lesson_20_line.reels import Played
from downhill.lessons.lesson_20_line.stage_places import Box, Places

FINE, BANDS = 320, 13  # places along each side; bands of equal error
HIGH = 0.325  # of the points' height: so far the map reaches up and down from their middle
LIGHT = 0.16  # how much lighter or darker a slope is that lies in the light, or away from it


class Landscape:
    """The map's ground on axes of its own, and the marks on it."""

    def __init__(self, over: Any, look: Look, letters: float) -> None:
        self.look, self.image, self.letters = look, look.image(over), letters
        self.lowest = look.bars(over, "#ffffff", 3.0, 5)
        self.path = look.line(over, look.machine, 3.5, 6).rimmed(look.paper, 1.5)
        self.steps = look.dots(over, 9.0, look.machine, "diamond")
        self.spot, self.yours = look.spot(over, 24.0), look.spot(over, 20.0)
        self.names = look.names(over, letters, behind=look.stage)
        self.known: Any = None

    def clear(self) -> None:
        """There is none."""
        for stroke in (self.image, self.lowest, self.path, self.steps):
            stroke.put(())
        self.spot.put((), HAND)
        self.yours.put((), HAND)
        self.names.put((), np.empty((0, 2)), ())

    def put(self, scene: Scene, at: Places, shown: Played, open_: float) -> None:
        """Unroll that share of it."""
        self.clear()
        if open_ <= 0 or scene.reel == reels.BREAK:
            return
        cloud, error = scene.data["cloud"], scene.choices["error"]
        m_ends = scene.lesson.sliders[0].low, scene.lesson.sliders[0].high
        self.image.put(self._ground(cloud, error, m_ends), at.land, open_)
        if open_ == 1:
            self._mark(scene, at.land, cloud, m_ends, shown)

    def _ground(self, cloud: Cloud, error: str, m_ends: tuple[float, float]) -> np.ndarray:
        if self.known != (cloud, error, m_ends):
            self.known = cloud, error, m_ends
            self.coloured = coloured(ground(cloud, error, m_ends), self.look)
        return self.coloured

    def _mark(
        self, scene: Scene, land: Box, cloud: Cloud, m_ends: tuple[float, float], shown: Played
    ) -> None:
        middle, (left, top, wide, high) = cloud.middle, land
        ends = h_ends(cloud)

        def spots(lines: Any) -> np.ndarray:
            m, b = np.asarray(lines, dtype=float).reshape(-1, 2).T
            across = (m - m_ends[0]) / (m_ends[1] - m_ends[0])
            up = (b + m * middle[0] - ends[0]) / (ends[1] - ends[0])
            return np.stack(
                [left + np.clip(across, 0, 1) * wide, top + (1 - np.clip(up, 0, 1)) * high], axis=1
            )

        (x, y), look, words = spots(cloud.lines[scene.choices["error"]])[0], self.look, scene.lesson.words
        self.lowest.put(np.array([[(x - 8, y), (x + 8, y)], [(x, y - 8), (x, y + 8)]]))
        here = spots(shown.line)
        if shown.mover == MACHINE:
            way = spots(scene.trail.values[: len(scene.trail)][-60:])
            self.path.put(way)
            self.steps.put(way[:-1])
            self.yours.put(spots(scene.noted[HAND][-1]) if HAND in scene.noted else (), HAND)
        self.spot.put(here, shown.mover)
        said = [words["film.lowest"], f"{words['film.steeper']} →", f"{words['film.higher']} ↑"]
        size = self.letters
        last = left + wide - look.width_of(said[1], size) - 7
        low = look.width_of(said[0], size)
        beside = (x + 12, y) if x + 12 + low < left + wide else (x - low / 2 - 7, y + 8 + 0.8 * size)
        put = np.array([beside, (last, top + high + 0.8 * size), (left - 7, top - 0.7 * size)])
        self.names.put(said, put, [look.text, look.quiet, look.quiet])


def h_ends(cloud: Cloud) -> tuple[float, float]:
    """The heights in the middle of the points from the map's foot to its top."""
    reach = HIGH * cloud.height
    return cloud.middle[1] - reach, cloud.middle[1] + reach


@lru_cache(maxsize=4)
def ground(cloud: Cloud, error: str, m_ends: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    """How high the landscape is, from 0 to 1, and how much it lies in the light, shape (`FINE`, `FINE`).

    Row 0 is the map's top, column 0 its left edge.
    """
    nth = (np.arange(FINE) + 0.5) / FINE
    m = m_ends[0] + nth * (m_ends[1] - m_ends[0])
    low, high = h_ends(cloud)
    u = (cloud.u - cloud.middle[0]) / cloud.spread
    off = cloud.y - (high - nth * (high - low))[:, None, None] - (cloud.spread * m)[:, None] * u
    losses = (np.abs(off) if error == "absolute" else off**2).sum(axis=-1)
    share = np.sqrt((losses - losses.min()) / max(float(np.ptp(losses)), 1e-12))
    light = (np.sign(off) * (u - 1)).mean(axis=-1)
    return share, light


def coloured(found: tuple[np.ndarray, np.ndarray], look: Look) -> np.ndarray:
    """The landscape in a look's colors, darker where it is lower: bytes, shape (n, n, 4)."""
    share, light = found
    low, high = (
        np.array([int(ink[i : i + 2], 16) for i in (1, 3, 5)]) for ink in (look.deep, look.contours[-1])
    )
    banded = 0.25 * share + 0.75 * np.floor(share * BANDS) / BANDS
    tinted: np.ndarray = low + banded[..., None] * (high - low)
    lit = np.clip(tinted * (1 + LIGHT * light[..., None]), 0, 255)
    return np.concatenate([lit, np.full((*share.shape, 1), 255.0)], axis=-1).astype(np.uint8)
