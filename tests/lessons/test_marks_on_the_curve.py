"""What a run leaves on the curve: marks, leaps, and what left the picture, held against the curve itself."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from downhill.lessons.lesson_10_valley.curves import X
from downhill.lessons.lesson_10_valley.marks import FAR, off_map, places_and_leaps
from downhill.play.lesson_state import LessonState
from tests.support.claims_of_places import state_of
from tests.support.often import slow
from tests.support.states import LESSONS, states

SHAPES = ("bowl", "two-valleys", "flat-slope")
FUNCTIONS = ("|x - 1|", "x^3", "1/x", "sqrt(x)", "exp(x)", "sin(3x) + x^2/10")
RATES = 9


def landscapes() -> Iterator[LessonState]:
    for shape in SHAPES:
        state = LessonState(LESSONS[0])
        state.choose("shape", shape)
        yield state
    yield from map(state_of, FUNCTIONS)


def walks() -> Iterator[LessonState]:
    """Every step of runs from anywhere, at rates from small to far too big."""
    for state in landscapes():
        for index, start in enumerate(states(state.lesson, 6, seed=3)):
            for rate in np.geomspace(state.variant.rates.low, state.variant.rates.high, RATES)[
                index % 3 :: 3
            ]:
                state.place(start)
                state.set_rate(float(rate))
                for _ in range(12):
                    if not state.step():
                        break
                    yield state


def drawn(state: LessonState, shown: np.ndarray) -> np.ndarray:
    """The leaps from these places; none of them is NaN."""
    _, found = places_and_leaps(state.lesson.data["curve"], state.trail, shown, X)
    return np.empty((0, 2, 2)) if found is None else found[np.isfinite(found).all(axis=(1, 2))]


def told(state: LessonState) -> tuple[str, tuple[float, float]]:
    return off_map(state.scene(), X)


def height(state: LessonState, x: float) -> float:
    return float(state.lesson.data["curve"].both(np.array([x]))[0][0])


@slow
def test_every_leap_that_is_drawn_leads_over_ground_that_falls_first_and_rises_later() -> None:
    seen = 0
    for state in walks():
        found = drawn(state, np.array([len(state.trail) - 2]))
        if state.trail.standing.landing or not len(found):
            continue
        seen, (chord,) = seen + 1, found
        start, end = state.trail.values[-2:, 0]
        way = np.sign(end - start) * 1e-6
        assert chord[:, 0].tolist() == [start, end]
        assert height(state, start + way) < height(state, start) + 1e-9
        assert height(state, end - way) < height(state, end) + 1e-9
    assert seen > 100


@slow
def test_what_is_said_to_be_off_the_map_is_as_far_off_as_the_rule_leads() -> None:
    seen = set()
    for state in walks():
        text, place = told(state)
        x, before = (float(value) for value in state.trail.values[[-1, -2], 0])
        curve = state.lesson.data["curve"]
        raw = before - state.rate * float(curve.both(np.array([before]))[1][0])
        beyond = max(raw - X.high, X.low - raw)
        if beyond > 1e-9:
            assert re.match("off the map: .* to the " + ("right" if raw > X.high else "left"), text), text
            seen.add("aside")
        elif text:
            high = height(state, x)
            assert text.endswith("higher" if high > curve.ends[1] else "lower")
            assert not curve.ends[0] <= high <= curve.ends[1]
            seen.add("above")
        else:
            assert X.low <= raw <= X.high
        assert X.low <= place[0] <= X.high
        assert curve.ends[0] <= place[1] <= curve.ends[1]
    assert seen == {"aside", "above"}


def test_the_leap_of_the_bowl_at_a_far_too_big_rate_leaves_the_picture_on_both_sides() -> None:
    state = LessonState(LESSONS[0])
    state.set_rate(10.0)
    state.step()
    assert state.values == (5.0,)
    assert told(state)[0] == "off the map: 7.50 to the right"
    (chord,) = drawn(state, np.array([0]))
    assert chord[0].tolist() == pytest.approx([-4.0, 5.1375])
    assert chord[1].tolist() == pytest.approx([12.5, 0.15 * 11**2 + 0.6])
    state.step()
    assert told(state)[0] == "off the map: 0.50 to the left"


def test_a_leap_to_a_height_without_measure_is_drawn_in_its_direction_only() -> None:
    state = state_of("x^4")
    state.set_rate(state.variant.rates.high)
    for _ in range(6):
        state.step()
        found = drawn(state, state.trail.shown(99))
        tall = np.ptp(state.lesson.data["curve"].ends)
        ways = np.abs(found[:, 1] - found[:, 0])
        assert len(ways)
        assert not (ways > np.array([FAR * X.span, FAR * tall]) * 1.001).any()


def test_where_a_function_has_no_value_there_is_no_mark() -> None:
    state = state_of("sqrt(x)")
    for x in (-1.0, 4.0, 1.0):
        state.move("x", x)
    places, _ = places_and_leaps(state.lesson.data["curve"], state.trail, np.array([1, 2]), X)
    assert np.isnan(places[:, 1]).tolist() == [True, False]
    assert places[1].tolist() == [4.0, 2.0]
