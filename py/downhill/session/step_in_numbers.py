"""The next step of gradient descent in numbers: the rule filled in for every slider, the slope in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from downhill.lesson import Slider
from downhill.lesson.way import PLAIN
from downhill.play.lesson_state import LessonState
from downhill.session import memory_in_numbers
from downhill.session.clean_slopes import pulls
from downhill.session.memory_in_numbers import recalls
from downhill.session.numbers_in_mathml import bracketed, fixed, rounded, size_of
from downhill.text.format import MINUS, PAGE, fill, number, with_unit

NOTHING = 1e-6  # of the scale: a slope so small that crossing the whole slider hardly changes the loss


class Step(NamedTuple):
    """One slider's part of the next step: raw = old - rate * pull, and `new` is that, kept on the slider.

    `slope` is how fast the loss grows with this slider alone. `pull` is the same number, unless descent works
    in other units (`Lesson.scaling`). All are in the slider's own unit.
    """

    slider: Slider
    old: float
    rate: float
    pull: float
    raw: float
    new: float
    slope: float


def steps(state: LessonState) -> Iterator[Step]:
    """Yield the next step for every slider, in order; nothing if no step can be taken."""
    ahead = state.ahead
    if ahead is None:
        return
    plain = state.ways.name == PLAIN
    pulled = pulls(state) if plain else [each.pull for each in recalls(state)]
    columns = (state.lesson.sliders, state.values, pulled, ahead.raw, ahead.values, ahead.gradient)
    for slider, old, pull, raw, new, slope in zip(*columns, strict=True):
        yield Step(slider, old, state.rate, float(pull), float(raw), new, float(slope))


def maths(state: LessonState) -> dict[str, str]:
    """Return the texts for the page: `<slider>.formula` (MathML), `.slope`, `.note`, and `aside`.

    `rule` is the rule of momentum or Adam; the page has that of plain descent. With it, each slider's memory
    precedes its step.
    """
    own, plain = state.ways.name in state.lesson.ways, state.ways.name == PLAIN
    taken = {} if state.covers or own else {step.slider.name: step for step in steps(state)}
    texts = {"aside": PAGE["maths.own"] if own else _aside(state)}
    texts["rule"] = "" if plain else memory_in_numbers.rule(state.ways.name)
    lines = {} if plain or not taken else _memory(state)
    for slider in state.lesson.sliders:
        step = taken.get(slider.name)
        told = [*lines.get(slider.name, ()), formula(step)] if step else []
        texts[f"{slider.name}.formula"] = memory_in_numbers.TURN.join(told)
        texts[f"{slider.name}.slope"] = _slope(state, step) if step else ""
        texts[f"{slider.name}.note"] = _note(step) if step else ""
    return texts


def _memory(state: LessonState) -> dict[str, list[str]]:
    """Return the lines about every slider's memory, by slider name."""
    pairs = zip(state.lesson.sliders, recalls(state), strict=True)
    return {slider.name: memory_in_numbers.memory(state, recall) for slider, recall in pairs}


def formula(step: Step) -> str:
    """Write a step as MathML: old value - learning rate * gradient = new value, before any clamping."""
    decimals = _decimals(step)
    old, raw = fixed(step.old, decimals), fixed(step.raw, decimals)
    pull, rate = bracketed(step.pull, short=False), rounded(step.rate, short=True)
    # Two formulas, so that a narrow page can break the line before the equals sign.
    left = f"<mrow>{old}<mo>{MINUS}</mo><mrow>{rate}<mo>·</mo>{pull}</mrow></mrow>"
    return f"<math>{left}</math> <math><mrow><mo>=</mo>{raw}</mrow></math>"


def _aside(state: LessonState) -> str:
    if state.covers:
        return PAGE["maths.covered"]
    if state.ahead is None:
        return PAGE["maths.overflow"]
    if state.lesson.scaling is None:
        return ""
    if told := memory_in_numbers.aside(state):
        return told
    matrix = np.asarray(state.lesson.scaling)
    return "" if np.allclose(matrix.T @ matrix, np.eye(len(matrix))) else PAGE["maths.scaled"]


def _slope(state: LessonState, step: Step) -> str:
    """Say in words what the slope of the loss is for this slider."""
    lesson, slider = state.lesson, step.slider
    loss = lesson.word("loss", state.choices)
    if abs(step.slope) * slider.span <= NOTHING * state.variant.scale:
        return fill(PAGE["maths.level"], {"loss": loss})
    steepness = abs(step.slope)
    one = with_unit(1, 0, slider.unit) if slider.unit else PAGE["maths.unit"]
    slope = with_unit(steepness, max(0, 2 - size_of(steepness)), lesson.word("loss.unit", state.choices))
    way = "maths.grows" if step.slope > 0 else "maths.shrinks"
    return fill(PAGE[way], {"one": one, "loss": loss, "slope": slope})


def _note(step: Step) -> str:
    if step.raw != step.new:
        end = with_unit(step.new, step.slider.decimals, step.slider.unit)
        return fill(PAGE["maths.end"], {"end": end})
    decimals = _decimals(step)
    same = number(step.old, decimals) == number(step.raw, decimals)
    return PAGE["maths.short"] if same and step.pull else ""


def _decimals(step: Step) -> int:
    """Return how many decimals show three digits of the step: at most four more than the slider shows."""
    least, stride = step.slider.decimals, abs(step.rate * step.pull)
    return min(max(least, 2 - size_of(stride)), least + 4) if stride else least
