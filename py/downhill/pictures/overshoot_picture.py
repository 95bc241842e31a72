"""Why the run diverges: its last leaps over the valley, along the line of the last one."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from downhill.drawing.axis_numbers import Marks
from downhill.drawing.strokes import DIAMOND
from downhill.lesson import Draw, Figure, Lesson, Look, Scene, Show
from downhill.play.overshoot import cut, last_leaps
from downhill.text.format import enumerated

CLOSE = 0.07  # of what is drawn: places so close to each other share what is written at them
AIR = (0.08, 0.12)  # of what is drawn: across and up, room for the steps' numbers at the edge


def overshoot_view(lesson: Lesson) -> Draw:
    """The picture of the last leaps. One slider is the axis itself; of several it is their common line."""
    single = lesson.sliders[0] if len(lesson.sliders) == 1 else None

    def draw(figure: Figure, look: Look) -> Show:
        axes = figure.add_subplot()
        axes.yaxis.set_major_formatter(Marks())
        axes.locator_params(nbins=4)
        axes.yaxis.labelpad = 0
        if single is None:
            axes.set_xticks([])
        drawn: list[Any] = []

        def show(scene: Scene) -> bool:
            for old in drawn:
                old.remove()
            drawn.clear()
            leaps = last_leaps(scene.trail)
            axes.set_visible(leaps is not None)
            if leaps is None:
                return True
            line, places = cut(scene, leaps)
            if single is not None:
                way = leaps.values[-1, 0] - leaps.values[-2, 0]
                line[:, 0] = leaps.values[-1, 0] + way * line[:, 0]
                places = leaps.values[:, 0]
            points = np.stack([places, leaps.losses], 1)
            drawn.extend(_leaps(axes, look, line, points, leaps.steps))
            seen = np.concatenate([line, points])
            axes.set(xlim=_around(seen[:, 0], AIR[0]), ylim=_around(seen[:, 1], AIR[1]))
            axes.set(ylabel=scene.lesson.word("loss.short", scene.choices))
            name = f"slider.{single.name}" if single else "axis.line"
            axes.set_xlabel(look.words.get(name.replace("slider.", "axis."), look.words[name]))
            return True

        return show

    return draw


def _around(numbers: np.ndarray, air: float) -> tuple[float, float]:
    """The ends of an axis for these numbers, with that share of air on both sides."""
    low, high = float(numbers.min()), float(numbers.max())
    width = air * (high - low or 1.0)
    return low - width, high + width


def _leaps(axes: Any, look: Look, line: np.ndarray, points: np.ndarray, steps: tuple[int, ...]) -> list[Any]:
    """The curve, a mark with its step's number at every place, and an arrow from each to the next."""
    artists: list[Any] = [*axes.plot(*line.T, color=look.ground, linewidth=3, zorder=3)]
    for before, after in pairwise(points):
        arrow = {"arrowstyle": "-|>", "color": look.machine, "linewidth": 2, "shrinkA": 7, "shrinkB": 8}
        artists.append(axes.annotate("", after, before, arrowprops=arrow, zorder=7, annotation_clip=False))
    artists += axes.plot(
        *points.T, marker=DIAMOND, markersize=14, color=look.machine, markeredgecolor=look.paper,
        markeredgewidth=2, linestyle="", zorder=8, clip_on=False,
    )  # fmt: skip
    middle = (line[0, 0] + line[-1, 0]) / 2
    for text, (place, height) in _named(points, steps, np.ptp(line, axis=0)):
        aside = (0.0, -20.0) if "," in text else (15.0 if place > middle else -15.0, -11.0)
        artists.append(
            axes.annotate(
                text, (place, height), aside, textcoords="offset points", ha="center", va="center",
                color=look.text, annotation_clip=False, zorder=9,
            )
        )  # fmt: skip
    return artists


def _named(points: np.ndarray, steps: tuple[int, ...], size: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """What stands at the places: the numbers of their steps, together where they are close."""
    named: list[tuple[str, np.ndarray]] = []
    for step, point in zip(steps, points, strict=True):
        near = [k for k, (_, other) in enumerate(named) if (abs(point - other) < CLOSE * size).all()]
        if near:
            text, other = named[near[0]]
            named[near[0]] = (enumerated([text, str(step)]), other)
        else:
            named.append((str(step), point))
    return named
