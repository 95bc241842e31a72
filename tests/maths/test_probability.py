"""Softmax at every temperature, and lots that follow from a seed."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.maths.probability import beyond, counts, cross_entropy, probabilities, uniforms

SCORES = [1.0, 0.98, 0.6, 0.45, -0.2, -0.3]
score_lists = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


@given(score_lists, st.floats(0, 1e9))
def test_probabilities_sum_to_one_at_every_temperature(scores: list[float], temperature: float) -> None:
    chances = probabilities(scores, temperature)
    assert abs(chances.sum() - 1) <= 1e-12
    assert (chances >= 0).all()


@given(st.lists(st.floats(-20, 20), min_size=2, max_size=10), st.floats(0.1, 50))
def test_probabilities_are_the_shares_of_e_to_the_power_of_score_over_temperature(
    scores: list[float], temperature: float
) -> None:
    shares = [math.exp(score / temperature) for score in scores]
    np.testing.assert_allclose(
        probabilities(scores, temperature), np.array(shares) / sum(shares), rtol=1e-10, atol=1e-300
    )


@given(score_lists, st.floats(0.01, 100))
def test_a_higher_score_never_gets_less(scores: list[float], temperature: float) -> None:
    order = np.argsort(scores)
    assert (np.diff(probabilities(scores, temperature)[order]) >= 0).all()


def test_at_temperature_zero_the_highest_score_takes_all_and_equal_ones_share() -> None:
    assert probabilities(SCORES, 0).tolist() == [1, 0, 0, 0, 0, 0]
    assert probabilities([2.0, 1.0, 2.0, 2.0], 0).tolist() == [1 / 3, 0, 1 / 3, 1 / 3]
    np.testing.assert_allclose(probabilities(SCORES, 1e-4), probabilities(SCORES, 0), atol=1e-12)


@pytest.mark.parametrize("temperature", [-0.1, -math.inf, math.nan])
def test_a_temperature_below_zero_is_refused(temperature: float) -> None:
    with pytest.raises(ValueError, match="temperature: expected a number from 0 to infinity"):
        probabilities(SCORES, temperature)


def test_cross_entropy_is_least_for_what_is_wanted_and_infinite_where_that_gets_no_chance() -> None:
    wanted = [0.5, 0.3, 0.2]
    least = cross_entropy(wanted, wanted)
    assert least == pytest.approx(-sum(w * math.log(w) for w in wanted))
    for other in np.random.default_rng(1).dirichlet([1, 1, 1], 200):
        assert cross_entropy(wanted, other) >= least
    assert cross_entropy(wanted, [0.5, 0.5, 0.0]) == math.inf
    assert cross_entropy([1.0, 0.0], [1.0, 0.0]) == 0


def test_the_same_seed_gives_the_same_lots_and_a_longer_row_begins_as_a_shorter_one() -> None:
    assert uniforms(7, 2, 5).tolist() == uniforms(7, 2, 500)[:5].tolist()
    assert uniforms(1, 0, 1).tolist() == [0.7773566427005639]  # what every Python gives for the seed 1000
    rows = [uniforms(seed, series, 5).tolist() for seed in range(1, 40) for series in range(8)]
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("temperature", [0.05, 0.28, 1.0, 3.0])
def test_ten_thousand_draws_lie_within_three_standard_deviations(seed: int, temperature: float) -> None:
    chances = probabilities(SCORES, temperature)
    found = counts(chances, seed, 0, 10_000)
    assert found.sum() == 10_000
    off = np.abs(found - 10_000 * chances)
    assert (off <= 3 * np.sqrt(10_000 * chances * (1 - chances)) + 1e-9).all()
    assert not beyond(chances, found).any()


def test_counts_that_chance_would_hardly_give_are_named() -> None:
    chances = np.array([0.5, 0.25, 0.25])
    assert beyond(chances, np.array([500, 250, 250])).tolist() == [False, False, False]
    assert beyond(chances, np.array([560, 250, 190])).tolist() == [True, False, True]
    assert beyond(np.array([1.0, 0.0]), np.array([10, 0])).tolist() == [False, False]
