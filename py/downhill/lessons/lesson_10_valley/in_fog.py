"""The curve in fog: what is seen and said where only the surroundings of the point are known."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Choice, Look, Scene
from downhill.lesson.spans import inside, merged
from downhill.lessons.lesson_10_valley.curve import Curve

CLEAR, FOG = "clear", "fog"
CHOICE = Choice("fog", (CLEAR, FOG), only_shows=True, label="Weather", labels=("Clear", "Fog"))
SIGHT = 0.6  # so far one sees along x, to both sides of where the point is, and has been
STEEP, GENTLE = 1.0, 0.25  # slopes, in relation to the curve's relief
MOST = 200  # marks of earlier places
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
        self.steps = {mover: look.spot(axes, size=6) for mover in (HAND, MACHINE)}
        self.points = np.empty((0, 2))

    def set(self, points: np.ndarray) -> None:
        """Another curve: its points, shape (n, 2), NaN where it has no height."""
        self.points = points
        self.whole.set_data(*points.T)

    def _put_steps(self, scene: Scene) -> None:
        """The marks of earlier places: in fog they move with the clearings, in clear weather others last."""
        trail, curve = scene.trail, scene.data["curve"]
        shown = trail.shown(MOST) if scene.choices["fog"] == FOG else np.empty(0, int)
        xs = trail.values[shown, 0]
        with np.errstate(all="ignore"):
            places = np.stack([xs, curve.both(xs)[0] + 0 * xs], axis=1)
        there = np.isfinite(places).all(axis=1)
        for mover, spot in self.steps.items():
            spot.put(places[there & (trail.by_machine[shown] == (mover == MACHINE))], mover)

    def put(self, scene: Scene) -> bool:
        """What the scene shows of the curve. Returns whether the ground must be drawn anew."""
        if scene.choices["fog"] == CLEAR:
            spans, heights = None, np.full(len(self.points), np.nan)
        else:
            spans = seen(scene)
            heights = np.where(inside(spans, self.points[:, 0]), self.points[:, 1], np.nan)
        self.part.put(np.stack([self.points[:, 0], heights], axis=1))
        self._put_steps(scene)
        fresh = self.fog.put(spans)
        if fresh:
            self.whole.set_visible(spans is None)
            self.axes.tick_params(axis="y", left=spans is None, labelleft=spans is None)
        return fresh
