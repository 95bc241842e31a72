"""Runs that are kept, and the way back to where the present one began."""

import numpy as np
import pytest

from downhill.lesson import HAND
from downhill.lesson.trail import ROOM
from downhill.play.kept_runs import MOST
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from downhill.session.view import View
from downhill.studio.picture import easel, pictures
from tests.play.test_rewind import VALLEY, Move, wander
from tests.play.test_rewind import here as whole
from tests.support.player import Player
from tests.support.states import LESSONS, Variant, each_variant


def walked(variant: Variant, moved: list[Move]) -> tuple[LessonState, View]:
    """A lesson state after these moves and then some steps, and the view from before these steps."""
    state = variant.state()
    before = wander(state, moved)[-1]
    wander(state, [None] * 7)
    return state, before


def here(seen: View) -> str:
    """All of a view but what lies ahead, the rate that is set now, and what is kept."""
    return whole(seen._replace(rate=0.0, rate_shown="", preset="", kept=[], kept_said=""))


@each_variant
def test_again_is_bit_by_bit_where_the_run_began_with_the_hands_moves_before_it(variant: Variant) -> None:
    state, before = walked(variant, [(0, 0.37), None, (0, 0.5), (1, -0.2)])
    state.again()
    assert here(view(state)) == here(before)
    assert state.trail.kept == len(state.trail) + 7  # the way on is still there
    state.rewind(state.trail.kept)
    state.again()
    assert here(view(state)) == here(before)


@pytest.mark.parametrize("moved", [[], [(0, 1.0)], [None, (0, 1.0)]])
def test_where_a_hand_moved_last_there_is_no_run_to_keep_and_again_changes_nothing(moved: list[Move]) -> None:
    state = LessonState(VALLEY)
    seen = wander(state, moved)[-1]
    state.again()
    state.keep()
    assert (here(view(state)), state.trail.has_run, state.shelf.runs) == (here(seen), False, ())
    assert "press Step or Play" in state.shelf.said


def test_again_leads_to_a_start_that_the_trail_has_forgotten() -> None:
    state = LessonState(VALLEY)
    state.choose("shape", "two-valleys")
    before = wander(state, [(0, -4.9)])[-1]
    state.set_rate(0.002)
    for _ in range(ROOM + ROOM // 2 + 7):
        state.step()
    assert state.trail.forgotten == ROOM
    state.keep()
    (run,) = state.shelf.runs
    assert (run.steps, run.first + len(run.losses) - 1) == (state.machine_steps, state.machine_steps)
    state.again()
    assert here(view(state)) == here(before._replace(place=0))
    assert (state.trail.mover, len(state.trail)) == (HAND, 1)


@each_variant
def test_a_kept_run_holds_every_place_of_the_run_and_no_later_move_changes_it(variant: Variant) -> None:
    state, _ = walked(variant, [(0, 0.37)])
    state.keep()
    (run,) = state.shelf.runs
    places, losses = state.trail.values[-8:].copy(), state.trail.losses[-8:].copy()
    state.again()
    wander(state, [(0, 0.1), None, None])
    np.testing.assert_array_equal(run.values, places)
    np.testing.assert_array_equal(run.losses, losses)
    assert (run.first, run.steps, run.rates) == (0, 7, (state.rate,))


def test_runs_are_named_in_words_and_numbered_by_what_is_free() -> None:
    session = Player(LESSONS)
    session.step("valley")
    session.keep("valley")
    session.set_rate("valley", 0.5)
    session.step("valley", 2)
    kept = session.keep("valley").kept
    assert [run[:2] for run in kept] == [["1", "rate 1.0, 1 step"], ["2", "rates 0.50 to 1.0, 3 steps"]]
    assert kept[1][2].startswith("value of f(x) ")
    session.keep("valley")
    assert "Remove one" in session.keep("valley").kept_said
    assert len(session.look("valley").kept) == MOST
    assert [number for number, *_ in session.forget_run("valley", 2).kept] == ["1", "3"]
    assert [number for number, *_ in session.keep("valley").kept] == ["1", "2", "3"]


def test_a_reset_leaves_kept_runs_and_another_variant_or_a_link_removes_them() -> None:
    session = Player(LESSONS)
    session.step("line", 3)
    session.keep("line")
    assert len(session.reset("line").kept) == 1
    gone = session.choose("line", "error", "squared")
    assert (gone.kept, "chosen before" in gone.kept_said) == ([], True)
    session.step("line", 3)
    session.keep("line")
    session.restore("#line&v=1&line.error=squared")
    assert (session.look("line").kept, session.look("line").kept_said) == ([], "")


@pytest.mark.parametrize("name", ["map", "trace"])
def test_kept_runs_are_drawn_and_go_again(name: str, typefaces: object) -> None:
    state = LessonState(LESSONS[1])
    picture = next(each for each in pictures(state.plain) if each.name == name)
    stand = easel(state.lesson, picture, "light")
    wander(state, [None] * 5)
    state.again()
    plain = np.array(stand.paint(state.scene()))
    state.rewind(5)
    state.keep()
    state.again()
    kept = np.array(stand.paint(state.scene()))
    assert (kept != plain).any(axis=2).sum() > 100
    state.shelf.drop(1)
    np.testing.assert_array_equal(np.array(stand.paint(state.scene())), plain)


def test_kept_runs_begin_in_the_trace_where_the_present_run_begins() -> None:
    state = LessonState(VALLEY)
    wander(state, [(0, 1.0), (0, 2.0), None, None, None])
    trail = state.trail
    assert trail.run_start(len(trail)) == 2
    wander(state, [(0, 1.0), None])
    assert (trail.run_start(len(trail)), trail.run_start(6)) == (6, 2)
    assert trail.run_start(3) == 0  # the machine has not moved yet
