"""The best lines against solvers of another kind: linear programming and least squares."""

import numpy as np
import pytest
from scipy.optimize import linprog

from downhill.desk import Desk
from downhill.lessons.lesson_20_line import (
    GOALS,
    PRICES,
    SIZES,
    THOUSANDS,
    best_line,
    describe,
    lesson,
    measure,
    scaling,
)

COLUMNS = np.stack([THOUSANDS, np.ones_like(THOUSANDS)], axis=1)


def by_linear_program() -> tuple[float, float, float]:
    """The line (m, b) of least absolute error, and that error: bounds on all residuals, minimized in sum."""
    count = len(SIZES)
    bounds_above = np.block([[COLUMNS, -np.eye(count)], [-COLUMNS, -np.eye(count)]])
    found = linprog(
        np.concatenate([np.zeros(2), np.ones(count)]),
        A_ub=bounds_above,
        b_ub=np.concatenate([PRICES, -PRICES]),
        bounds=[(None, None)] * 2 + [(0, None)] * count,
    )
    return float(found.x[0]), float(found.x[1]), float(found.fun)


def test_the_best_absolute_line_is_as_good_as_a_linear_program_finds() -> None:
    m, b, least = by_linear_program()
    assert measure(*best_line("absolute"), "absolute").loss == pytest.approx(least, rel=1e-9)
    assert measure(m, b, "absolute").loss == pytest.approx(least, rel=1e-9)


def test_the_best_squared_line_is_the_one_of_least_squares() -> None:
    solution, residual, *_ = np.linalg.lstsq(COLUMNS, PRICES)
    assert best_line("squared") == pytest.approx(tuple(solution), rel=1e-9)
    assert measure(*best_line("squared"), "squared").loss == pytest.approx(float(residual[0]), rel=1e-9)


@pytest.mark.parametrize("error", ["absolute", "squared"])
def test_the_goal_is_five_per_cent_above_the_least_error(error: str) -> None:
    assert GOALS[error] == pytest.approx(1.05 * measure(*best_line(error), error).loss)


@pytest.mark.parametrize("error", ["absolute", "squared"])
def test_the_best_line_lies_on_the_sliders_and_a_hand_can_solve_it_on_their_marks(error: str) -> None:
    desk = Desk(lesson)
    desk.choose("error", error)
    for slider, value in zip(lesson.sliders, best_line(error), strict=True):
        assert slider.low < value < slider.high
        desk.move(slider.name, value)
    assert desk.solved
    assert describe(desk.now) == "best"


def test_descent_on_squared_errors_ends_at_the_least_squares_line() -> None:
    desk = Desk(lesson)
    desk.choose("error", "squared")
    while desk.step() and not desk.finished:
        pass
    assert desk.values == pytest.approx(best_line("squared"), rel=1e-2)
    assert desk.now.loss == pytest.approx(measure(*best_line("squared"), "squared").loss, rel=1e-3)


def test_the_scaled_units_make_the_squared_landscape_a_round_bowl() -> None:
    hessian = 2 * COLUMNS.T @ COLUMNS
    back = np.linalg.inv(np.array(scaling("squared")))
    np.testing.assert_allclose(back.T @ hessian @ back, 2 * len(SIZES) * np.eye(2), atol=1e-9)


def test_twelve_or_so_homes_in_plausible_sizes_and_prices() -> None:
    assert len(SIZES) == len(PRICES) >= 12
    assert (SIZES > 300).all()
    assert (PRICES > 50).all()
    assert (np.diff(SIZES) > 0).all()


def test_the_measure_adds_up_the_bars_between_homes_and_line() -> None:
    fit = measure(100.0, 50.0, "absolute")
    assert fit.loss == pytest.approx(
        sum(abs(price - 0.1 * size - 50) for size, price in zip(SIZES, PRICES, strict=True))
    )
    assert fit.mean == pytest.approx(fit.loss / len(SIZES))
    squared = measure(100.0, 50.0, "squared")
    assert squared.loss == pytest.approx(float((fit.residuals**2).sum()))


@pytest.mark.parametrize(
    ("m", "b", "key"),
    [(130.0, -100.0, "low"), (130.0, 300.0, "high"), (0.0, 285.0, "flat"), (250.0, -90.0, "steep")],
)
def test_the_sentence_says_what_is_wrong_with_a_bad_line(m: float, b: float, key: str) -> None:
    assert describe(measure(m, b, "absolute")) == key
