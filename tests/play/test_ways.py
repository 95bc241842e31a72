"""Ways downhill in lessons with sliders: what their memory outlives, where they lead, how runs are kept."""

import numpy as np
import pytest

from downhill.lesson import Rates, Slider
from downhill.lesson.way import ADAM, BETAS, GOOD, MOMENTUM, MOST, PLAIN, WAYS, Memory
from downhill.play.lesson_state import LessonState
from downhill.play.present_run import again, keep, present_run
from downhill.play.race import race
from downhill.play.rates import slope, stable_limit
from tests.lesson.test_lesson import tiny
from tests.support.player import Player
from tests.support.states import LESSONS, SINGLY, Variant

VALLEY, LINE = LESSONS[:2]
REMEMBERING = (MOMENTUM, ADAM)
each_way = pytest.mark.parametrize("way", WAYS)
remembering = pytest.mark.parametrize("way", REMEMBERING)
each_variant = pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)


def walked(way: str, steps: int = 7) -> LessonState:
    """The line after some steps in a way."""
    state = LessonState(LINE)
    state.set_way(way)
    for _ in range(steps):
        state.step()
    return state


def memory_of(state: LessonState) -> Memory:
    assert state.way.memory
    return state.way.memory


def same(one: Memory, other: Memory) -> bool:
    kept = np.array_equal(one.kept, other.kept) and np.array_equal(one.squares, other.squares)
    return kept and one.taken == other.taken


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
def test_a_run_takes_the_steps_of_its_rule_in_the_units_of_descent(variant: Variant, way: str) -> None:
    state = variant.state()
    state.set_way(way)
    lesson, count = state.lesson, state.count
    units = np.eye(count) if lesson.scaling is None else np.array(lesson.scaling, dtype=float)
    kept, squares = np.zeros(count), np.zeros(count)
    for taken in range(1, 13):
        here = np.array(state.values)
        gradient = np.linalg.inv(units).T @ slope(lesson, state.values)
        if way == MOMENTUM:
            kept = 0.9 * kept + gradient
            move = kept
        else:
            kept, squares = 0.9 * kept + 0.1 * gradient, 0.999 * squares + 0.001 * gradient**2
            move = kept / (1 - 0.9**taken) / (np.sqrt(squares / (1 - 0.999**taken)) + 1e-8)
        if not state.step():
            break
        landing = here - state.rate * np.linalg.inv(units) @ move
        wanted = np.array(lesson.clamp(landing.tolist()))
        spans = np.array([slider.span for slider in lesson.sliders])
        assert (np.abs(np.array(state.values) - wanted) <= 1e-7 * spans).all()
        kept = np.where(landing != wanted, 0.0, kept)


@remembering
def test_a_hand_another_way_another_start_and_another_variant_empty_the_memory(way: str) -> None:
    other = next(each for each in REMEMBERING if each != way)
    for emptied in (
        lambda state: state.move("m", 100.0),
        lambda state: state.point({"m": 100.0, "b": 50.0}),
        lambda state: (state.set_way(other), state.set_way(way)),
        lambda state: state.restart(),
        lambda state: state.place((100.0, 50.0)),
        lambda state: state.choose("error", "squared"),
        lambda state: again(state),
    ):
        state = walked(way)
        assert state.way.memory is not None
        emptied(state)
        assert state.way.memory is None


@remembering
def test_another_rate_and_another_share_leave_the_memory(way: str) -> None:
    state = walked(way)
    before = memory_of(state)
    state.set_rate(state.rate / 2)
    state.set_beta(BETAS[way][0], 0.5)
    assert same(memory_of(state), before)
    state.choose("best", "on")  # this only shows something
    assert same(memory_of(state), before)


@each_way
def test_a_rewind_brings_back_the_memory_so_that_the_run_goes_on_as_it_did(way: str) -> None:
    state = walked(way, 12)
    expected = state.trail.values.copy()
    state.rewind(5)
    for _ in range(7):
        state.step()
    assert state.trail.values.tolist() == expected.tolist()
    state.rewind(3)
    state.rewind(9)
    state.step()
    assert state.values == tuple(expected[10])


def test_a_place_that_another_way_led_to_has_no_memory_for_this_one() -> None:
    state = walked(MOMENTUM)
    state.set_way(ADAM)
    state.step()
    state.rewind(4)
    assert state.way.memory is None


@remembering
def test_an_end_of_a_slider_stops_what_rolls_against_it(way: str) -> None:
    state = LessonState(VALLEY)
    state.choose("shape", "bowl")
    state.set_way(way)
    state.set_rate(state.rates.high)
    for _ in range(30):
        if state.step() and state.values[0] in (-5.0, 5.0):
            break
    else:
        pytest.fail("it has not reached an end")
    assert memory_of(state).kept.tolist() == [0.0]


def test_each_way_keeps_its_own_rate_and_shares() -> None:
    state = LessonState(LINE)
    plain = state.rate
    state.set_way(MOMENTUM)
    assert state.rate == state.variant.rates_of(MOMENTUM).good
    state.set_rate(0.01)
    state.set_beta("beta", 0.95)
    state.set_way(ADAM)
    assert (state.rate, state.way.betas) == (state.variant.rates_of(ADAM).good, (0.9, 0.999))
    state.set_way(MOMENTUM)
    assert (state.rate, state.way.betas) == (0.01, (0.95,))
    state.set_way(PLAIN)
    assert (state.rate, state.way.betas) == (plain, ())
    state.choose("error", "squared")
    state.set_way(MOMENTUM)
    assert state.rate == state.variant.rates_of(MOMENTUM).good


def test_what_is_no_way_and_no_share_is_named() -> None:
    state = LessonState(LINE)
    with pytest.raises(KeyError, match="nesterov"):
        state.set_way("nesterov")
    with pytest.raises(KeyError, match="beta1"):
        state.set_beta("beta1", 0.5)
    state.set_way(ADAM)
    for given, kept in ((2.0, MOST["beta2"]), (-1.0, 0.0), (float("nan"), 0.0), (0.25, 0.25)):
        state.set_beta("beta2", given)
        assert state.way.betas == (GOOD["beta1"], kept)


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
    for share in (0.25, 0.5, 2.0):  # nor at other rates at which plain descent comes to rest
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


def test_adam_crosses_the_long_valley_of_raw_units_in_which_plain_descent_fails() -> None:
    assert left("homes", "squared", ADAM) < 0.05
    assert min(left("homes", "squared", PLAIN, times) for times in (1.0, 2.0)) > 0.8
    assert left("flats", "absolute", ADAM) <= 0
    assert min(left("flats", "absolute", PLAIN, times) for times in (1.0, 2.0)) > 0.7


def test_a_kept_run_knows_its_way_and_is_named_by_it() -> None:
    session = Player(LESSONS)
    for way in WAYS:
        session.set_way("line", way)
        session.step("line", 4)
        session.keep("line")
        session.again("line")
    shown = session.look("line").kept
    assert [name for _, name, _ in shown] == [
        "rate 0.27, 4 steps",
        "momentum, rate 0.054, 4 steps",
        "Adam, rate 4.6, 4 steps",
    ]
    starts = {tuple(kept.values[0].tolist()) for kept in session.state("line").shelf.runs}
    assert len(starts) == 1


def test_a_run_in_two_ways_has_a_leg_of_each() -> None:
    state = walked(PLAIN, 3)
    state.set_way(MOMENTUM)
    state.step()
    state.set_beta("beta", 0.5)
    state.step()
    legs = present_run(state, 1).legs
    assert [(leg.steps, leg.way.name, leg.way.betas) for leg in legs] == [
        (3, PLAIN, ()),
        (1, MOMENTUM, (0.9,)),
        (1, MOMENTUM, (0.5,)),
    ]
    assert all(leg.way.memory is None for leg in legs)
    keep(state)
    assert state.shelf.runs[0].name.startswith("plain, momentum, rates")


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


def test_a_challenge_is_about_plain_descent_and_another_way_leaves_it() -> None:
    session = Player(LESSONS)
    session.set_way("valley", ADAM)
    session.challenge("valley", "rate")
    assert session.look("valley").way["name"] == PLAIN
    assert session.look("valley").challenge
    session.set_way("valley", MOMENTUM)
    assert not session.look("valley").challenge
