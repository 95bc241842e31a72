"""When the steps of the machine are due, and the pitch of a loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.controls.pitch import HIGHEST, LOWEST, area, pitch
from page.controls.tempo import MOST, SINGLE, due, goes_on, standing, train_due, train_steps

FRAME = 1 / 60  # seconds
numbers = st.integers(1, 20_000)


def played(steps: int) -> float:
    """Seconds until that many steps are seen on a screen that shows one a frame at most."""
    at = 0.0
    for step in range(2, steps + 1):
        at = max(due(step), at + FRAME)
    return at


def test_the_first_five_steps_take_two_seconds_and_later_ones_come_as_fast_as_a_screen_shows_them() -> None:
    assert [due(step) for step in range(1, 6)] == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert due(41) - due(40) < FRAME


@given(numbers)
def test_steps_come_faster_and_faster_and_none_before_the_one_before(step: int) -> None:
    first, second, third = due(step), due(step + 1), due(step + 2)
    assert first <= second <= third
    assert third - second <= second - first + 1e-12


@given(numbers)
def test_every_step_is_due_within_eight_seconds(step: int) -> None:
    assert due(step) < 8


def test_runs_of_ordinary_length_are_seen_within_eight_seconds() -> None:
    assert played(30) < 7  # the bowl's
    assert played(100) < 8


@given(st.integers(1, 500))
def test_where_motion_is_to_be_reduced_one_step_is_due_every_second(step: int) -> None:
    assert due(step + 1, True) - due(step, True) == 1.0


def test_a_training_takes_a_step_a_second_then_doubles_every_second() -> None:
    assert [train_due(step) for step in range(1, 6)] == [0.0, 1.0, 2.0, 3.0, 4.0]
    steps = [train_steps(seconds) for seconds in range(4, 12)]
    assert steps == [5, 7, 11, 19, 35, 67, 131, 231]
    assert train_steps(100) - train_steps(99) == MOST


@given(numbers)
def test_a_training_never_takes_more_steps_a_second_than_it_may(step: int) -> None:
    apart = train_due(step + 1) - train_due(step)
    assert apart > 0.999 / MOST
    assert apart <= (1.0 if step < SINGLE else 0.5)


@given(numbers)
def test_as_many_steps_of_a_training_are_due_as_have_their_moment_behind_them(step: int) -> None:
    assert train_steps(train_due(step)) == step
    assert train_steps(train_due(step) - 1e-4) == max(step - 1, 1)


def test_a_run_goes_on_only_where_it_was_paused() -> None:
    paused = standing({"mover": "machine", "hand_moves": 2, "machine_steps": 7})
    assert goes_on(paused, paused)
    assert goes_on(paused, (2, 9))  # two steps were pressed in between
    assert not goes_on(paused, (3, 7))  # a hand has moved
    assert not goes_on(paused, (2, 5))  # wound back
    assert not goes_on(paused, (0, 0))  # Reset
    assert not goes_on(None, paused)
    assert not goes_on(paused, standing({"mover": "hand", "hand_moves": 2, "machine_steps": 7}))
    assert standing({}) is None


losses = st.floats(-1e12, 1e12)


@given(losses, losses, losses)
def test_a_smaller_loss_never_sounds_higher_and_all_can_be_heard(a: float, b: float, first: float) -> None:
    low, high = sorted((pitch(min(a, b), first), pitch(max(a, b), first)))
    assert LOWEST <= pitch(min(a, b), first) == low <= high == pitch(max(a, b), first) <= HIGHEST


@pytest.mark.parametrize("first", [1.0, 1e-6, 3e9])
def test_the_first_loss_is_a_and_nothing_two_octaves_below(first: float) -> None:
    assert pitch(first, first) == pytest.approx(440)
    assert pitch(0.0, first) == pytest.approx(110)


def test_equal_ratios_of_losses_are_equal_intervals() -> None:
    assert pitch(0.5, 1) / pitch(1, 1) == pytest.approx(pitch(0.25, 1) / pitch(0.5, 1), rel=1e-4)


def test_the_area_hyperbolic_sine_of_a_huge_number_is_finite() -> None:
    assert area(1e300) == pytest.approx(691.4686750787736)
    assert area(-2.0) == pytest.approx(-1.4436354751788103)
