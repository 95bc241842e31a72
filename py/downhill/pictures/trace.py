"""The loss after every move, from left to right."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np

from downhill.drawing.axis_numbers import Marks, mark, round_ends
from downhill.lesson import Draw, Figure, Kept, Lesson, Look, Scene, Show
from downhill.lesson.trail import ROOM
from downhill.pictures.runs import draw_runs

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
    drawn: list[Any] = [[], []]  # what the ground shows, and the kept runs on it

    def show(scene: Scene) -> bool:
        count, runs = len(scene.trail), scene.kept
        # Kept runs begin where the present one begins.
        start = scene.trail.run_start(scene.trail.kept) if runs else 0
        losses = np.concatenate([scene.trail.losses, *(run.losses for run in runs)])
        ends, heights = _powers(losses) if scene.log else (_ends(losses, scene.lesson.loss_ends), losses)
        points[:count, 1] = heights[:count]
        right = _room(max([count, *(start + run.steps + 1 for run in runs)]))
        needed = [right, ends, scene.log, scene.lesson.word("loss.short", scene.choices), runs, start]
        fresh = needed != drawn[0]
        if fresh:
            for old in drawn[1]:
                old.remove()
            beside = iter(np.split(heights, np.cumsum([count, *(len(run.losses) for run in runs)]))[1:])
            drawn[:] = needed, draw_runs(axes, look, runs, lambda run: _beside(run, start, next(beside)))
            axes.set(xlim=(-0.02 * right, right), ylim=ends, ylabel=needed[3])
            axes.yaxis.set_major_formatter(_mark_of_power if scene.log else Marks())
            axes.locator_params(axis="y", nbins=4, integer=scene.log)
        return footprints.put(points[:count], scene.trail, fresh)

    return show


def _beside(run: Kept, start: int, heights: np.ndarray) -> np.ndarray:
    """The places of a kept run, shape (k, 2): as many moves after the start of the present one."""
    return np.stack([start + run.first + np.arange(float(len(heights))), heights], 1)


def _mark_of_power(power: float, position: float | None = None) -> str:
    """A height on the logarithmic axis, whose numbers are powers of ten."""
    return mark(10.0**power)


def _ends(losses: np.ndarray, wanted: tuple[float, float] | None) -> tuple[float, float]:
    """The ends of the axis: those that are wanted where all losses lie between, else some with 0."""
    fits = wanted and wanted[0] <= losses.min() and losses.max() <= wanted[1]
    return wanted if wanted and fits else round_ends(losses)


def _powers(losses: np.ndarray) -> tuple[tuple[float, float], np.ndarray]:
    """The ends of a logarithmic axis, and the losses as powers of ten; a loss of 0 on the lowest mark."""
    positive = losses[losses > 0]
    least, most = (positive.min(), positive.max()) if len(positive) else (1.0, 1.0)
    bottom, top = math.floor(math.log10(least)), math.ceil(math.log10(most))
    top = max(top, bottom + 1)
    air = 0.05 * (top - bottom)
    return (bottom - air, top + air), np.log10(np.maximum(losses, 10.0**bottom))


def _room(moves: int) -> int:
    """Return room for at least that many moves, doubled when full so that the background seldom changes."""
    room = SHORTEST
    while room < moves:
        room *= 2
    return room
