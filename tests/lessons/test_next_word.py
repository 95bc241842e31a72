"""The four weights against an exact linear solve."""

import numpy as np
import pytest

from downhill.lessons.lesson_30_next_word import Scores, lesson, table
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, TARGETS
from downhill.play.lesson_state import LessonState
from tests.support.states import states


def measure(*weights: float, output: str = "scores") -> Scores:
    """What the lesson measures with these weights, in the sliders' order."""
    measured: Scores = lesson.chosen({"output": output}).measure_at(weights)
    return measured


def exact() -> tuple[float, ...]:
    """The weights in the sliders' order for which every score is its target."""
    cat, plane = np.linalg.solve(PROMPTS, TARGETS).T
    return tuple(float(weight) for weight in (*cat, *plane))


def test_descent_comes_near_the_exact_weights_which_a_hand_finds_on_the_sliders_marks() -> None:
    assert measure(*exact()).loss == pytest.approx(0, abs=1e-24)
    state = LessonState(lesson)
    while state.step() and not state.finished:
        pass
    assert state.solved
    assert state.values == pytest.approx(exact(), abs=0.2)
    for slider, weight in zip(lesson.sliders, exact(), strict=True):
        state.move(slider.name, weight)
    assert state.solved


def test_the_table_has_a_row_for_each_prompt_and_the_total_of_their_errors() -> None:
    measured = measure(*lesson.start_values())
    pet, flew, total = table(measured)
    assert pet[0] == ("prompt.pet", {})
    assert flew[0] == ("prompt.flew", {})
    assert pet[3] + flew[3] == pytest.approx(total[3])  # type: ignore[operator]
    assert total[3] == measured.loss


def sure(values: tuple[float, ...]) -> tuple[np.ndarray, float]:
    """The probabilities of the right words and their cross-entropy, worked out from the odds."""
    cat, plane = PROMPTS @ np.array([values[:2], values[2:]]).T @ np.array([[1, -1], [-1, 1]])
    right = 1 / (1 + np.exp(-np.array([cat[0], plane[1]])))
    return right, -float(np.log(right).sum())


def test_probabilities_and_their_cross_entropy_follow_from_the_odds() -> None:
    for weights in states(lesson, 100):
        right, loss = sure(weights)
        measured = measure(*weights, output="probabilities")
        np.testing.assert_allclose(measured.says.diagonal(), right, rtol=1e-12)
        np.testing.assert_allclose(measured.says.sum(axis=1), 1, atol=1e-12)
        assert measured.loss == pytest.approx(loss, rel=1e-12)
