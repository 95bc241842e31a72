"""What the film plays with the line, in numbers: which line, which prices, and how far bars are squares."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from downhill.lesson import MACHINE, Scene
from downhill.lessons.lesson_20_line import squared
from downhill.lessons.lesson_20_line.best_line import Coefficients
from downhill.lessons.lesson_20_line.points_to_fit import Cloud

START, READY = (
    Coefficients(60.0, 226.0),
    Coefficients(100.0, 120.0),
)  # where the film begins, and its hand ends
DROP, FLASH, TOWER, MAP = "drop", "flash", "tower", "map"  # reels; the last two are parts of the stage, too
ALONE, MISPRINT, SQUARES, LEAPS, BREAK = "alone", "misprint", "squares", "leaps", "break"
STRUCK = 0.1  # a price of which a zero is missing
HUGE, MOST = 3.0, 6  # a learning rate for the mean of the squares, in standard units; steps with it
STEEP = 330.0  # a slope up to which the camera stands still
AROUND, ACROSS, UP = 160, 95.0, 58.0  # places of the loop over the landscape, and how far it leads


class Played(NamedTuple):
    """The line that is seen, who moved it, the points' heights, and how far each bar has become a square."""

    line: Coefficients
    mover: str
    y: np.ndarray
    squares: float = 0.0


def part(share: float, begins: float, ends: float) -> float:
    """How far a part of a reel has come that lasts from one share of it to another, easing in and out."""
    t = min(1.0, max(0.0, (share - begins) / (ends - begins)))
    return t * t * (3 - 2 * t)


def between(one: Coefficients, other: Coefficients, share: float) -> Coefficients:
    """A line on the way from one to another."""
    return Coefficients(*(a + share * (b - a) for a, b in zip(one, other, strict=True)))


@lru_cache(maxsize=4)
def misprinted(cloud: Cloud) -> Cloud:
    """The points with a zero missing in the largest y."""
    y = cloud.y.copy()
    y[y.argmax()] *= STRUCK
    return Cloud(cloud.x, y, cloud.origin, cloud.per)


@lru_cache(maxsize=4)
def leaps(cloud: Cloud) -> tuple[Coefficients, ...]:
    """The lines of huge steps down the mean squared error, in standard units; the first is the start."""
    z, height = START.m * cloud.spread, START.b + START.m * cloud.middle[0]
    u, found = (cloud.u - cloud.middle[0]) / cloud.spread, [START]
    for _ in range(MOST):
        slopes = squared.gradient(u, cloud.y, z, height)
        z, height = (at - HUGE * slope / cloud.count for at, slope in zip((z, height), slopes, strict=True))
        m = z / cloud.spread
        found.append(Coefficients(m, height - m * cloud.middle[0]))
    return tuple(found)


def played(scene: Scene) -> Played:
    """What the picture shows of a scene."""
    cloud, share = scene.data["cloud"], scene.share
    best, wrong = cloud.lines["absolute"], misprinted(cloud)
    if scene.reel == ALONE:
        return Played(best, MACHINE, cloud.y)
    if scene.reel == MISPRINT:
        y = cloud.y + part(share, 0.1, 0.4) * (wrong.y - cloud.y)
        return Played(between(best, wrong.lines["absolute"], part(share, 0.5, 1.0)), MACHINE, y)
    if scene.reel == SQUARES:
        turned = between(wrong.lines["absolute"], wrong.lines["squared"], part(share, 0.45, 1.0))
        return Played(turned, MACHINE, wrong.y, part(share, 0.0, 0.35))
    if scene.reel == LEAPS:
        lines, n = leaps(cloud), min(int(share), MOST - 1)
        return Played(
            between(lines[n], lines[n + 1], part(share - n, 0, 1)), MACHINE, cloud.y, max(0.0, 1 - 3 * share)
        )
    return Played(
        Coefficients(scene.now.m, scene.now.b),
        scene.mover,
        cloud.y,
        float(scene.choices["error"] == "squared"),
    )


def heights(cloud: Cloud, line: Coefficients) -> np.ndarray:
    """What a line says at the points, shape (n,)."""
    return np.asarray(line.m * cloud.u + line.b)


def loop(scene: Scene) -> list[tuple[float, float]]:
    """Places on a loop over the landscape, (m, b), that ends where it begins; heights count in the middle."""
    middle = scene.data["cloud"].middle[0]
    (m_ends, b_ends) = ((each.low, each.high) for each in scene.lesson.sliders)
    m0, h0 = scene.now.m, scene.now.b + scene.now.m * middle
    found = []
    for n in range(1, AROUND + 1):
        turn, out = 2 * math.pi * n / AROUND, math.sin(math.pi * n / AROUND)
        m = min(max(m0 + 0.9 * ACROSS * math.sin(turn) + 40 * out, m_ends[0]), m_ends[1])
        h = h0 + 0.9 * UP * math.sin(2 * turn)
        found.append((m, min(max(h - m * middle, b_ends[0]), b_ends[1])))
    return found
