"""Ways downhill in lessons with sliders: what their memory outlives, and how runs are kept."""

import numpy as np
import pytest

from downhill.lesson.way import ADAM, BETAS, GOOD, MOMENTUM, MOST, PLAIN, WAYS, Memory
from downhill.play.lesson_state import LessonState
from downhill.play.rates import slope
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
        lambda state: state.again(),
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


def test_shares_are_clamped() -> None:
    state = LessonState(LINE)
    state.set_way(ADAM)
    for given, kept in ((2.0, MOST["beta2"]), (-1.0, 0.0), (float("nan"), 0.0), (0.25, 0.25)):
        state.set_beta("beta2", given)
        assert state.way.betas == (GOOD["beta1"], kept)


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
    legs = state.present_run(1).legs
    assert [(leg.steps, leg.way.name, leg.way.betas) for leg in legs] == [
        (3, PLAIN, ()),
        (1, MOMENTUM, (0.9,)),
        (1, MOMENTUM, (0.5,)),
    ]
    assert all(leg.way.memory is None for leg in legs)
    state.keep()
    assert state.shelf.runs[0].name.startswith("plain, momentum, rates")


def test_a_challenge_is_about_plain_descent_and_another_way_leaves_it() -> None:
    session = Player(LESSONS)
    session.set_way("valley", ADAM)
    session.challenge("valley", "rate")
    assert session.look("valley").way["name"] == PLAIN
    assert session.look("valley").challenge
    session.set_way("valley", MOMENTUM)
    assert not session.look("valley").challenge
