"""The views whose axes the reader chooses: the loss along one slider, and the slice over two."""

from copy import copy
from typing import Any

import numpy as np
import pytest

from downhill.drawing import axis_numbers
from downhill.pictures import curve, slice
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, Variant, each_variant, states

LINE, NEXT_WORD = LESSONS[1:3]
MANY = [v for v in VARIANTS if len(v.lesson.sliders) > 2]


@each_variant
def test_the_heights_of_the_curve_are_measured_with_the_others_held(variant: Variant) -> None:
    for values in states(variant.lesson, 3, seed=8):
        for index, slider in enumerate(variant.lesson.sliders):
            places, losses = curve.along(variant.lesson, values, slider.name)
            assert (places[0], places[-1]) == (slider.low, slider.high)
            for place, loss in zip(places[::10], losses[::10], strict=True):
                there = [*values[:index], place, *values[index + 1 :]]
                assert loss == variant.lesson.measure_at(there).loss


@pytest.mark.parametrize("variant", MANY, ids=lambda variant: variant.name)
def test_the_heights_of_the_slice_are_measured_with_the_others_held(variant: Variant) -> None:
    names = [slider.name for slider in variant.lesson.sliders]
    values = list(states(variant.lesson, 1, seed=9)[0])
    xs, ys, losses = slice.over(variant.lesson, values, (names[2], names[0]))
    assert losses.shape == (len(ys), len(xs))
    for row, column in ((0, 0), (3, 17), (24, 24)):
        there = [ys[row], values[1], xs[column], *values[3:]]
        assert losses[row, column] == variant.lesson.measure_at(there).loss


def test_the_curve_is_measured_once_while_the_others_rest(typefaces: object) -> None:
    measured = []

    def measure(m: float, b: float) -> Any:
        measured.append(m)
        return state.lesson.measure(m=m, b=b)

    state, picture = LessonState(LINE), next(each for each in pictures(LINE) if each.name == "curve")
    stand, watched = easel(LINE, picture, "light"), copy(state.lesson)
    object.__setattr__(watched, "measure", measure)
    for value in (50.0, 60.0, 70.0):
        state.move("m", value)
        stand.paint(state.scene()._replace(lesson=watched))
    assert len(measured) == curve.FINENESS
    state.move("b", 10.0)
    stand.paint(state.scene()._replace(lesson=watched))
    assert len(measured) == 2 * curve.FINENESS


@pytest.mark.parametrize(
    ("picture", "names"),
    [("curve", ["m", "b"]), ("slice", ["m", "m"]), ("curve", ["q"]), ("map", ["m"]), ("slice", ["m"])],
)
def test_axes_that_make_no_sense_are_refused_and_change_nothing(picture: str, names: list[str]) -> None:
    session = Player(LESSONS)
    with pytest.raises(KeyError, match="line has no"):
        session.aim("line", picture, names)
    assert session.state("line").aims == {"curve": ("m",), "slice": ("m", "b")}


def test_a_view_of_losses_below_nothing_shows_them_all() -> None:
    for losses in ([-3.0, 2.0], [-1e-3, 4.0], [-5.0, -1.0], [0.0]):
        low, high = axis_numbers.round_ends(np.array(losses))
        assert low < min(losses) <= max(losses) < high
    assert axis_numbers.round_ends(np.array([]))[0] < axis_numbers.round_ends(np.array([]))[1]
