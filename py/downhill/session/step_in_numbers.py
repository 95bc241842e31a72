"""The next step of gradient descent in numbers: the rule filled in for every slider, its slope in words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from downhill.lesson import Slider
from downhill.maths import descent
from downhill.play.lesson_state import LessonState
from downhill.text.format import MINUS, PAGE, fill, local, number, trimmed, with_unit

PLAIN = 1e-4, 1e7  # numbers of a size between these are written out, others with a power of ten
NOTHING = 1e-6  # of the scale: crossing a slider at such a slope leaves the loss as it is
ROUNDING = 1e-12  # sums that come out so much smaller than their parts are rounding


class Step(NamedTuple):
    """One slider's share of the next step: raw = old - rate * pull, and `new` is what the slider can take.

    `slope` is how fast the loss grows with this slider alone. `pull` is the same number, unless descent walks
    in other units (`Lesson.scaling`). All in the slider's own unit.
    """

    slider: Slider
    old: float
    rate: float
    pull: float
    raw: float
    new: float
    slope: float


def steps(state: LessonState) -> Iterator[Step]:
    """The next step for every slider, in their order; nothing where no step can be taken."""
    ahead = state.ahead
    if ahead is None:
        return
    columns = (state.lesson.sliders, state.values, _pulls(state), ahead.raw, ahead.values, ahead.gradient)
    for slider, old, pull, raw, new, slope in zip(*columns, strict=True):
        yield Step(slider, old, state.rate, float(pull), float(raw), new, float(slope))


def maths(state: LessonState) -> dict[str, str]:
    """The texts for the page: `<slider>.formula` (MathML), `<slider>.slope`, `<slider>.note`, and `aside`."""
    taken = {} if state.covers else {step.slider.name: step for step in steps(state)}
    texts = {"aside": _aside(state)}
    for slider in state.lesson.sliders:
        step = taken.get(slider.name)
        texts[f"{slider.name}.formula"] = formula(step) if step else ""
        texts[f"{slider.name}.slope"] = _slope(state, step) if step else ""
        texts[f"{slider.name}.note"] = _note(step) if step else ""
    return texts


def formula(step: Step) -> str:
    """A step as MathML: old value - learning rate * gradient = new value, before the slider's end cuts it."""
    decimals = _decimals(step)
    old, raw = _fixed(step.old, decimals), _fixed(step.raw, decimals)
    pull, rate = _rounded(step.pull), _rounded(step.rate, short=True)
    if pull.startswith("<mrow><mo>" + MINUS):
        pull = f"<mrow><mo>(</mo>{pull}<mo>)</mo></mrow>"
    # Two formulas, so that a narrow page can break the line before the sign of equality.
    left = f"<mrow>{old}<mo>{MINUS}</mo><mrow>{rate}<mo>·</mo>{pull}</mrow></mrow>"
    return f"<math>{left}</math> <math><mrow><mo>=</mo>{raw}</mrow></math>"


def _pulls(state: LessonState) -> np.ndarray:
    """What the learning rate is multiplied with, for every slider; what only rounding has left is 0."""
    gradient = state.ahead.gradient if state.ahead else np.zeros(len(state.values))
    scaling = state.lesson.scaling
    if scaling is None:
        return gradient
    pulls = descent.pull(gradient, scaling)
    mixed = np.abs(np.linalg.inv(np.transpose(scaling) @ np.asarray(scaling))) @ np.abs(gradient)
    return np.where(np.abs(pulls) <= ROUNDING * mixed, 0.0, pulls)


def _aside(state: LessonState) -> str:
    if state.covers:
        return PAGE["maths.covered"]
    if state.ahead is None:
        return PAGE["maths.overflow"]
    if state.lesson.scaling is None:
        return ""
    matrix = np.asarray(state.lesson.scaling)
    return "" if np.allclose(matrix.T @ matrix, np.eye(len(matrix))) else PAGE["maths.scaled"]


def _slope(state: LessonState, step: Step) -> str:
    """In words, what the slope of the loss is for this slider."""
    lesson, slider = state.lesson, step.slider
    loss = lesson.word("loss", state.choices)
    if abs(step.slope) * slider.span <= NOTHING * state.variant.scale:
        return fill(PAGE["maths.level"], {"loss": loss})
    steepness = abs(step.slope)
    one = with_unit(1, 0, slider.unit) if slider.unit else PAGE["maths.unit"]
    slope = with_unit(steepness, max(0, 2 - _size(steepness)), lesson.word("loss.unit", state.choices))
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
    """So many decimals that three digits of the stride are seen, but at most four more than the slider's."""
    least, stride = step.slider.decimals, abs(step.rate * step.pull)
    return min(max(least, 2 - _size(stride)), least + 4) if stride else least


def _size(value: float) -> int:
    """The power of ten of a number's first digit."""
    return math.floor(math.log10(value))


def _fixed(value: float, decimals: int) -> str:
    """A number with so many decimals, as MathML."""
    return _signed(number(value, decimals)) if abs(value) < PLAIN[1] else _power(value)


def _rounded(value: float, short: bool = False) -> str:
    """A number rounded to four digits, as MathML, with or without zeros at its end."""
    if value == 0:
        return "<mn>0</mn>"
    if not PLAIN[0] <= abs(value) < PLAIN[1]:
        return _power(value)
    text = number(value, max(0, 3 - _size(abs(value))))
    return _signed(trimmed(text) if short else text)


def _power(value: float) -> str:
    """A number as four digits times a power of ten, as MathML."""
    digits, _, exponent = f"{abs(value):.3e}".partition("e")
    power = _signed(number(int(exponent), 0))
    size = f"<mrow><mn>{local(digits)}</mn><mo>×</mo><msup><mn>10</mn>{power}</msup></mrow>"
    return f"<mrow><mo>{MINUS}</mo>{size}</mrow>" if value < 0 else size


def _signed(text: str) -> str:
    """A number's text as MathML: its sign is an operator."""
    if text.startswith(MINUS):
        return f"<mrow><mo>{MINUS}</mo><mn>{text[1:]}</mn></mrow>"
    return f"<mn>{text}</mn>"
