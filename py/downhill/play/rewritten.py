"""A lesson's variant with a reader's functions: computes again whatever depends on them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from downhill.lesson import ChosenLesson, Lesson
from downhill.play.advancing import FUNCTIONS
from downhill.play.rates import stable_limit
from downhill.text.format import PAGE

Functions = Mapping[str, Callable[..., Any]]
SLOPES = ("gradient", "slope")
"""Functions that may be missing: then slopes come from central differences."""
STEP = "step"
STEPS = (STEP, *FUNCTIONS)
"""Functions of a step, one for each way downhill."""
LOSS = {"loss": "python.loss", "loss.short": "python.loss.short"}  # words, and what replaces them
SAID = "rewritten"  # the key of the sentence that is true of any function
CLOSE = 0.02  # of the way from the start: this close to the lowest loss found counts as solved
TURNS, ASKED = 30, 600  # of the search for it: how often its stride is halved, how many losses it may measure


def rewritten(
    lesson: Lesson, choices: Mapping[str, str], written: Functions, held: ChosenLesson | None = None
) -> ChosenLesson:
    """Return the variant with these choices, with a reader's functions in place of those with their names.

    A function of `SLOPES` that isn't among them is missing; `STEP` takes a step. If the variant can't derive
    its numbers from its functions, its goal is the lowest loss that a search finds, its good rate is one that
    is stable there and at the start, and its words fit any loss. While a hand drags a point, the goal is that
    of the variant `held`.
    """
    own = lesson.functions_with(choices)
    missing = [name for name in SLOPES if name in own and name not in written]
    functions = {name: written.get(name, own[name]) for name in own if name not in missing}
    found = lesson.chosen(choices, held, functions)
    found.__dict__["step"] = written.get(STEP)
    found.__dict__["ways"] = {name: written[name] for name in FUNCTIONS if name in written}
    if all(written.get(name) is function for name, function in own.items()):
        return found  # only the step differs, the loss doesn't
    if set(lesson.calls["variant"].names if lesson.variant else ()) & {*own}:
        return found
    found.__dict__.update(
        describe=lambda measured: SAID,
        defined=lambda measured: math.isfinite(measured.loss),
        words=_words(lesson, found.words),
        notes=(),
        concealed=False,
    )
    if missing:
        found.__dict__["gradient"] = None
    if held is not None:
        found.__dict__["goal"] = held.goal
    else:
        _work_out(found)
    return found


def _words(lesson: Lesson, words: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a lesson whose loss is the reader's own, in an unknown unit."""
    options = [option for choice in lesson.choices for option in choice.options]
    forms = [f"{key}.{option}" for key in LOSS for option in options if f"{key}.{option}" in words]
    own = {key: PAGE[text] for key, text in LOSS.items()}
    own |= {form: own[form.rpartition(".")[0]] for form in forms} | {"loss.unit": ""}
    return {**words, **own, f"now.{SAID}": PAGE["python.rewritten"]}


def _work_out(lesson: ChosenLesson) -> None:
    """Find the goal and good rate of a lesson whose loss isn't known in advance."""
    start = lesson.start_values()
    lowest = lowest_from(lesson, start)
    top, bottom = (_loss(lesson, values) for values in (start, lowest))
    lesson.__dict__["goal"] = bottom + CLOSE * (top - bottom) if top > bottom else bottom
    limit = min(stable_limit(lesson, values) for values in (start, lowest))
    if math.isfinite(limit) and not lesson.rates.kinked:
        good = min(max(limit / 2, 2 * lesson.rates.low), lesson.rates.high / 2)
        lesson.__dict__["rates"] = lesson.rates._replace(good=float(f"{good:.2g}"), big=0.0)


def lowest_from(lesson: ChosenLesson, values: Sequence[float]) -> tuple[float, ...]:
    """Search from these values for the lowest place on the sliders.

    The search moves along one slider at a time, and halves its stride when that gets nowhere. Source: compass
    search, Kolda, Lewis and Torczon, SIAM Review 45, 2003, section 1.
    """
    here, height, asked = tuple(values), _loss(lesson, values), 0
    strides = np.array([slider.span / 4 for slider in lesson.sliders])
    for _ in range(TURNS):
        moved = True
        while moved and asked < ASKED:
            moved = False
            for there in _around(lesson, here, strides):
                found, asked = _loss(lesson, there), asked + 1
                if found < height:
                    here, height, moved = there, found, True
                    break
        strides = strides / 2
    return here


def _around(lesson: ChosenLesson, here: Sequence[float], strides: np.ndarray) -> list[tuple[float, ...]]:
    """Return the places one stride away along each slider, both ways."""
    place = np.array(here)
    return [lesson.clamp(place + way * shift) for shift in np.diag(strides) for way in (-1, 1)]


def _loss(lesson: ChosenLesson, values: Sequence[float]) -> float:
    loss = float(lesson.measure_at(values).loss)
    return loss if math.isfinite(loss) else math.inf
