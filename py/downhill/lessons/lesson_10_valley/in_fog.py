"""The curve in fog: what is seen and said where only the surroundings of the point are known."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Choice, Look, Scene
from downhill.lesson.spans import inside, merged
from downhill.lessons.lesson_10_valley.curve import Curve

CLEAR, FOG = "clear", "fog"
CHOICE = Choice("fog", (CLEAR, FOG), only_shows=True, label="Weather", labels=("Clear", "Fog"))
SIGHT = 0.6  # so far one sees along x, to both sides of where the point is, and has been
STEEP, GENTLE = 1.0, 0.25  # slopes, in relation to the curve's relief
NOTHING = np.empty((0, 2))  # no span
NEAR = 1e-4  # around a place, to feel whether the curve has a corner there

WORDS = {
    "now.fog-right-steep": "At x = {x:2} the curve is {loss:f} high. It falls to the right, steeply.",
    "now.fog-right": "At x = {x:2} the curve is {loss:f} high. It falls to the right.",
    "now.fog-right-gentle": "At x = {x:2} the curve is {loss:f} high. It falls to the right, gently.",
    "now.fog-left-steep": "At x = {x:2} the curve is {loss:f} high. It falls to the left, steeply.",
    "now.fog-left": "At x = {x:2} the curve is {loss:f} high. It falls to the left.",
    "now.fog-left-gentle": "At x = {x:2} the curve is {loss:f} high. It falls to the left, gently.",
    "now.fog-level": "At x = {x:2} the curve is {loss:f} high. It is level here.",
    "now.fog-corner": "At x = {x:2} the curve is {loss:f} high. It has a corner here and "
    "rises on both sides.",
    "now.fog-ridge": "At x = {x:2} the curve is {loss:f} high. It has a corner here and falls on both sides.",
}


def describe(place: Any, curve: Curve, level: float) -> str:
    """Which sentence is true at a place, from what is felt there alone; slopes up to `level` are level."""
    if place.lack:
        return str(place.lack)
    before, after = (float(slope) for slope in curve.both(place.x + NEAR * np.array([-1.0, 1.0]))[1])
    if before < -level and after > level:
        return "fog-corner"
    if before > level and after < -level:
        return "fog-ridge"
    if abs(place.slope) <= level:
        return "fog-level"
    steepness = abs(place.slope) / curve.relief
    much = "-steep" if steepness >= STEEP else "-gentle" if steepness <= GENTLE else ""
    return ("fog-left" if place.slope > 0 else "fog-right") + much


def seen(scene: Scene) -> np.ndarray:
    """What one has seen of the curve: spans of x, shape (k, 2), lowest first."""
    return merged(scene.trail.visited() + np.array([-SIGHT, SIGHT]))


class FoggyCurve:
    """The curve in a picture, whole or in fog: then only what has been seen of it."""

    def __init__(self, axes: Any, look: Look) -> None:
        self.axes = axes
        (self.whole,) = axes.plot([], [], color=look.ground, linewidth=3, zorder=3)
        self.part = look.broken(axes, look.ground, 3.0, zorder=3)
        self.fog = look.fog(axes)
        self.points = np.empty((0, 2))
        self.weather = ""
        self.spans: np.ndarray | None = None  # what is seen of these points; None before that is known

    def set(self, points: np.ndarray) -> None:
        """Another curve: its points, shape (n, 2), NaN where it has no height."""
        self.points, self.spans = points, None
        self.whole.set_data(*points.T)

    def put(self, scene: Scene) -> bool:
        """What the scene shows of the curve. Returns whether the ground must be drawn anew."""
        fresh = bool(scene.choices["fog"] != self.weather)
        if fresh:
            self.weather, clear = scene.choices["fog"], scene.choices["fog"] == CLEAR
            self.fog.spread(not clear)
            self.whole.set_visible(clear)
            self.axes.tick_params(axis="y", left=clear, labelleft=clear)
        self._clear(NOTHING if self.weather == CLEAR else seen(scene))
        return fresh

    def _clear(self, spans: np.ndarray) -> None:
        """Let the fog clear over spans of x, shape (k, 2), lowest first."""
        if spans is self.spans or (self.spans is not None and np.array_equal(spans, self.spans)):
            self.fog.clearings.rest()
            self.part.rest()
            return
        self.spans = spans
        heights = np.where(inside(spans, self.points[:, 0]), self.points[:, 1], np.nan)
        self.fog.clearings.put(spans)
        self.part.put(np.stack([self.points[:, 0], heights], axis=1))
