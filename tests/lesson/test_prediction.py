"""What can be foretold, as a lesson declares it."""

import math

import pytest

from downhill.lesson.prediction import CARDS, END, LINE, PLACE, STEP, Guess, Prediction
from tests.support.states import LESSONS

X = LESSONS[0].sliders
MB = LESSONS[1].sliders


def count(before: object, after: object) -> float:
    return 0.0


def test_a_place_is_foretold_on_a_mark_of_the_slider_and_never_off_it() -> None:
    place = Prediction(PLACE, (STEP, END))
    assert place.fitted([-2.013], X) == (-2.0,)
    assert place.fitted([99], X) == (5.0,)
    assert Prediction(LINE, (END,)).fitted([slider.high + 1e6 for slider in MB], MB) == (
        MB[0].high,
        MB[1].high,
    )


def test_a_card_is_a_whole_number_up_to_the_most() -> None:
    cards = Prediction(CARDS, (STEP,), most=4, count=count)
    assert [cards.fitted([value], MB) for value in (-1, 2.4, 9)] == [(0.0,), (2.0,), (4.0,)]


@pytest.mark.parametrize("values", [[], [1.0, 2.0], [math.nan], [math.inf]])
def test_values_that_make_no_sense_are_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match="can't be foretold"):
        Prediction(PLACE, (STEP,)).fitted(values, X)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Prediction("number", (STEP,)),
        lambda: Prediction(PLACE, ()),
        lambda: Prediction(PLACE, ("soon",)),
        lambda: Prediction(CARDS, (STEP,), most=4),
        lambda: Prediction(CARDS, (END,), most=4, count=count),
    ],
)
def test_a_prediction_that_makes_no_sense_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"no prediction|cards need"):
        wrong()  # type: ignore[operator]


def test_only_an_open_guess_of_the_next_step_covers_it() -> None:
    assert Guess(STEP).covers
    assert Guess(STEP, (1.0,)).covers
    assert not Guess(STEP, (1.0,), (2.0,)).covers
    assert not Guess(END, (1.0,)).covers
