"""The loss after every move, from left to right."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from downhill.lesson import Draw, Figure, Lesson, Look, Scene, Show
from downhill.trail import ROOM

SHORTEST = 30  # moves that the empty picture has room for


def trace(lesson: Lesson) -> Draw:
    """The picture of a lesson's loss against its moves."""
    return partial(_draw, lesson)


def _draw(lesson: Lesson, figure: Figure, look: Look) -> Show:
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.moves"])
    axes.locator_params(nbins=4)
    axes.yaxis.labelpad = 0
    axes.yaxis.set_major_formatter(_mark)
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    footprints = look.footprints(axes, size=4.5)
    points = np.stack([np.arange(float(ROOM)), np.zeros(ROOM)], axis=1)
    drawn: list[object] = []

    def show(scene: Scene) -> bool:
        count, highest = len(scene.trail), float(scene.trail.losses.max())
        points[:count, 1] = scene.trail.losses
        right, top = _room(count), _top(highest)
        needed = [right, top, lesson.word("loss.short", scene.choices)]
        fresh = needed != drawn
        if fresh:
            drawn[:] = needed
            axes.set(xlim=(-0.02 * right, right), ylim=(-0.05 * top, top), ylabel=needed[2])
        return footprints.put(points[:count], scene.trail, fresh)

    return show


def _mark(height: float, position: float | None = None) -> str:
    """A height on the axis: the margin has room for six digits, so that more are told in millions."""
    return f"{height / 1e6:g}M" if height >= 1e6 else f"{height:g}"


def _room(moves: int) -> int:
    """Room for so many moves: doubled whenever it is full, so that the ground seldom changes."""
    room = SHORTEST
    while room < moves:
        room *= 2
    return room


def _top(loss: float) -> float:
    """A round number above the highest loss, with a little air."""
    wanted = 1.05 * max(loss, 1e-9)
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in (1, 1.5, 2, 3, 5, 7.5, 10) if step * power >= wanted)
