"""The loss after every move, from left to right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from downhill.lesson import Draw, Lesson, Look, Scene, Show
from downhill.trail import ROOM

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOVES = np.arange(float(ROOM))
SHORTEST = 30  # moves that the empty picture has room for


def trace(lesson: Lesson) -> Draw:
    """The picture of a lesson's loss against its moves."""
    return partial(_draw, lesson)


def _draw(lesson: Lesson, figure: Figure, look: Look) -> Show:
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.moves"])
    axes.locator_params(nbins=4)
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    footprints = look.footprints(axes, size=4.5)
    room: list[object] = []

    def show(scene: Scene) -> bool:
        losses = scene.trail.losses
        footprints.put(np.stack([MOVES[: len(losses)], losses], axis=1), scene.trail)
        right, top, name = (
            _room(len(losses)),
            _top(float(losses.max())),
            lesson.word("loss.short", scene.choices),
        )
        needed = [right, top, name]
        if needed == room:
            return False
        room[:] = needed
        axes.set(xlim=(-0.02 * right, right), ylim=(-0.05 * top, top), ylabel=name)
        return True

    return show


def _room(moves: int) -> int:
    """Room for so many moves: doubled whenever it is full, so that the ground seldom changes."""
    room = SHORTEST
    while room < moves:
        room *= 2
    return room


def _top(loss: float) -> float:
    """A round number above the highest loss, with a little air."""
    power = 10 ** np.floor(np.log10(max(loss, 1e-9) * 1.05))
    return float(next(step * power for step in (1, 1.5, 2, 3, 5, 7.5, 10, 15) if step * power >= 1.05 * loss))
