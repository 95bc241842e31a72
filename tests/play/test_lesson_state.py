"""One lesson at work."""

import numpy as np
import pytest

from downhill.lesson import HAND, MACHINE, Lesson, Rates, Slider
from downhill.lesson.trail import ROOM
from downhill.maths import truths
from downhill.play.lesson_state import Desk
from downhill.play.verdicts import WILD
from tests.lesson.test_lesson import Square, tiny
from tests.support.states import LESSONS, VARIANTS, Variant, states

VALLEY, LINE, NEXT_WORD = LESSONS[:3]
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)


@each_lesson
def test_a_desk_begins_at_the_start_with_nobodys_moves(lesson: Lesson) -> None:
    desk = Desk(lesson)
    assert desk.values == lesson.start_values()
    assert (desk.hand_moves, desk.machine_steps, desk.trail.mover, desk.verdict()) == (0, 0, HAND, "")
    assert desk.now.loss == lesson.measure_at(desk.values, desk.choices).loss


def test_a_hand_clamps_and_snaps_and_only_the_named_slider_moves() -> None:
    desk = Desk(LINE)
    desk.move("m", 101.4)
    assert desk.values == (101.0, LINE.start_values()[1])
    desk.move("m", 1e9)
    assert desk.values[0] == LINE.slider("m").high


def test_an_unknown_slider_choice_or_option_is_refused_by_name() -> None:
    desk = Desk(LINE)
    with pytest.raises(KeyError, match="no slider 'q'"):
        desk.move("q", 1.0)
    with pytest.raises(KeyError, match="no choice error=cubed"):
        desk.choose("error", "cubed")
    with pytest.raises(KeyError, match="no choice mood=good"):
        desk.choose("mood", "good")


def test_a_drag_counts_as_one_move_until_the_hand_lets_go() -> None:
    desk = Desk(VALLEY)
    for value in (-3.9, -3.8, -3.7):
        desk.move("x", value)
    assert desk.hand_moves == 1
    desk.settle()
    desk.move("x", -3.0)
    assert desk.hand_moves == 2


def test_pointing_moves_several_sliders_in_one_move_clamped_and_snapped() -> None:
    desk = Desk(LINE)
    desk.move("m", 100.0)  # a drag that never let go
    desk.point({"m": 123.4, "b": 1e9})
    desk.settle()
    m, b = LINE.sliders
    assert desk.values == (m.snap(123.4), b.high)
    assert (desk.hand_moves, len(desk.trail), desk.trail.mover) == (2, 3, HAND)
    desk.point({"m": float("nan")})
    desk.point({})
    assert (desk.hand_moves, len(desk.trail)) == (2, 3)
    with pytest.raises(KeyError, match="'q'"):
        desk.point({"q": 1.0})


def test_a_hand_that_does_not_move_the_slider_has_not_moved() -> None:
    desk = Desk(VALLEY)
    desk.move("x", VALLEY.slider("x").start + 0.001)
    assert desk.hand_moves == 0
    assert len(desk.trail) == 1


def test_hand_and_machine_are_counted_apart_and_leave_their_own_marks() -> None:
    desk = Desk(NEXT_WORD)
    desk.move("cat_animals", 0.5)
    desk.step()
    desk.step()
    desk.move("cat_animals", 0.1)
    assert (desk.hand_moves, desk.machine_steps, desk.trail.mover) == (2, 2, HAND)
    np.testing.assert_array_equal(desk.trail.by_machine, [False, False, True, True, False])


@each_variant
def test_a_step_starts_where_the_hand_left_the_sliders_and_goes_where_it_was_announced(
    variant: Variant,
) -> None:
    desk = variant.desk()
    for slider in variant.lesson.sliders:
        desk.move(slider.name, slider.low + 0.3 * slider.span)
    announced = desk.scene().next_values
    assert desk.step()
    assert desk.values == announced
    assert desk.trail.mover == MACHINE


@each_variant
def test_a_step_is_clamped_to_the_sliders(variant: Variant) -> None:
    for place in states(variant.lesson, 50, seed=6):
        desk = variant.desk(place)
        desk.set_rate(desk.variant.rates.high)
        desk.step()
        assert all(s.low <= v <= s.high for s, v in zip(variant.lesson.sliders, desk.values, strict=True))


@each_variant
def test_restart_returns_everything_but_choices_and_rate(variant: Variant) -> None:
    desk = variant.desk()
    desk.set_rate(desk.variant.rates.low)
    desk.move(variant.lesson.sliders[0].name, variant.lesson.sliders[0].high)
    desk.step()
    desk.restart()
    assert desk.values == variant.lesson.start_values()
    assert (desk.hand_moves, desk.machine_steps, len(desk.run), len(desk.trail)) == (0, 0, 0, 1)
    assert (desk.choices, desk.rate) == (variant.choices, desk.variant.rates.low)


def test_a_fresh_choice_starts_afresh_and_another_one_leaves_the_sliders_alone() -> None:
    valley, line = Desk(VALLEY), Desk(LINE)
    valley.move("x", 2.0)
    valley.choose("shape", "two-valleys")
    assert valley.values == VALLEY.start_values()
    line.move("m", 100.0)
    line.choose("error", "squared")
    assert line.values == (100.0, LINE.start_values()[1])
    assert len(line.trail) == 1
    assert line.trail.losses[0] == line.now.loss


def test_a_choice_brings_the_good_rate_of_its_variant() -> None:
    desk = Desk(LINE)
    desk.set_rate(5.0)
    desk.choose("error", "squared")
    assert desk.rate == desk.variant.rates.good


def test_choosing_what_is_chosen_changes_nothing() -> None:
    desk = Desk(VALLEY)
    desk.move("x", 1.0)
    desk.choose("shape", "bowl")
    assert desk.values == (1.0,)
    assert desk.hand_moves == 1


@pytest.mark.parametrize("rate", [0.0, -1.0, 1e-300, 1e300, float("inf"), float("nan")])
def test_an_absurd_rate_is_clamped_to_the_slider_of_rates(rate: float) -> None:
    desk = Desk(VALLEY)
    desk.set_rate(rate)
    assert desk.variant.rates.low <= desk.rate <= desk.variant.rates.high


def test_a_new_rate_is_seen_in_the_next_step() -> None:
    desk = Desk(VALLEY)
    slow = desk.scene().next_values
    desk.set_rate(2.0)
    assert desk.scene().next_values != slow


def test_descent_that_rests_in_the_higher_valley_is_called_stuck() -> None:
    desk = Desk(VALLEY)
    desk.choose("shape", "two-valleys")
    while desk.step() and not desk.finished:
        pass
    assert (desk.verdict(), desk.solved) == ("stuck", False)
    assert VALLEY.describe(desk.now) == "wrong"


def test_descent_in_a_bowl_converges_and_is_solved() -> None:
    desk = Desk(VALLEY)
    while desk.step() and not desk.finished:
        pass
    assert (desk.verdict(), desk.solved, desk.finished) == (truths.CONVERGED, True, True)


def test_a_rate_that_is_too_large_ends_in_wild_leaps_in_every_smooth_variant() -> None:
    for variant in VARIANTS:
        desk = variant.desk()
        if desk.variant.rates.kinked or desk.variant.rates.bottomless:
            continue
        desk.set_rate(desk.variant.rates.high)
        while not desk.finished and desk.step():
            pass
        assert desk.verdict() in WILD, variant.name


def test_descent_on_absolute_errors_ends_hovering_near_the_best_line() -> None:
    desk = Desk(LINE)
    while desk.step() and not desk.finished:
        pass
    assert (desk.verdict(), desk.solved) == (truths.HOVERING, True)


def test_a_hand_ends_the_run_of_the_machine() -> None:
    desk = Desk(VALLEY)
    for _ in range(5):
        desk.step()
    assert desk.verdict()
    desk.move("x", 3.0)
    assert desk.verdict() == ""


def test_at_the_end_of_a_slider_descent_stops_and_says_so() -> None:
    slope = tiny(measure=lambda x: Square(x + 5, x), gradient=lambda x: (1.0,), goal=lambda: 0.0)
    desk = Desk(slope)
    while desk.step():
        pass
    assert desk.values == (-1.0,)
    assert (desk.verdict(), desk.finished, desk.step()) == ("edge", True, False)


def cliff() -> Lesson:
    """A lesson so steep that a step of descent leaves the finite numbers."""
    return tiny(
        sliders=(Slider("x", -1e150, 1e150, 1e150, 1e140),),
        measure=lambda x: Square(x * x, x),
        gradient=lambda x: (1e100 * x,),
        rates=lambda: Rates(1e-101, 1e100, 1e200),
    )


def test_a_step_that_leaves_the_finite_is_not_taken_and_says_so() -> None:
    desk = Desk(cliff())
    assert desk.step() is False
    assert desk.values == desk.lesson.start_values()
    assert (desk.verdict(), desk.finished, desk.machine_steps) == ("overflow", True, 0)
    assert desk.scene().next_values is None


def test_after_a_refused_step_a_smaller_rate_goes_on() -> None:
    desk = Desk(cliff())
    desk.step()
    desk.set_rate(1e-101)
    assert desk.verdict() == ""
    assert desk.step()
    assert np.isfinite(desk.now.loss)


def test_a_lesson_without_a_gradient_of_its_own_descends_by_central_differences() -> None:
    desk = Desk(tiny())
    assert desk.gradient() == pytest.approx([2.0])
    while desk.step() and not desk.finished:
        pass
    assert desk.solved


def test_ten_thousand_moves_leave_trail_and_run_bounded() -> None:
    desk = Desk(VALLEY)
    for index in range(5_000):
        desk.move("x", -4.0 + (index % 2))
        desk.step()
    assert len(desk.trail) <= ROOM
    assert len(desk.run) <= 4 * truths.WINDOW + 2
    desk.choose("shape", "two-valleys")
    desk.set_rate(0.002)
    for _ in range(500):
        desk.step()
    assert len(desk.run) <= 4 * truths.WINDOW + 2
