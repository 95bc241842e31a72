"""The four weights against an exact linear solve."""

import numpy as np
import pytest

from downhill.lessons.lesson_30_next_word import Scores, describe, lesson, table
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


def test_the_exact_weights_have_no_error_and_lie_on_the_sliders() -> None:
    assert measure(*exact()).loss == pytest.approx(0, abs=1e-24)
    for slider, weight in zip(lesson.sliders, exact(), strict=True):
        assert slider.low < weight < slider.high


def test_a_hand_can_solve_it_on_the_marks_of_the_sliders() -> None:
    state = LessonState(lesson)
    for slider, weight in zip(lesson.sliders, exact(), strict=True):
        state.move(slider.name, weight)
    assert state.solved


def test_descent_ends_near_the_exact_weights() -> None:
    state = LessonState(lesson)
    while state.step() and not state.finished:
        pass
    assert state.solved
    assert state.values == pytest.approx(exact(), abs=0.2)


def test_every_slider_pulls_at_both_prompts() -> None:
    start = lesson.start_values()
    before = measure(*start).errors
    for index in range(4):
        moved = [value + (0.1 if place == index else 0.0) for place, value in enumerate(start)]
        assert (np.abs(measure(*moved).errors - before) > 1e-3).all()


def test_the_largest_curvature_allows_the_good_rate_and_forbids_the_highest() -> None:
    largest = float(np.linalg.eigvalsh(2 * PROMPTS.T @ PROMPTS).max())
    rates = lesson.chosen({"output": "scores"}).rates
    assert rates.good < 2 / largest < rates.high


def test_the_sentence_says_which_prompts_choose_the_right_word() -> None:
    for weights in states(lesson, 300):
        (pet_cat, pet_plane), (flew_cat, flew_plane) = measure(*weights).scores
        right = {(True, True): "both", (True, False): "pet", (False, True): "flew", (False, False): "neither"}
        assert describe(measure(*weights)) in (right[pet_cat > pet_plane, flew_plane > flew_cat], "solved")


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


def test_the_cross_entropy_sinks_as_long_as_the_weights_grow_and_never_gets_to_zero() -> None:
    losses = [measure(*(size * w for w in exact()), output="probabilities").loss for size in (1, 2, 4, 8, 16)]
    assert losses == sorted(losses, reverse=True)
    assert 0 < losses[-1] < 1e-6


def test_with_probabilities_descent_is_solved_on_its_way_to_the_ends_of_the_sliders() -> None:
    state = LessonState(lesson)
    state.choose("output", "probabilities")
    solved = 0
    while state.step() and not state.finished:
        solved += state.solved
    assert (state.verdict(), state.solved) == ("edge", True)
    assert solved > 1
    assert [abs(value) for value in state.values] == [2.0] * 4
