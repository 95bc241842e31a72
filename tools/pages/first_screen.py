"""What the page knows about the first lesson's hill before Python runs: enough to walk on it in fog.

A hand that moves the slider early sees the same heights in the same picture as later.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import numpy as np
from matplotlib.figure import Figure

from downhill.drawing.themes import look
from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import OWN, pictures
from downhill.text.format import PAGE, number


class FirstScreen(NamedTuple):
    """A curve over one slider: its svg path and its axes for a template; the rest as JSON.

    The JSON has the slider's `low` and `step`; for each of its values the `heights`, and the texts `shown`
    and `values` for height and value; `across` and `up`, the ends of the axes.
    """

    path: str
    across: tuple[float, float]
    up: tuple[float, float]
    json: str


def first_screen(lesson: Lesson) -> FirstScreen | None:
    """Return the first screen of a lesson with one slider whose film begins in fog; None for any other."""
    choices = lesson.beat_choices.get("try", {})
    if "fog" not in choices or len(lesson.sliders) != 1:
        return None
    state = LessonState(lesson)
    for name, option in choices.items():
        state.choose(name, option)
    (picture,) = (each for each in pictures(lesson) if each.name == OWN)
    figure = Figure()  # laid out, never drawn: the typeface may lack the language's characters
    picture.draw(figure, look("light", {**PAGE, **lesson.words}))(state.scene())
    (slider,), (axes,) = state.lesson.sliders, figure.axes
    values = [float(v) for v in slider.low + slider.step * np.arange(round(slider.span / slider.step) + 1)]
    heights = [float(state.lesson.measure_at([value]).loss) for value in values]
    across, up = ((float(low), float(high)) for low, high in (axes.get_xlim(), axes.get_ylim()))
    script = {
        "low": slider.low,
        "step": slider.step,
        "heights": [round(height, 4) for height in heights],
        "shown": [number(height, lesson.loss_decimals) for height in heights],
        "values": [number(value, slider.decimals) for value in values],
        "across": across,
        "up": up,
    }
    around = [values[0] + across[0] - slider.low, *values, values[-1] + across[1] - slider.high]
    edge = [(x, float(state.lesson.measure_at([x]).loss)) for x in around]
    points = "L".join(f"{x:.2f} {y:.3f}" for x, y in edge)
    path = f"M{points}L{across[1]} {up[0]}L{across[0]} {up[0]}Z"
    return FirstScreen(path, across, up, json.dumps(script, ensure_ascii=False))
