"""Looks one step of gradient descent ahead: where it would lead, and what the lesson would measure there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson
from downhill.lesson.looking_on import SLOPE, STEP, LookOn, unseen
from downhill.lesson.way import ADAM, PLAIN, Memory, Way
from downhill.maths.descent import from_units, in_units, pull, step
from downhill.play.advancing import FUNCTIONS, advance, held_up
from downhill.play.rates import slope


class Before(NamedTuple):
    """The steps of a run so far: the last one, shape (n,), and how many were taken."""

    last: np.ndarray
    taken: int


class NextStep(NamedTuple):
    """The slope here, shape (n,), where a step would lead before and after clamping, and what it measures.

    `memory` is what the way downhill remembers after it, None if it remembers nothing.
    """

    gradient: np.ndarray
    raw: np.ndarray
    values: tuple[float, ...]
    measured: Any
    memory: Memory | None = None


PLAINLY = Way()


def next_step(
    lesson: ChosenLesson,
    values: Sequence[float],
    rate: float,
    before: Before | None = None,
    way: Way = PLAINLY,
    look_on: LookOn = unseen,
) -> NextStep | None:
    """Return one step ahead of these values with that learning rate; None if the numbers would overflow.

    `way` is the way downhill with its memory, `before` what else a reader's own step can use. `look_on`
    watches while the lesson's slope here and the step are computed.
    """
    felt = lesson.gradient is None  # then the loss is measured at places all around
    gradient = slope(lesson, values) if felt else look_on(SLOPE, partial(slope, lesson, values))
    with np.errstate(all="ignore"):
        raw, memory = look_on(STEP, partial(_taken, lesson, np.array(values), gradient, rate, before, way))
    if not all(map(math.isfinite, raw.tolist())):
        return None
    clamped = lesson.clamp(raw.tolist())
    if memory:
        memory = held_up(memory, raw != clamped)
    return NextStep(gradient, raw, clamped, lesson.measure_at(clamped), memory)


def _taken(
    lesson: ChosenLesson,
    values: np.ndarray,
    gradient: np.ndarray,
    rate: float,
    before: Before | None,
    way: Way,
) -> tuple[np.ndarray, Memory | None]:
    """Return where a step leads, and what the way downhill remembers after it."""
    if way.name == PLAIN:
        return _step(lesson, values, pull(gradient, lesson.scaling), rate, before), None
    return _advance(lesson, values, gradient, rate, way)


def _step(
    lesson: ChosenLesson, values: np.ndarray, gradient: np.ndarray, rate: float, before: Before | None
) -> np.ndarray:
    if lesson.step is None:
        return step(values, gradient, rate)
    last, taken = before or Before(np.zeros(len(values)), 0)
    return np.asarray(lesson.step(values, gradient, rate, last, taken), dtype=float)


def _advance(
    lesson: ChosenLesson, values: np.ndarray, gradient: np.ndarray, rate: float, way: Way
) -> tuple[np.ndarray, Memory]:
    """Take a step in the units of descent.

    Momentum is the same in all units, so here it uses the sliders' own. Adam isn't: it works in the units
    u = T v, and the distance is converted and added to the values.
    """
    functions, scaling = {**FUNCTIONS, **lesson.ways}, lesson.scaling
    if way.name != ADAM or scaling is None:
        return advance(way, values, pull(gradient, scaling), rate, functions)
    here = np.asarray(scaling, dtype=float) @ values
    landing, memory = advance(way, here, in_units(gradient, scaling), rate, functions)
    return values + from_units(landing - here, scaling), memory
