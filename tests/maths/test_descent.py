"""Gradient descent on functions whose course is known beforehand."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.maths import descent, truths
from downhill.maths.descent import Stage

SPAN = 10.0
curvatures = st.floats(1e-3, 1e3)
starts = st.floats(0.1, 5.0).flatmap(lambda start: st.sampled_from([start, -start]))


def run(curvature: float, rate: float, start: float, steps: int = 12) -> list[Stage]:
    """The stages of a descent on f(x) = curvature / 2 * x²."""
    stages, x = [], np.array([start])
    for _ in range(steps + 1):
        slope = curvature * x
        stages.append(Stage(x, float(curvature / 2 * x @ x), slope))
        x = descent.step(x, slope, rate)
    return stages


def said(curvature: float, times: float, start: float, steps: int = 12) -> str:
    """The verdict on a run whose rate is that many times 1 / curvature."""
    scale = curvature / 2 * start**2
    return truths.verdict(run(curvature, times / curvature, start, steps), [SPAN], scale)


@given(curvatures, starts)
@settings(deadline=None)
def test_a_rate_of_two_over_the_curvature_bounces(curvature: float, start: float) -> None:
    assert said(curvature, 2.0, start) == truths.BOUNCING


@given(curvatures, starts)
@settings(deadline=None)
def test_at_the_lowest_point_descent_has_converged_even_before_its_first_step(
    curvature: float, start: float
) -> None:
    rest = Stage(np.zeros(1), 0.0, np.zeros(1))
    assert truths.verdict([rest], [SPAN], curvature / 2 * start**2) == truths.CONVERGED
    assert said(curvature, 1.0, start, steps=1) == truths.CONVERGED  # one step of 1 / curvature leads there


def sawtooth(start: float, rate: float, steps: int) -> list[Stage]:
    """The stages of a descent on f(x) = |x|, whose slope never fades."""
    stages, x = [], np.array([start])
    for _ in range(steps + 1):
        stages.append(Stage(x, float(abs(x[0])), np.sign(x)))
        x = descent.step(x, np.sign(x), rate)
    return stages


def test_over_a_corner_descent_hovers_once_its_best_stays_the_best() -> None:
    stages = sawtooth(4.05, 0.1, 80)
    assert truths.verdict(stages[:20], [SPAN], 4.05, kinked=True) == truths.CREASED
    assert truths.verdict(stages, [SPAN], 4.05, kinked=True) == truths.HOVERING


def test_a_kinked_run_never_diverges_however_large_its_steps() -> None:
    verdicts = {truths.verdict(sawtooth(4.05, 3.0, n), [SPAN], 4.05, kinked=True) for n in range(100)}
    assert truths.DIVERGING not in verdicts
    assert truths.HOVERING in verdicts


def test_ground_is_level_only_where_crossing_the_sliders_would_hardly_change_the_loss() -> None:
    assert truths.is_flat((1e-6, 0.0), (10.0, 1.0), scale=1.0)
    assert not truths.is_flat((1e-4, 0.0), (10.0, 1.0), scale=1.0)
    assert not truths.is_flat((1e-6, -1.0), (10.0, 1.0), scale=1.0)


def test_a_scaling_whose_square_is_singular_to_every_digit_is_taken_as_it_is() -> None:
    assert np.allclose(descent.pull((1e9, 1.0), ((1.0, 0.0), (1e9, 1.0))), (0.0, 1.0))
