"""The data sets against what is published of them."""

import numpy as np
import pytest

from downhill.lessons.lesson_20_line.best_line import best_line
from downhill.lessons.lesson_20_line.dataset import DataSet
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.own_data import LARGEST, START, check, own_data
from downhill.points.points import write
from downhill.text.mistake import Mistake

each_set = pytest.mark.parametrize("data", SETS.values(), ids=SETS)


def test_one_price_of_the_homes_is_typed_backward_and_has_the_longest_bar_by_far() -> None:
    true, typed = SETS["homes"].places, SETS["typo"].places
    (wrong,) = np.flatnonzero((true != typed).any(axis=1))
    assert str(int(typed[wrong, 1])) == str(int(true[wrong, 1]))[::-1]
    for error in ("absolute", "squared"):
        m, b = best_line(typed[:, 0], typed[:, 1], error)
        bars = np.abs(typed[:, 1] - m * typed[:, 0] - b)
        assert bars.argmax() == wrong
        assert bars[wrong] > 2 * np.sort(bars)[-2]


@each_set
def test_every_set_names_its_source_and_its_licence(data: DataSet) -> None:
    licence = ("under no copyright", "Public domain", "CC0", "Made up for this page")
    assert any(text in data.source for text in licence)
    assert data.off.count("{mean:") == 1


@each_set
def test_what_is_shown_of_a_number_is_what_it_is_but_for_rounding(data: DataSet) -> None:
    for values, axis in zip(data.places.T, (data.across, data.up), strict=True):
        assert np.abs(values - np.round(values, axis.decimals)).max() <= 0.501 * 10.0**-axis.decimals


# Least squares lines as they are published: for R's `cars`, for Hubble's table (454 without the motion of the
# sun), for all 342 penguins (49.7), and from the growth a year at Mauna Loa.
@pytest.mark.parametrize(
    ("name", "slope", "within"),
    [("braking", 3.9324, 0.0001), ("galaxies", 454.16, 0.01), ("penguins", 49.7, 3.0), ("air", 1.67, 0.02)],
)
def test_the_best_slopes_are_the_ones_that_are_published(name: str, slope: float, within: float) -> None:
    x, y = SETS[name].places.T
    assert best_line(x, y, "squared").m == pytest.approx(slope, abs=within)


def test_well_known_numbers_are_there() -> None:
    assert [1988.0, 10.54] in SETS["sprint"].places.tolist()
    assert SETS["air"].places[-1].tolist() == [2024.0, 424.61]
    assert SETS["galaxies"].places[2].tolist() == [0.214, -130.0]
    assert SETS["geyser"].places[0].tolist() == [3.6, 79.0]


def test_own_points_bring_their_names_decimals_and_origin_along() -> None:
    own = own_data(write([(2001, 1.25), (2004, 2.5), (2010, 3.0)], ("year", "height (m)")))
    assert (own.across.name, own.up.name) == ("year", "height (m)")
    assert (own.across.decimals, own.up.decimals, own.origin) == (0, 2, 2000.0)
    assert own_data(START).origin == 0.0
    assert own_data("").places.shape == (0, 2)


def test_a_text_of_no_points_or_of_numbers_too_large_is_a_mistake() -> None:
    check(START)
    check("")
    with pytest.raises(Mistake, match=r"points\.odd"):
        check("nothing")
    with pytest.raises(Mistake, match=r"points\.large"):
        check(write([(1, 2), (3, 10 * LARGEST)]))
