"""The memory of momentum and Adam in numbers: what is printed is what the next step works out."""

from xml.etree.ElementTree import Element, fromstring

import numpy as np
import pytest

from downhill.lesson.way import ADAM, MOMENTUM, PLAIN
from downhill.play.lesson_state import LessonState
from downhill.session.memory_in_numbers import TURN, Recall, recalls, rule
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


def near(shown: Printed, value: float) -> bool:
    return abs(shown[0] - value) <= 1.01 * shown[1] + 1e-9 * abs(value)


@pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)
@remembering
def test_every_number_is_that_of_the_memory_before_and_after_the_step(variant: Variant, way: str) -> None:
    state = variant.state()
    state.set_way(way)
    for _ in range(5):
        memory, told, texts = state.way.remembered(state.count), recalls(state), maths(state)
        for index, step in enumerate(steps(state)):
            recall = told[index]
            assert (recall.kept[0], recall.square[0]) == (memory.kept[index], memory.squares[index])
            assert_printed(texts[f"{step.slider.name}.formula"], recall, state, index)
            wanted = step.old - step.rate * step.pull
            assert wanted == pytest.approx(step.raw, abs=1e-9 * (abs(step.raw) + step.slider.span))
        if not state.step():
            break
        kept = state.way.remembered(state.count).kept
        if not state.trail.standing.clipped:
            np.testing.assert_allclose(kept, [recall.kept[1] for recall in told], rtol=1e-9, atol=1e-12)


def assert_printed(formula: str, recall: Recall, state: LessonState, index: int) -> None:
    """Hold what is printed of a slider against what its memory recalls."""
    *kept, step = lines(formula)
    expected = [[state.way.betas[0], recall.kept[0], recall.slope, recall.kept[1]]]
    if state.ways.name == ADAM:
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
