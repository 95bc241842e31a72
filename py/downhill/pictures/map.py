"""The loss over two sliders as a map: filled contours, the trail walked, and an arrow downhill."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from downhill.lesson import Draw, Figure, Lesson, Look, Scene, Show
from downhill.pictures.runs import draw_runs

FINENESS = 33  # the loss is measured at this many points along each slider
ROOT = 0.5  # contours lie at equal steps of the loss's square root, so that they are closer near the bottom


def loss_map(lesson: Lesson) -> Draw:
    """The picture of a two-slider lesson's loss over both. Raises `ValueError` where there aren't two."""
    across, up = (slider.name for slider in lesson.sliders)

    @lru_cache(maxsize=8)
    def heights(chosen: tuple[tuple[str, str], ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        variant = lesson.chosen(dict(chosen))
        first, second = variant.sliders
        xs = np.linspace(first.low, first.high, FINENESS)
        ys = np.linspace(second.low, second.high, FINENESS)
        losses = [[variant.measure_at((x, y)).loss for x in xs] for y in ys]
        return xs, ys, np.array(losses, dtype=float)

    def draw(figure: Figure, look: Look) -> Show:
        axes = figure.add_subplot()
        axes.locator_params(nbins=5)
        axes.yaxis.labelpad = 0
        footprints, arrow = look.footprints(axes), look.arrow(axes)
        drawn: list[Any] = []

        def show(scene: Scene) -> bool:
            chosen = tuple(sorted(scene.choices.items()))
            fresh = not drawn or drawn[0] != (chosen, scene.kept)
            if fresh:
                for old in drawn[1:]:
                    old.remove()
                runs = draw_runs(axes, look, scene.kept, lambda run: run.values)
                drawn[:] = [(chosen, scene.kept), *contours(axes, look, *heights(chosen)), *runs]
                first, second = scene.lesson.sliders
                axes.set(xlim=(first.low, first.high), ylim=(second.low, second.high))
                axes.set(xlabel=scene.lesson.words[f"axis.{across}"], ylabel=scene.lesson.words[f"axis.{up}"])
            arrow.put(scene.values, scene.next_values)
            return footprints.put(scene.trail.values, scene.trail, fresh)

        return show

    return draw


def contours(axes: Any, look: Look, xs: np.ndarray, ys: np.ndarray, losses: np.ndarray) -> list[Any]:
    """Filled contours of losses, shape (len(ys), len(xs)), and thin lines; none on level ground."""
    lowest, highest = losses.min(), losses.max()
    levels = lowest + (highest - lowest) * np.linspace(0, 1, len(look.contours) + 1) ** (1 / ROOT)
    if not (np.diff(levels) > 0).all():  # level ground, as where there are no points to fit
        return []
    return [
        axes.contourf(xs, ys, losses, levels=levels, colors=look.contours, zorder=1),
        axes.contour(
            xs, ys, losses, levels=levels[1:-1], colors=look.paper, linewidths=0.7, alpha=0.7, zorder=2
        ),
    ]
