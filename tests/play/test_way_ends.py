"""Where the ways downhill lead: rates to try, valleys that are left and crossed, and in how many steps."""

import numpy as np
import pytest

from downhill.lesson import Rates, Slider
from downhill.lesson.way import ADAM, MOMENTUM, PLAIN, WAYS
from downhill.play.lesson_state import LessonState
from downhill.play.race import race
from downhill.play.rates import stable_limit
from tests.lesson.test_lesson import tiny
from tests.support.often import slow
from tests.support.states import LESSONS, SINGLY, Variant

VALLEY, LINE = LESSONS[:2]
REMEMBERING = (MOMENTUM, ADAM)
remembering = pytest.mark.parametrize("way", REMEMBERING)
each_variant = pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)


def run(state: LessonState, way: str, most: int = 1000) -> list[float]:
    """The losses of a run from where the sliders stand, until it is finished."""
    state.set_way(way)
    losses = [state.latest_loss]
    while len(losses) <= most and state.step():
        losses.append(state.latest_loss)
        if state.finished:
            break
    return losses


@each_variant
@remembering
def test_rates_are_in_order_and_the_slow_one_crawls(variant: Variant, way: str) -> None:
    state = variant.state()
    state.set_way(way)
    low, good, high = state.rates[:3]
    assert 0 < low < good < high
    small, preset, big = state.presets
    assert (small, preset) == (low, good)
    assert good < big <= high
    state.set_rate(low)
    spans = np.array([slider.span for slider in state.lesson.sliders])
    before = np.array(state.values)
    state.step()
    assert (np.abs(np.array(state.values) - before) < 0.01 * spans).all()


@remembering
def test_a_good_rate_reaches_the_goal_of_a_quadratic_of_any_size(way: str) -> None:
    for width in (0.1, 3.0, 1e4):
        slider = Slider("x", -width, width, width, width / 10)
        rates = Rates(0.01, 0.3, 1.0)
        lesson = tiny(sliders=(slider,), goal=0.01 * width**2, rates=rates)
        state = LessonState(lesson)
        losses = run(state, way, 200)
        assert min(losses) <= state.variant.goal


def test_momentum_is_stable_up_to_its_limit_and_no_further() -> None:
    for beta in (0.5, 0.9):
        for times, stays in ((0.98, True), (1.05, False)):
            state = LessonState(VALLEY)
            state.choose("shape", "bowl")
            limit = (1 + beta) * stable_limit(state.lesson, state.values)
            state.place((1.6,))
            state.set_way(MOMENTUM)
            state.set_beta("beta", beta)
            state.ways.rates.clear()
            state.rate = times * limit  # beyond the end of the slider, too
            state._look_ahead()
            far = [abs(state.values[0] - 1.5) for _ in range(120) if state.step()]
            assert (max(far[-20:]) < max(far[:20])) == stays


def test_momentum_leaves_a_valley_in_which_plain_descent_and_adam_stay() -> None:
    ends = {}
    for way in WAYS:
        state = LessonState(VALLEY)
        state.choose("shape", "two-valleys")
        state.place((-5.0,))
        run(state, way)
        ends[way] = (round(state.values[0], 1), state.verdict())
    assert ends == {PLAIN: (-3.4, "stuck"), MOMENTUM: (3.7, "converged"), ADAM: (-3.4, "stuck")}
    for share in (0.25, 0.5, 2.0):  # nor at other rates at which plain descent stops
        state = LessonState(VALLEY)
        state.choose("shape", "two-valleys")
        state.place((-5.0,))
        state.set_rate(share * state.rate)
        run(state, PLAIN)
        assert state.values[0] < 0


def raw_line(data: str, error: str) -> LessonState:
    state = LessonState(LINE)
    for name, option in (("data", data), ("error", error), ("raw", "on")):
        state.choose(name, option)
    return state


def left(data: str, error: str, way: str, times: float = 1.0) -> float:
    """The share of the way to the goal that a thousand steps leave."""
    state = raw_line(data, error)
    start, goal = state.latest_loss, state.variant.goal
    state.set_way(way)
    state.set_rate(times * state.rate)
    losses = [state.latest_loss for _ in range(1000) if state.step()]
    return (min(losses) - goal) / (start - goal)


@slow
def test_adam_crosses_the_long_valley_of_raw_units_in_which_plain_descent_fails() -> None:
    assert left("homes", "squared", ADAM) < 0.05
    assert min(left("homes", "squared", PLAIN, times) for times in (1.0, 2.0)) > 0.8
    assert left("flats", "absolute", ADAM) <= 0
    assert min(left("flats", "absolute", PLAIN, times) for times in (1.0, 2.0)) > 0.7


def test_the_race_is_run_in_the_way_that_is_chosen() -> None:
    def needed(way: str) -> int:
        state = LessonState(VALLEY)
        state.choose("shape", "flat-slope")
        state.move("x", -3.0)
        state.settle()
        state.move("x", 2.4)
        state.set_way(way)
        ran = race(state)
        assert ran
        assert ran.needed is not None
        return ran.needed

    steps = {way: needed(way) for way in WAYS}
    assert max(steps[MOMENTUM], steps[ADAM]) < steps[PLAIN]
