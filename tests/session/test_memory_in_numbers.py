"""The memory of momentum and Adam in numbers: what is printed is what the next step works out."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from downhill.lesson.way import ADAM, MOMENTUM, PLAIN
from downhill.play.lesson_state import LessonState
from downhill.session.memory_in_numbers import TURN, recalls, rule
from downhill.session.step_in_numbers import maths, steps
from downhill.text.format import MINUS
from tests.session.test_step_in_numbers import Printed, printed
from tests.support.states import LESSONS, SINGLY, Variant

REMEMBERING = (MOMENTUM, ADAM)
remembering = pytest.mark.parametrize("way", REMEMBERING)


def lines(formula: str) -> list[list[Element]]:
    """The formulas of a slider, line by line, each of them in pieces."""
    return [fromstring(f"<p>{line}</p>").findall("math") for line in formula.split(TURN)]


def numbers(pieces: list[Element]) -> list[Printed]:
    """The numbers of some pieces, in their order; a square is its base."""
    rows = [part for piece in pieces for part in piece[0]]
    bases = [part[0] if part.tag == "msup" else part for part in rows]
    return [printed(part) for part in bases if part.tag in ("mn", "mrow")]


def at_way(variant: Variant, way: str) -> LessonState:
    """A variant at its start, with that way downhill."""
    state = variant.state()
    state.set_way(way)
    return state


def near(shown: Printed, value: float) -> bool:
    return abs(shown[0] - value) <= 1.01 * shown[1] + 1e-9 * abs(value)


@pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)
@remembering
def test_every_number_is_that_of_the_memory_before_and_after_the_step(variant: Variant, way: str) -> None:
    state = at_way(variant, way)
    for _ in range(3):
        if not state.step():
            break
    told, texts, memory = recalls(state), maths(state), state.way.remembered(state.count)
    for index, slider in enumerate(state.lesson.sliders):
        recall = told[index]
        assert recall.kept[0] == memory.kept[index]
        assert recall.square[0] == memory.squares[index]
        *kept, step = lines(texts[f"{slider.name}.formula"])
        assert len(kept) == (1 if way == MOMENTUM else 2)
        expected = [[state.way.betas[0], recall.kept[0], recall.slope, recall.kept[1]]]
        if way == ADAM:
            expected = [
                [0.9, recall.kept[0], 0.1, recall.slope, recall.kept[1]],
                [0.999, recall.square[0], 0.001, recall.slope, recall.square[1]],
            ]
        for line, wanted in zip(kept, expected, strict=True):
            assert all(near(*pair) for pair in zip(numbers(line), wanted, strict=True))
        old, minus, product = step[0][0]
        assert minus.text == MINUS
        assert near(printed(product[2]), recall.pull)
        assert near(printed(old), state.values[index])


@pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)
@remembering
def test_the_rate_times_what_is_told_leads_where_the_step_does(variant: Variant, way: str) -> None:
    state = at_way(variant, way)
    for _ in range(5):
        for step in steps(state):
            wanted = step.old - step.rate * step.pull
            assert wanted == pytest.approx(step.raw, abs=1e-9 * (abs(step.raw) + step.slider.span))
        told = recalls(state)
        if not state.step():
            break
        memory, values = state.way.remembered(state.count), state.trail.standing
        for index, recall in enumerate(told):
            if not values.clipped:
                assert memory.kept[index] == pytest.approx(recall.kept[1], rel=1e-9, abs=1e-12)


def test_plain_descent_has_the_rule_that_the_page_is_built_with() -> None:
    state = LessonState(LESSONS[1])
    assert state.ways.name == PLAIN
    assert maths(state)["rule"] == ""
    state.set_way(ADAM)
    assert maths(state)["rule"] == rule(ADAM)
    assert "standardized units" in maths(state)["aside"]


@remembering
def test_a_rule_is_one_formula_a_line_and_names_every_part(way: str) -> None:
    names = {"new value", "old value", "learning rate", "gradient"}
    names |= {"velocity", "velocity before"} if way == MOMENTUM else {"mean", "mean square", "mean before"}
    words = [part.text for line in lines(rule(way)) for math in line for part in math.iter("mi")]
    assert names <= {*words}
