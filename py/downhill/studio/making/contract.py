"""The rules for every lesson, checked before a reader's lesson is played."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from time import monotonic
from typing import Any

import numpy as np

from downhill.play.lesson_state import LessonState
from downhill.session.run_code import gradient_said
from downhill.source.running import CodeMistake
from downhill.studio.making.made_lesson import MadeLesson
from downhill.studio.picture import Picture, easel
from downhill.text.format import PAGE, fill

PLACES = 60  # between the sliders' ends, where a lesson is checked
TWICE = 5  # of them, at which it is measured twice
STEPS = 1000  # in which the machine should solve it
LONGEST = 1.0  # s: a run that takes longer isn't checked to its end, and nothing is said about it


def check(made: MadeLesson) -> LessonState:
    """Check a lesson, and return its state at the start.

    Raises `CodeMistake` if it has no loss or no sentence somewhere, or if it is solved from the start.
    """
    lesson, written = made.lesson, made.written
    for number, values in enumerate((lesson.start_values(), *_places(lesson))):
        measured = _measured(made, values)
        made.describe(measured)
        if number < TWICE and _measured(made, values).loss != measured.loss:
            raise written.at("measure", CodeMistake("made_chance", function="measure"))
    state = LessonState(lesson)
    if state.solved:
        raise written.at("goal", CodeMistake("made_solved", loss=float(state.now.loss)))
    return state


def check_picture(made: MadeLesson, state: LessonState, own: Picture, theme: str) -> list[str]:
    """Draw the picture; return the labels of the sliders that it doesn't react to.

    Raises `CodeMistake` if it can't be drawn.
    """
    stand, still = easel(made.lesson, own, theme), []
    try:
        before = _pixels(stand, state)
        for index, slider in enumerate(made.lesson.sliders):
            other = slider.low if slider.start != slider.low else slider.high
            start = made.lesson.start_values()
            state.place([*start[:index], other, *start[index + 1 :]])
            if (_pixels(stand, state) == before).all():
                still.append(made.lesson.words[f"slider.{slider.name}"])
    except CodeMistake:
        raise
    except Exception as error:  # whatever the code has passed to matplotlib
        raise made.written.at("draw", CodeMistake("made_picture", message=str(error)[:120])) from None
    state.restart()
    return still


def _pixels(stand: Any, state: LessonState) -> np.ndarray:
    return np.array(stand.paint(state.scene()))


def advice(made: MadeLesson, state: LessonState, still: list[str]) -> str:
    """Say which further rules a lesson of the essay would have to follow; '' if it follows them."""
    lesson, told = made.lesson, [fill(PAGE["making.still"], {"name": name}) for name in still]
    said = {made.describe(_measured(made, values)) for values in _places(lesson)}
    told += _walk(state, made, said)
    if lesson.gradient is not None:
        told.append(gradient_said(state.lesson))
    return " ".join(filter(None, told))


def _walk(state: LessonState, made: MadeLesson, said: set[str]) -> Iterator[str]:
    """Yield remarks about the machine's run from the start, and about sentences that are never reached."""
    solved, latest = False, monotonic() + LONGEST
    for _ in range(STEPS):
        if state.finished or not state.step():
            break
        solved = solved or state.solved
        said.add(made.describe(state.now))
        if monotonic() > latest:
            return
    if not solved:
        yield PAGE["making.unsolved"]
    elif not state.finished:
        yield PAGE["making.endless"]
    for key in made.written.words:
        if key.startswith("now.") and key[4:] not in said:
            yield fill(PAGE["making.untold"], {"name": key})


def _measured(made: MadeLesson, values: tuple[float, ...]) -> Any:
    """Measure at these values."""
    return made.measure(
        {slider.name: value for slider, value in zip(made.lesson.sliders, values, strict=True)}
    )


def _places(lesson: Any) -> list[tuple[float, ...]]:
    """Return all corners of the sliders, and places between, the same ones every time."""
    dice = random.Random(1)
    between = (tuple(dice.uniform(s.low, s.high) for s in lesson.sliders) for _ in range(PLACES))
    return [*product(*((s.low, s.high) for s in lesson.sliders)), *between]
