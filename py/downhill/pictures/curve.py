"""The loss along one slider, with all others held where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from downhill.drawing.axis_numbers import Marks, round_ends
from downhill.lesson import ChosenLesson, Draw, Figure, Lesson, Look, Scene, Show

FINENESS = 61  # the loss is measured at this many points along the slider


def along(lesson: ChosenLesson, values: Sequence[float], name: str) -> tuple[np.ndarray, np.ndarray]:
    """Values of one slider from end to end, and the losses there, others fixed; both of shape (k,)."""
    index = [slider.name for slider in lesson.sliders].index(name)
    slider, there = lesson.sliders[index], list(values)
    places = np.linspace(slider.low, slider.high, FINENESS)
    losses = np.empty(FINENESS)
    for k, place in enumerate(places.tolist()):
        there[index] = place
        measured = lesson.measure_at(there)
        losses[k] = measured.loss if lesson.is_defined(measured) else np.nan
    return places, losses


def loss_curve(lesson: Lesson) -> Draw:
    """The picture of a lesson's loss along the slider that `scene.aims["curve"]` names."""

    def draw(figure: Figure, look: Look) -> Show:
        axes = figure.add_subplot()
        axes.locator_params(nbins=5)
        axes.yaxis.labelpad = 0
        axes.yaxis.set_major_formatter(Marks())
        curve = look.line(axes, look.ground)
        drop, spot = look.line(axes, look.quiet, 1.0).dashed(2, 3), look.spot(axes)
        known: list[Any] = [None, None]  # what the heights belong to, and what the ground does

        def show(scene: Scene) -> bool:
            (name,) = scene.aims["curve"]
            here = {s.name: value for s, value in zip(scene.lesson.sliders, scene.values, strict=True)}
            held = (scene.lesson, dict(scene.choices), name, {n: v for n, v in here.items() if n != name})
            if known[0] != held:
                places, losses = along(scene.lesson, scene.values, name)
                curve.put(np.stack([places, losses], 1)[np.isfinite(losses)])
                known[:] = [held, known[1], losses]
            slider, losses = scene.lesson.slider(name), known[2]
            ends = round_ends(losses[np.isfinite(losses)])
            words = scene.lesson.words
            called = words.get(f"axis.{name}", words[f"slider.{name}"])
            loss = scene.lesson.word("loss.short", scene.choices)
            ground = (name, slider.low, slider.high, ends, loss, called)
            fresh = bool(ground != known[1])
            if fresh:
                known[1] = ground
                axes.set(xlim=(slider.low, slider.high), ylim=ends, ylabel=loss, xlabel=called)
            drop.put([(here[name], ends[0]), (here[name], scene.now.loss)])
            spot.put([(here[name], scene.now.loss)], scene.mover)
            return fresh

        return show

    return draw
