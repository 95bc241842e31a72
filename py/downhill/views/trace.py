"""The loss after every move, from left to right."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from downhill.lesson import Draw, Figure, Lesson, Look, Scene, Show
from downhill.trail import ROOM
from downhill.words import MINUS

SHORTEST = 30  # moves that the empty picture has room for


def trace(lesson: Lesson) -> Draw:
    """The picture of a lesson's loss against its moves."""
    return partial(_draw, lesson)


def _draw(lesson: Lesson, figure: Figure, look: Look) -> Show:
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.moves"])
    axes.locator_params(nbins=4)
    axes.yaxis.labelpad = 0
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    footprints = look.footprints(axes, size=4.5)
    points = np.stack([np.arange(float(ROOM)), np.zeros(ROOM)], axis=1)
    drawn: list[object] = []

    def show(scene: Scene) -> bool:
        count, right = len(scene.trail), _room(len(scene.trail))
        ends, points[:count, 1] = (_powers if scene.log else _heights)(scene.trail.losses)
        needed = [right, ends, scene.log, lesson.word("loss.short", scene.choices)]
        fresh = needed != drawn
        if fresh:
            drawn[:] = needed
            axes.set(xlim=(-0.02 * right, right), ylim=ends, ylabel=needed[3])
            axes.yaxis.set_major_formatter(_mark_of_power if scene.log else _mark)
            axes.locator_params(axis="y", nbins=4, integer=scene.log)
        return footprints.put(points[:count], scene.trail, fresh)

    return show


def _mark(height: float, position: float | None = None) -> str:
    """A height on the axis: the margin has room for six digits, so that more are told in millions."""
    text = f"{height / 1e6:g}M" if abs(height) >= 1e6 else f"{height:g}"
    return text.replace("-", MINUS)


def _mark_of_power(power: float, position: float | None = None) -> str:
    """A height on the logarithmic axis, whose numbers are powers of ten."""
    return _mark(10.0**power)


def _heights(losses: np.ndarray) -> tuple[tuple[float, float], np.ndarray]:
    """The ends of the axis, which has 0 in it, and the losses as they are."""
    top, depth = _top(float(losses.max())), float(losses.min())
    bottom = -_top(-depth) if depth < 0 else 0.0
    if depth < 0:
        top = max(top, 0.05 * -bottom)
    return (bottom - 0.05 * (top - bottom), top), losses


def _powers(losses: np.ndarray) -> tuple[tuple[float, float], np.ndarray]:
    """The ends of a logarithmic axis, and the losses as powers of ten; a loss of 0 on the lowest mark."""
    positive = losses[losses > 0]
    least, most = (positive.min(), positive.max()) if len(positive) else (1.0, 1.0)
    bottom, top = math.floor(math.log10(least)), math.ceil(math.log10(most))
    top = max(top, bottom + 1)
    air = 0.05 * (top - bottom)
    return (bottom - air, top + air), np.log10(np.maximum(losses, 10.0**bottom))


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
