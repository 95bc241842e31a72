"""Points and the lines through them: exact best lines, and numbers that hold however few the points are."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons.lesson_20_line import slider_ranges, units
from downhill.lessons.lesson_20_line.best_line import Coefficients, best_line, error_of, varied
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from tests.support.often import often, slow

# Coarse numbers make equal ones likely; a few are large, small, or far off.
numbers = (
    st.integers(-6, 6).map(float)
    | st.floats(-1e6, 1e6, allow_subnormal=False)
    | st.sampled_from([1e12, -1e12, 1e-9])
)
clouds = st.lists(st.tuples(numbers, numbers), max_size=7).map(
    lambda places: Cloud(*np.array(places, dtype=float).reshape(-1, 2).T)
)
ERRORS = ("absolute", "squared")


def least_absolute(x: np.ndarray, y: np.ndarray) -> float:
    """The least sum of absolute errors, by linear programming."""
    from scipy.optimize import linprog  # takes half a second, which not every worker has to spend

    count, columns = len(x), np.stack([x, np.ones_like(x)], axis=1)
    found = linprog(
        np.concatenate([np.zeros(2), np.ones(count)]),
        A_ub=np.block([[columns, -np.eye(count)], [-columns, -np.eye(count)]]),
        b_ub=np.concatenate([y, -y]),
        bounds=[(None, None)] * 2 + [(0, None)] * count,
    )
    return float(found.fun)


@slow
@often(150)
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=1, max_size=12))
def test_no_solver_of_another_kind_finds_a_better_line(places: list[tuple[int, int]]) -> None:
    x, y = np.array(places, dtype=float).T
    absolute, squared = (error_of(best_line(x, y, error), x, y, error) for error in ERRORS)
    assert absolute == pytest.approx(least_absolute(x, y), abs=1e-7)
    solution, *_ = np.linalg.lstsq(np.stack([x, np.ones_like(x)], axis=1), y)
    assert squared == pytest.approx(error_of(Coefficients(*solution), x, y, "squared"), abs=1e-7)


@often(300)
@given(clouds)
def test_sliders_rates_and_goals_make_sense_for_any_points(cloud: Cloud) -> None:
    for each in (cloud, cloud.with_outlier()):
        m, b = slider_ranges.sliders(each, ("", ""))
        for slider in (m, b):
            for value in (slider.low, slider.start, slider.high):
                assert slider.snap(value) == pytest.approx(value, rel=1e-9, abs=1e-9 * slider.span)
        for error in ERRORS:
            line = each.lines[error]
            assert m.low < line.m < m.high
            assert b.low < line.b < b.high
            assert 0 <= each.least(error) <= each.goal(error) < math.inf
            for in_raw in (False, True):
                rates = units.rates(each, error, in_raw)
                assert 0 < rates.low < rates.good < rates.high < math.inf
        assert np.isfinite(np.linalg.inv(units.scaled(each))).all()
        assert np.isfinite(np.linalg.inv(units.raw(each))).all()


def test_where_every_slope_is_as_good_the_best_line_is_level_at_median_or_mean() -> None:
    x, y = np.full(3, 2.0), np.array([1.0, 5.0, 9.5])
    assert best_line(x, y, "absolute") == (0.0, 5.0)
    assert tuple(best_line(x, y, "squared")) == pytest.approx((0.0, 15.5 / 3))
    assert not varied(x)
