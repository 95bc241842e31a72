"""The next step in numbers: what is printed is what happens."""

import math
import re
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from downhill.lesson import Rates, Slider
from downhill.play.lesson_state import LessonState
from downhill.session.step_in_numbers import maths, steps
from downhill.text.format import MINUS, PAGE
from tests.lesson.test_lesson import Square, tiny
from tests.play.test_lesson_state import cliff
from tests.support.often import often
from tests.support.states import LESSONS, Variant, each_variant

VALLEY, LINE, NEXT_WORD = LESSONS[:3]
NOT_FINITE = re.compile(r"\b(nan|inf|infinity)\b|[–∞{}]", re.IGNORECASE)
unit = st.floats(0, 1)

Printed = tuple[float, float]  # a number as it is printed, and half of its last digit's worth


def printed(part: Element) -> Printed:
    """A number of a formula, read back from its MathML."""
    text = "".join(part.itertext()).replace(",", "").replace(MINUS, "-").strip("()")
    digits, _, power = text.partition("×")
    decimals = len(digits.partition(".")[2])
    factor = 10.0 ** int(power.removeprefix("10")) if power else 1.0
    return float(digits) * factor, 0.5 * 10.0**-decimals * factor


def parts(formula: str) -> tuple[Printed, Printed, Printed, Printed]:
    """Old value, learning rate, gradient and new value of a formula."""
    left, right = fromstring(f"<p>{formula}</p>").findall("math")
    old, minus, product = left[0]
    rate, dot, pull = product
    equal, new = right[0]
    assert (minus.text, dot.text, equal.text) == (MINUS, "·", "=")
    return printed(old), printed(rate), printed(pull), printed(new)


def placed(variant: Variant, shares: list[float], exponent: float) -> LessonState:
    """A lesson state with its sliders and its rate at these shares of their lengths."""
    state = variant.state()
    sliders = variant.lesson.sliders
    state.place([s.low + share * s.span for s, share in zip(sliders, shares, strict=False)])
    low, high = state.variant.rates.low, state.variant.rates.high
    state.set_rate(low * (high / low) ** exponent)
    return state


@each_variant
@often(150)
@given(st.lists(unit, min_size=8, max_size=8), unit)
def test_what_is_printed_is_what_a_step_does(variant: Variant, shares: list[float], exponent: float) -> None:
    state = placed(variant, shares, exponent)
    texts, old_values, ahead, pulls = maths(state), state.values, state.ahead, [s.pull for s in steps(state)]
    assert ahead is not None
    state.step()
    for index, slider in enumerate(variant.lesson.sliders):
        old, rate, pull, new = parts(texts[f"{slider.name}.formula"])
        pairs = [(old, old_values[index]), (rate, state.rate), (pull, pulls[index]), (new, ahead.raw[index])]
        if "off the slider" not in texts[f"{slider.name}.note"]:
            pairs.append((new, state.values[index]))
        for (shown, half), value in pairs:
            assert abs(shown - value) <= half * (1 + 1e-6), (texts, shown, value)
        rounding = old[1] + new[1] + rate[0] * pull[1] + (abs(pull[0]) + pull[1]) * rate[1]
        assert abs(old[0] - rate[0] * pull[0] - new[0]) <= rounding * (1 + 1e-6)


@each_variant
@often(100)
@given(st.lists(unit, min_size=8, max_size=8), unit)
def test_every_number_is_finite_and_every_sentence_whole(
    variant: Variant, shares: list[float], exponent: float
) -> None:
    state = placed(variant, shares, exponent)
    for _ in range(3):
        for name, text in maths(state).items():
            assert not NOT_FINITE.search(re.sub(r"<[^>]*>", " ", text)), text
            assert text or not name.endswith((".formula", ".slope"))
        state.step()


@each_variant
@often(100)
@given(st.lists(st.floats(0.05, 0.95), min_size=8, max_size=8))
def test_the_words_say_where_the_loss_grows(variant: Variant, shares: list[float]) -> None:
    state = placed(variant, shares, 0.5)
    texts, lesson = maths(state), variant.lesson
    for step in steps(state):
        text = texts[f"{step.slider.name}.slope"]
        assert lesson.word("loss", variant.choices) in text
        assert ("grow" in text, "shrink" in text, text.startswith("Level")) == (
            (False, False, True)
            if abs(step.slope) * step.slider.span <= 1e-6 * state.variant.scale
            else (step.slope > 0, step.slope < 0, False)
        )


def test_the_sentence_tells_both_units() -> None:
    state = LessonState(LINE)
    state.choose("error", "squared")
    slope = -state.gradient()[0]
    size = f"{slope:,.0f}"
    assert maths(state)["m.slope"] == (
        f"At this slope, $1/sq\N{NO-BREAK SPACE}ft more makes the sum of squared errors shrink by "
        f"{size}\N{NO-BREAK SPACE}squares of $1k."
    )
    assert maths(state)["aside"] == PAGE["maths.scaled"]
    assert maths(LessonState(NEXT_WORD))["aside"] == ""


def test_what_only_rounding_has_left_is_shown_as_nothing() -> None:
    state = LessonState(LINE)
    state.place((0.0, -100.0))  # below all homes: the slopes of m and b cancel each other in what acts on m
    m, b = steps(state)
    assert m.pull == 0.0
    assert math.isclose(b.pull, -12.0)
    assert "<mn>0</mn></mrow></mrow></math> <math><mrow><mo>=</mo><mn>0</mn>" in maths(state)["m.formula"]


def test_at_a_sliders_end_it_says_where_the_slider_stops() -> None:
    state = LessonState(VALLEY)
    state.move("x", 5.0)
    state.set_rate(10.0)
    (step,) = steps(state)
    assert step.raw < step.new == -5.0
    assert maths(state)["x.note"] == f"That is off the slider, so the new value is its end, {MINUS}5.00."


def test_a_step_too_small_to_be_seen_is_called_so() -> None:
    lesson = tiny(
        sliders=(Slider("x", 0.0, 1.0, 0.5, 0.1),),
        measure=lambda x: Square(x, x),
        gradient=lambda x: (1.0,),
        rates=Rates(1e-9, 1e-8, 1e-7),
    )
    assert maths(LessonState(lesson))["x.note"] == PAGE["maths.short"]


def test_where_no_step_can_be_taken_it_says_so_and_shows_none() -> None:
    texts = maths(LessonState(cliff()))
    assert texts["aside"] == PAGE["maths.overflow"]
    assert texts["x.formula"] == texts["x.slope"] == texts["x.note"] == ""
