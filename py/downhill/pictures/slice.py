"""The loss over two of many sliders, a slice through it where the others are now; the trail is its shadow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from downhill.lesson import ChosenLesson, Draw, Figure, Lesson, LessonFields, Look, Scene, Show
from downhill.pictures.map import contours
from downhill.pictures.runs import draw_runs

FINENESS = 25  # the loss is measured at this many points along each of the two sliders


def over(
    lesson: ChosenLesson, values: Sequence[float], names: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places across, places up, and the losses there, of shape (up, across); the others keep their values."""
    across, up = (lesson.slider(name) for name in names)
    i, j = (lesson.sliders.index(slider) for slider in (across, up))
    xs, ys = (np.linspace(slider.low, slider.high, FINENESS) for slider in (across, up))
    there, losses = list(values), np.empty((FINENESS, FINENESS))
    for row, there[j] in enumerate(ys.tolist()):
        for column, there[i] in enumerate(xs.tolist()):
            losses[row, column] = lesson.measure_at(there).loss
    return xs, ys, losses


def loss_slice(lesson: Lesson) -> Draw:
    """The picture of a lesson's loss over the two sliders that `scene.aims["slice"]` names."""
    order = [slider.name for slider in lesson.sliders]

    def draw(figure: Figure, look: Look) -> Show:
        axes = figure.add_subplot()
        axes.locator_params(nbins=5)
        footprints, arrow = look.footprints(axes), look.arrow(axes)
        drawn: list[Any] = []

        def show(scene: Scene) -> bool:
            names = scene.aims["slice"]
            pair = [order.index(name) for name in names]
            held = [v for k, v in enumerate(scene.values) if k not in pair]
            needed = [dict(scene.choices), names, held, scene.kept]
            fresh = not drawn or drawn[0] != needed
            if fresh:
                for old in drawn[1:]:
                    old.remove()
                slopes = over(scene.lesson, scene.values, names)
                runs = draw_runs(axes, look, scene.kept, lambda run: run.values[:, pair])
                drawn[:] = [needed, *contours(axes, look, *slopes), *runs]
                _label(axes, look, scene.lesson, names)
            ahead = scene.next_values
            arrow.put([scene.values[k] for k in pair], ahead and [ahead[k] for k in pair])
            return footprints.put(scene.trail.values[:, pair], scene.trail, fresh)

        return show

    return draw


def _label(axes: Any, look: Look, lesson: LessonFields, names: Sequence[str]) -> None:
    first, second = (lesson.slider(name) for name in names)
    axes.set(xlim=(first.low, first.high), ylim=(second.low, second.high))
    axes.set(xlabel=look.words[f"slider.{first.name}"], ylabel=look.words[f"slider.{second.name}"])
