"""What the page knows of the first lesson's hill before Python is there: enough to walk on it in fog.

A hand that moves the slider early sees what it would see later: the same heights, the same slopes, and the
axes where matplotlib draws them.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from downhill.drawing.fog import Clearings
from downhill.drawing.names import SIZE
from downhill.drawing.themes import look
from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import OWN, pictures
from downhill.text.format import PAGE, number

MOST = 9  # parts of an axis between its numbers
STEPS = (1, 2, 2.5, 5, 10)  # those of matplotlib's `AutoLocator`
ROOM = 3 * (SIZE - 1)  # CSS pixels that matplotlib leaves for one of them (`XAxis.get_tick_space`)


class FirstScreen(NamedTuple):
    """A curve over one slider: for a template its path in svg and its axes, ends and names; the rest as JSON.

    The JSON has the slider's `low` and `step`; for each of its values the `heights` and `slopes`, and the
    texts `shown` and `values` for height and value; `across` and `up`, the ends of the axes; `ticks`, numbers
    and texts by how many find `room`, in CSS pixels; `sight`, how far one sees; and the learning `rate`.
    """

    path: str
    across: tuple[float, float]
    up: tuple[float, float]
    names: tuple[str, str]
    json: str


def first_screen(lesson: Lesson) -> FirstScreen | None:
    """The first screen of a lesson with one slider whose story begins in fog; None for any other lesson."""
    choices = lesson.beat_choices.get("try", {})
    if not choices or len(lesson.sliders) != 1:
        return None
    state = LessonState(lesson)
    for name, option in choices.items():
        state.choose(name, option)
    (picture,) = (each for each in pictures(lesson) if each.name == OWN)
    figure = Figure()  # laid out, never drawn: the typeface may lack the signs of the language
    picture.draw(figure, look("light", {**PAGE, **lesson.words}))(state.scene())
    fogs = figure.findobj(Clearings)
    if not fogs or not len(fogs[0].spans) or state.lesson.gradient is None:
        return None
    (slider,), (axes,) = state.lesson.sliders, figure.axes
    values = [float(v) for v in slider.low + slider.step * np.arange(round(slider.span / slider.step) + 1)]
    heights = [float(state.lesson.measure_at([value]).loss) for value in values]
    slopes = [float(state.lesson.gradient(**{slider.name: value})[0]) for value in values]
    across, up = ((float(low), float(high)) for low, high in (axes.get_xlim(), axes.get_ylim()))
    script = {
        "low": slider.low,
        "step": slider.step,
        "heights": [round(height, 4) for height in heights],
        "slopes": [round(slope, 4) for slope in slopes],
        "shown": [number(height, lesson.loss_decimals) for height in heights],
        "values": [number(value, slider.decimals) for value in values],
        "across": across,
        "up": up,
        "ticks": [_ticks(count, across) for count in range(1, MOST + 1)],
        "room": ROOM,
        "sight": round(float(np.ptp(fogs[0].spans[0])) / 2, 4),
        "rate": state.rate,
    }
    points = "L".join(f"{x:.2f} {y:.3f}" for x, y in zip(values, heights, strict=True))
    names = axes.get_xlabel(), axes.get_ylabel()
    return FirstScreen(f"M{points}", across, up, names, json.dumps(script, ensure_ascii=False))


def _ticks(count: int, ends: tuple[float, float]) -> list[tuple[float, str]]:
    """The numbers on an axis with room for so many parts, with their texts."""
    locator = MaxNLocator(count, steps=STEPS)
    places = [float(place) for place in locator.tick_values(*ends) if ends[0] <= place <= ends[1]]
    decimals = 0 if all(place.is_integer() for place in places) else 1
    return [(place, number(place, decimals)) for place in places]
