"""The curve in fog: what is seen and said where only the surroundings of the point are known."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Choice, Look, Scene
from downhill.lesson.look import mixed
from downhill.lesson.spans import inside, merged
from downhill.lessons.lesson_10_valley.curve import Curve

CLEAR, FOG = "clear", "fog"
CHOICE = Choice("fog", (CLEAR, FOG), only_shows=True, label="Weather", labels=("Clear", "Fog"))
SIGHT = 0.6  # so far one sees along x, to both sides of where the point is, and has been
STEEP, GENTLE = 1.0, 0.25  # slopes, in relation to the curve's relief
SHADES = 16  # of the earth, from its top to its foot
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


class Hill:
    """The curve in a picture, as the edge of a hill under its sky; in fog only what has been seen of it."""

    def __init__(self, axes: Any, look: Look) -> None:
        shades = [mixed(look.earth, look.deep, depth) for depth in np.linspace(0, 1, SHADES)]
        self.earth = [look.areas(axes, shade, zorder=0.5) for shade in shades]
        self.axes = axes
        self.sky = look.areas(axes, look.sky, zorder=1)
        self.edge = look.broken(axes, look.ground, 4.0, zorder=3)
        self.fog = look.areas(axes, look.fog, zorder=1.5)
        self.points = np.empty((0, 2))
        self.spans: np.ndarray | None = None  # what is seen of these points; None before that is known

    def set(self, points: np.ndarray) -> None:
        """Another curve, or another part of it: its points, shape (n, 2), NaN where it has no height."""
        self.points, self.spans = points, None

    def put(self, scene: Scene) -> None:
        """What the scene shows of the hill."""
        ends = np.array([self.axes.get_xlim()])
        is_clear = (
            scene.choices["fog"] == CLEAR or scene.reel is not None
        )  # the page lays its own over a film
        spans = ends if is_clear else seen(scene)
        strokes: list[Any] = [*self.earth, self.sky, self.edge, self.fog]
        if self.spans is not None and np.array_equal(spans, self.spans):
            for stroke in strokes:
                stroke.rest()
            return
        self.spans = spans
        within = inside(spans, self.points[:, 0])
        seen_points = np.where(within[:, None], self.points, np.nan)
        self.edge.put(np.stack([self.points[:, 0], seen_points[:, 1]], axis=1))
        top, bottom = self.axes.get_ylim()[::-1]
        depths = np.linspace(top, bottom, SHADES + 1)
        for stroke, low, high in zip(self.earth, depths[1:], depths, strict=False):
            stroke.put([_column(ends[0, 0], ends[0, 1], low, high)])
        self.sky.put([_up_to(part, 2 * top - bottom) for part in _parts(seen_points)])
        gaps = np.concatenate([[ends[0, 0]], spans.ravel(), [ends[0, 1]]]).reshape(-1, 2)
        self.fog.put([_column(low, high, bottom, top) for low, high in gaps.tolist() if high > low])


def _parts(points: np.ndarray) -> list[np.ndarray]:
    """The runs of points, shape (n, 2), between those that are NaN."""
    there = ~np.isnan(points).any(axis=1)
    ends = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(int)))
    return [points[low:high] for low, high in ends.reshape(-1, 2) if high - low > 1]


def _up_to(part: np.ndarray, top: float) -> np.ndarray:
    """The area over a part of the curve."""
    return np.concatenate([part, [[part[-1, 0], top], [part[0, 0], top]]])


def _column(low: float, high: float, bottom: float, top: float) -> np.ndarray:
    return np.array([[low, bottom], [high, bottom], [high, top], [low, top]])
