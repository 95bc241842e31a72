"""The pitch of a loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.controls.pitch import HIGHEST, LOWEST, area, pitch

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
