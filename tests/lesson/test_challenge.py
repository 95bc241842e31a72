"""The checks of challenges, each by itself: facts in, outcome out."""

import pytest

from downhill.lesson.challenge import DONE, OPEN, ByHand, Facts, FewSteps, LargestRate, Predict

HAND = ByHand(loss=1.0, most=3)
STEPS = FewSteps(loss=1.0, most=3)
RATE = LargestRate(loss=1.0, percent=90, most=10)
GUESS = Predict("x", tolerance=0.1, most=2)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (Facts(5.0), OPEN),
        (Facts(0.5), OPEN),  # where it began, nothing moved
        (Facts(1.0, hand_moves=3), DONE),
        (Facts(1.0, hand_moves=4), "moves"),
        (Facts(1.1, hand_moves=2), OPEN),
        (Facts(1.1, hand_moves=3), "moves"),
        (Facts(1.1, hand_moves=3, resting=False), OPEN),  # the last move is not over
        (Facts(0.5, hand_moves=1, resting=False), OPEN),  # only passing by, or wound back
        (Facts(0.5, hand_moves=1, machine_steps=1), "machine"),
    ],
)
def test_by_hand_the_loss_is_low_enough_where_the_hand_rests(facts: Facts, outcome: str) -> None:
    assert HAND(facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (Facts(0.5), OPEN),
        (Facts(1.0, machine_steps=3), DONE),
        (Facts(1.0, machine_steps=4), "steps"),
        (Facts(1.1, machine_steps=2), OPEN),
        (Facts(1.1, machine_steps=3), "steps"),
        (Facts(0.5, machine_steps=2, resting=False), OPEN),
        (Facts(0.5, machine_steps=1, hand_moves=1), "hand"),
    ],
)
def test_few_steps_of_the_machine_alone_bring_the_loss_down(facts: Facts, outcome: str) -> None:
    assert STEPS(facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (Facts(5.0, limit=2.0), OPEN),
        (Facts(1.0, machine_steps=4, slowest=1.8, limit=2.0), DONE),
        (Facts(1.0, machine_steps=4, slowest=1.79, limit=2.0), "slow"),
        (Facts(5.0, machine_steps=4, slowest=1.9, limit=2.0), OPEN),
        (Facts(5.0, machine_steps=10, slowest=1.9, limit=2.0), "steps"),
        (Facts(5.0, machine_steps=4, slowest=2.5, limit=2.0, verdict="diverging"), "astray"),
        (Facts(5.0, machine_steps=4, slowest=1.9, limit=2.0, verdict="bouncing"), OPEN),
        (Facts(1.0, machine_steps=4, slowest=1.9, limit=2.0, hand_moves=1), "hand"),
        (Facts(1.0, machine_steps=4, slowest=1.9), "slow"),  # level ground: no rate is too large
    ],
)
def test_the_largest_rate_is_close_to_the_limit_and_still_arrives(facts: Facts, outcome: str) -> None:
    assert RATE(facts) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (Facts(5.0, landing={"x": 2.0}), OPEN),
        (Facts(5.0, landing={"x": 2.0}, guesses=(2.1,)), DONE),
        (Facts(5.0, landing={"x": 2.0}, guesses=(1.0,)), OPEN),
        (Facts(5.0, landing={"x": 2.0}, guesses=(1.0, 1.95)), DONE),
        (Facts(5.0, landing={"x": 2.0}, guesses=(1.0, 3.0)), "guesses"),
        (Facts(5.0, landing={"x": 2.0}, guesses=(1.0, 3.0, 2.0)), "guesses"),
        (Facts(5.0, landing={"x": 2.0}, guesses=(2.0,), machine_steps=1), "early"),
        (Facts(5.0, landing={"x": 2.0}, guesses=(2.0,), hand_moves=1), "early"),
        (Facts(5.0, landing={"x": 2.0}, guesses=(2.0,), rate_kept=False), "early"),
    ],
)
def test_a_prediction_is_close_and_comes_before_anything_moves(facts: Facts, outcome: str) -> None:
    assert GUESS(facts) == outcome


def test_only_a_prediction_covers_the_next_step() -> None:
    assert [check.covers for check in (HAND, STEPS, RATE, GUESS)] == [False, False, False, True]
