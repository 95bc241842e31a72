"""One lesson at work."""

from collections.abc import Callable

import numpy as np
import pytest

from downhill.lesson import HAND, MACHINE, Lesson, Rates, Slider
from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from tests.lesson.test_lesson import Square, tiny
from tests.support.states import LESSONS, Variant, each_variant

VALLEY, LINE, NEXT_WORD = LESSONS[:3]


def test_a_hand_clamps_and_snaps_and_only_the_named_slider_moves() -> None:
    state = LessonState(LINE)
    state.move("m", 101.4)
    assert state.values == (101.0, LINE.start_values()[1])
    state.move("m", 1e9)
    assert state.values[0] == LINE.slider("m").high


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (lambda state: state.move("q", 1.0), "no slider 'q'"),
        (lambda state: state.point({"q": 1.0}), "'q'"),
        (lambda state: state.choose("error", "cubed"), "no choice error=cubed"),
        (lambda state: state.choose("mood", "good"), "no choice mood=good"),
        (lambda state: state.enter("sign", "3"), "no entry sign"),
        (lambda state: state.press("less"), "no action 'less', only"),
        (lambda state: state.set_way("nesterov"), "nesterov"),
        (lambda state: state.set_beta("beta1", 0.5), "beta1"),
        (lambda state: state.shelf.drop(7), "no kept run 7"),
    ],
)
def test_what_a_lesson_does_not_have_is_refused_by_name(
    asked: Callable[[LessonState], None], told: str
) -> None:
    with pytest.raises(KeyError, match=told):
        asked(LessonState(LINE))


def test_pointing_moves_several_sliders_in_one_move_clamped_and_snapped() -> None:
    state = LessonState(LINE)
    state.move("m", 100.0)  # a drag that never let go
    state.point({"m": 123.4, "b": 1e9})
    state.settle()
    m, b = LINE.sliders
    assert state.values == (m.snap(123.4), b.high)
    assert (state.hand_moves, len(state.trail), state.trail.mover) == (2, 3, HAND)
    state.point({"m": float("nan")})
    state.point({})
    assert (state.hand_moves, len(state.trail)) == (2, 3)


@each_variant
def test_a_step_starts_where_the_hand_left_the_sliders_and_goes_where_it_was_announced(
    variant: Variant,
) -> None:
    state = variant.state()
    for slider in variant.lesson.sliders:
        state.move(slider.name, slider.low + 0.3 * slider.span)
    announced = state.scene().next_values
    assert state.step()
    assert state.values == announced
    assert state.trail.mover == MACHINE


@each_variant
def test_restart_returns_everything_but_choices_and_rate(variant: Variant) -> None:
    state = variant.state()
    state.set_rate(state.variant.rates.low)
    state.move(variant.lesson.sliders[0].name, variant.lesson.sliders[0].high)
    state.step()
    state.restart()
    assert state.values == variant.lesson.start_values()
    assert (state.hand_moves, state.machine_steps, len(state.run), len(state.trail)) == (0, 0, 0, 1)
    assert (state.choices, state.rate) == (variant.choices, state.variant.rates.low)


def test_a_fresh_choice_starts_afresh_and_another_one_leaves_the_sliders_alone() -> None:
    valley, line = LessonState(VALLEY), LessonState(LINE)
    valley.move("x", 2.0)
    valley.choose("shape", "two-valleys")
    assert valley.values == VALLEY.start_values()
    line.move("m", 100.0)
    line.choose("error", "squared")
    assert line.values == (100.0, LINE.start_values()[1])
    assert len(line.trail) == 1
    assert line.trail.losses[0] == line.now.loss


@pytest.mark.parametrize("rate", [0.0, -1.0, 1e-300, 1e300, float("inf"), float("nan")])
def test_an_absurd_rate_is_clamped_to_the_slider_of_rates(rate: float) -> None:
    state = LessonState(VALLEY)
    state.set_rate(rate)
    assert state.variant.rates.low <= state.rate <= state.variant.rates.high


def test_at_the_end_of_a_slider_descent_stops_and_says_so() -> None:
    slope = tiny(measure=lambda x: Square(x + 5, x), gradient=lambda x: (1.0,), goal=0.0)
    state = LessonState(slope)
    while state.step():
        pass
    assert state.values == (-1.0,)
    assert (state.verdict(), state.finished, state.step()) == ("edge", True, False)


def cliff() -> Lesson:
    """A lesson so steep that a step of descent leaves the finite numbers."""
    return tiny(
        sliders=(Slider("x", -1e150, 1e150, 1e150, 1e140),),
        measure=lambda x: Square(x * x, x),
        gradient=lambda x: (1e100 * x,),
        rates=Rates(1e-101, 1e100, 1e200),
    )


def test_a_step_that_leaves_the_finite_is_not_taken_and_says_so_and_a_smaller_rate_goes_on() -> None:
    state = LessonState(cliff())
    assert state.step() is False
    assert state.values == state.lesson.start_values()
    assert (state.verdict(), state.finished, state.machine_steps) == ("overflow", True, 0)
    assert state.scene().next_values is None
    state.set_rate(1e-101)
    assert state.verdict() == ""
    assert state.step()
    assert np.isfinite(state.now.loss)


def test_a_lesson_without_a_gradient_of_its_own_descends_by_central_differences() -> None:
    state = LessonState(tiny())
    assert state.gradient() == pytest.approx([2.0])
    while state.step() and not state.finished:
        pass
    assert state.solved


def test_a_run_keeps_only_the_stages_that_a_verdict_looks_at() -> None:
    state = LessonState(VALLEY)
    state.choose("shape", "two-valleys")
    state.set_rate(0.002)
    for _ in range(500):
        state.step()
    assert len(state.run) <= 4 * truths.WINDOW + 2
