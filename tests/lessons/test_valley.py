"""The valley against a dense grid and scipy's minimizer."""

from functools import cache, partial
from typing import Any

import numpy as np
import pytest

from downhill.lesson import ChosenLesson
from downhill.lessons.lesson_10_valley import FIRST, lesson
from downhill.lessons.lesson_10_valley.curves import CLOSE, CURVES

each_shape = pytest.mark.parametrize("shape", CURVES)
X = lesson.slider("x")
GRID = np.linspace(X.low, X.high, 100_001)


def height(shape: str, x: Any) -> Any:
    return CURVES[shape].both(x)[0]


def slope(shape: str, x: Any) -> Any:
    return CURVES[shape].both(x)[1]


@cache
def chosen(shape: str, f: str) -> ChosenLesson:
    return lesson.chosen({"shape": shape, "fog": "clear", "f": f})


def described(x: float, shape: str, f: str = FIRST) -> str:
    """Which sentence is true at x."""
    return chosen(shape, f).describe(chosen(shape, f).measure_at([x]))


def minimum(shape: str) -> float:
    """Where the curve is lowest: the best of a dense grid, refined between its neighbours."""
    from scipy.optimize import minimize_scalar  # takes half a second, which not every worker has to spend

    heights = height(shape, GRID)
    best = int(heights.argmin())
    found = minimize_scalar(partial(height, shape), bounds=(GRID[best - 1], GRID[best + 1]), method="bounded")
    return float(found.x)


@each_shape
def test_the_lowest_height_is_the_one_an_independent_solver_finds(shape: str) -> None:
    assert CURVES[shape].lowest == pytest.approx(height(shape, minimum(shape)), abs=1e-4)


@each_shape
def test_the_lowest_point_lies_within_the_slider_and_is_called_lowest(shape: str) -> None:
    x = minimum(shape)
    assert X.low < x < X.high
    assert described(x, shape) == "lowest"
    assert described(X.snap(x), shape) in ("lowest", "near")


def test_a_place_that_is_low_enough_but_not_level_is_near_and_not_the_lowest() -> None:
    assert described(1.25, "bowl") == "near"
    assert described(1.45, "bowl") == "near"
    assert described(1.5, "bowl") == "lowest"


def test_a_corner_is_only_where_it_is() -> None:
    assert [described(x, "own") for x in (0.999, 1.02)] == ["corner", "near"]


def test_an_inflection_is_level_and_neither_valley_nor_hilltop() -> None:
    assert described(0.0, "own", "x^3") == "level"


def test_a_slope_into_the_lowest_valley_is_no_wrong_valley() -> None:
    text = "x^2/100"
    keys = {described(x, "own", text) for x in np.linspace(-5, 5, 201)}
    assert keys <= {"left", "right", "plain", "near", "lowest"}


def valleys(shape: str) -> list[float]:
    """Every place of the grid that is lower than both its neighbours."""
    heights = height(shape, GRID)
    inner = (heights[1:-1] < heights[:-2]) & (heights[1:-1] < heights[2:])
    return [float(x) for x in GRID[1:-1][inner]]


@pytest.mark.parametrize(("shape", "count"), [("bowl", 1), ("two-valleys", 2), ("flat-slope", 1)])
def test_each_landscape_has_the_valleys_that_its_name_promises(shape: str, count: int) -> None:
    assert len(valleys(shape)) == count


def test_the_higher_valley_is_told_from_the_lowest_one() -> None:
    high, low = sorted(valleys("two-valleys"), key=lambda x: -height("two-valleys", x))
    assert height("two-valleys", high) > CURVES["two-valleys"].lowest + 10 * CLOSE
    assert described(high, "two-valleys") == "wrong"
    assert described(low, "two-valleys") == "lowest"


def test_the_flat_slope_is_flat_at_first_and_steep_near_its_valley() -> None:
    at_start = abs(slope("flat-slope", X.start))
    assert at_start < 0.1
    assert abs(slope("flat-slope", GRID)).max() > 20 * at_start


@each_shape
def test_a_sentence_that_names_a_side_names_the_side_that_falls(shape: str) -> None:
    for x in GRID[::500]:
        key = described(float(x), shape)
        if key in ("left", "right"):
            ahead = x + (0.01 if key == "right" else -0.01)
            assert height(shape, ahead) < height(shape, x), x
