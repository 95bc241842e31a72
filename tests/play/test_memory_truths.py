"""What the page says of runs with momentum and Adam, held against their own numbers."""

import numpy as np
import pytest

from downhill.lesson.way import ADAM, MOMENTUM
from downhill.maths.descent import Stage
from downhill.maths.memory_truths import is_held, peaks, settles, swings_up, verdict
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from tests.play.test_truths import check
from tests.support.claims import Moment
from tests.support.often import a_few, slow
from tests.support.states import LESSONS, SINGLY, Variant, states

STARTS, STEPS = 5, 45
REMEMBERING = (MOMENTUM, ADAM)
remembering = pytest.mark.parametrize("way", REMEMBERING)


def hold(state: LessonState, way: str) -> set[str]:
    """Hold what is said of runs from several places at several rates; which verdicts there were."""
    state.set_way(way)
    small, good, big = state.presets
    seen, rates = set(), np.geomspace(small, big, STARTS).tolist()
    for start, rate in zip(states(state.lesson, STARTS, seed=11), rates, strict=True):
        for tried in (rate, good):
            state.place(start)
            state.set_rate(tried)
            for _ in range(STEPS):
                if not state.step():
                    break
                now = Moment(state)
                check(now, place=False)
                seen.add(now.verdict)
    return seen


@slow
@a_few(12)
@pytest.mark.parametrize("variant", SINGLY, ids=lambda variant: variant.name)
@remembering
def test_what_is_said_of_runs_with_a_memory_is_true(variant: Variant, way: str) -> None:
    assert hold(variant.state(), way) - {""}


@slow
@remembering
def test_there_is_much_to_be_said_of_them(way: str) -> None:
    usual = {"uphill", "rolling", "slowing", "jumping", "crawling"}
    seen = hold(LessonState(LESSONS[1]), way) | hold(LessonState(LESSONS[2]), way)
    assert seen >= usual | ({"first", "striding"} if way == ADAM else set())


def at(heights: list[float], clipped: tuple[int, ...] = ()) -> list[Stage]:
    """A run to and fro along one slider."""
    return [
        Stage(np.array([(-1.0) ** index * 0.3]), height, np.array([1.0]), index in clipped)
        for index, height in enumerate(heights)
    ]


def test_a_run_rests_only_once_it_has_slowed_down() -> None:
    rolling = [Stage(np.array([x]), 0.0, np.array([0.0])) for x in (0.0, 0.1, 0.2)]
    assert verdict(rolling, [1.0], 1.0) != "converged"
    still = [Stage(np.array([x]), 0.0, np.array([0.0])) for x in (0.0, 0.1, 0.1001)]
    assert verdict(still, [1.0], 1.0) == "converged"


def test_swings_that_come_up_higher_and_higher_diverge_and_others_do_not() -> None:
    assert peaks([3, 1, 2, 1, 2.5, 0, 4]) == [2, 2.5, 4]
    assert peaks([3, 2, 1]) == []
    growing, fading = [3.0, 1, 4, 1, 5, 0, 6], [9.0, 1, 4, 1, 5, 0, 6]
    assert swings_up(at(growing), [1.0], 1.0)
    assert not swings_up(at(fading), [1.0], 1.0)
    assert verdict(at(growing), [1.0], 1.0) == "diverging"
    assert verdict(at(growing), [1.0], 1.0, adaptive=True, taken=6) != "diverging"


def test_momentum_that_is_too_fast_diverges_until_the_sliders_end() -> None:
    state = LessonState(LESSONS[0])
    state.choose("shape", "bowl")
    state.place((1.4,))
    state.set_way(MOMENTUM)
    state.rate = 1.1 * 3.8 / 0.3  # beyond the slider, and beyond 2 (1 + beta) / L
    state._look_ahead()
    while state.step() and state.machine_steps < 60 and not state.finished:
        pass
    assert state.verdict() in ("diverging", "held")
    assert "higher and higher" in view(state).said or "cut them short" in view(state).said
    assert not view(state).overshoot  # which tells what the slope alone does


def test_ends_hold_a_run_once_they_have_cut_several_of_its_steps() -> None:
    heights = [1.0] * 12
    assert is_held(at(heights, clipped=(5, 7, 9, 11)), [1.0])
    assert not is_held(at(heights, clipped=(10, 11)), [1.0])


def test_swings_settle_where_they_fade() -> None:
    fading = [1 + 0.95**step * (step % 2) for step in range(90)]
    lasting = [1 + 0.2 * (step % 2) for step in range(90)]
    assert settles(fading, 1.0)
    assert not settles(lasting, 1.0)
    assert verdict(at(lasting), [1.0], 1.0, adaptive=True, taken=90) == "hovering"
    assert verdict(at(fading), [1.0], 1.0, adaptive=True, taken=90) != "hovering"
