"""Back and forth over a run, bit by bit, and back to where the reader began."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.lesson import HAND, MACHINE, Lesson
from downhill.lesson.trail import ROOM
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from downhill.session.view import View
from downhill.studio.picture import easel, pictures
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, Variant, each_variant

VALLEY, LINE, NEXT_WORD = LESSONS[:3]
Move = tuple[int, float] | None  # a step of the machine, or a hand on a slider
moves = st.lists(st.none() | st.tuples(st.integers(0, 3), st.floats(-1e3, 1e3)), max_size=12)


def wander(state: LessonState, moved: list[Move]) -> list[View]:
    """Make these moves. Returns the views of all places, the one before the first move first."""
    seen = [view(state)]
    for move in moved:
        places = len(state.trail)
        if move is None:
            state.step()
        else:
            state.move(state.lesson.sliders[move[0] % len(state.lesson.sliders)].name, move[1])
            state.settle()
        if len(state.trail) > places:
            seen.append(view(state))
    return seen


def here(seen: View) -> str:
    """All of a view but how many places lie ahead: every digit of every number."""
    return json.dumps(seen._replace(places=0).as_dict())


@slow
@given(st.sampled_from(VARIANTS), moves)
@settings(deadline=None)
def test_k_forward_and_k_back_shows_the_same_bit_by_bit(variant: Variant, moved: list[Move]) -> None:
    session = Player([variant.plain])
    id_, state = variant.lesson.id, session.state(variant.lesson.id)
    variant.put(state)
    seen = wander(state, moved)
    for before in reversed(seen[:-1]):
        assert here(session.back(id_)) == here(before)
    for place, there in enumerate(seen):
        assert here(session.rewind(id_, place)) == here(there)
    assert state.trail.kept == len(seen)


@each_variant
def test_a_step_from_a_rewound_place_is_the_step_that_was_taken_there(variant: Variant) -> None:
    state = variant.state()
    seen = wander(state, [None] * 9)
    state.rewind(4)
    for expected in seen[5:]:
        state.step()
        assert view(state) == expected


@each_variant
def test_reset_after_a_rewind_is_exactly_the_start(variant: Variant) -> None:
    state = variant.state()
    first = view(state)
    wander(state, [None, (0, 0.5), None, None])
    state.rewind(1)
    state.restart()
    assert view(state) == first


def test_a_whole_drag_is_taken_back_at_once_and_its_places_can_be_wound_through() -> None:
    session = Player(LESSONS)
    before = session.step("valley", 2)
    for value in (-3.0, -2.0, -1.0):
        session.move("valley", "x", value)
    session.settle("valley")
    assert session.rewind("valley", 3).rows["x"].value == -3.0
    session.rewind("valley", 5)
    assert here(session.back("valley")) == here(before)


def test_a_run_longer_than_the_trail_is_rewound_as_far_as_it_is_kept() -> None:
    state = LessonState(VALLEY)
    state.choose("shape", "two-valleys")
    state.set_rate(0.002)
    for _ in range(ROOM + 5):
        state.step()
    last = view(state)
    state.rewind(0)
    assert state.machine_steps == state.trail.forgotten == ROOM // 2
    state.rewind(ROOM)
    assert view(state) == last


@pytest.mark.parametrize("lesson", [VALLEY, LINE], ids=lambda lesson: lesson.id)
def test_the_pictures_of_a_rewound_run_are_those_of_a_run_that_went_only_so_far(
    lesson: Lesson, typefaces: Path
) -> None:
    on: list[Move] = [(0, 0.5), None, None, None]
    for picture in pictures(lesson):
        wound, plain, other = (LessonState(lesson) for _ in range(3))
        first, second, third = (easel(lesson, picture, "light") for _ in range(3))
        wander(wound, [None] * 8)
        first.paint(wound.scene())
        for place in (3, 6):  # back, and forth
            wound.rewind(place)
            wander(plain, [None] * 3)
            expected = second.paint(plain.scene())
            np.testing.assert_array_equal(first.paint(wound.scene()), expected, err_msg=picture.name)
        wound.rewind(3)  # and another way, of which only the end is painted
        wander(wound, on)
        wander(other, [None, None, None, *on])
        expected = third.paint(other.scene())
        np.testing.assert_array_equal(first.paint(wound.scene()), expected, err_msg=picture.name)


def test_the_machine_starts_where_the_hand_began_and_the_hands_way_stays() -> None:
    session = Player(LESSONS)
    for x in (-3.0, 0.0, 1.5):
        session.move("valley", "x", x)
        session.settle("valley")
    seen = session.from_start("valley")
    state = session.state("valley")
    assert (state.values, seen.mover, seen.hand_moves) == ((-4.0,), HAND, 3)
    assert state.trail.values[:, 0].tolist() == [-4.0, -3.0, 0.0, 1.5, -4.0]
    assert session.step("valley").mover == MACHINE
    assert state.trail.values[-1, 0] == pytest.approx(-4.0 + 1.65)
    assert not state.trail.by_machine[:5].any()


def test_there_is_a_way_back_only_from_elsewhere_after_a_move_of_the_hand() -> None:
    session = Player(LESSONS)
    assert not session.step("valley", 3).can_return
    assert session.from_start("valley").places == 4
    session.reset("valley")
    assert session.move("valley", "x", 1.0).can_return
    assert not session.from_start("valley").can_return
    assert session.from_start("valley").places == 3
    assert session.step("valley").can_return
    assert not session.reset("valley").can_return


def test_step_back_takes_the_return_back_alone() -> None:
    session = Player(LESSONS)
    session.move("valley", "x", 1.0)
    session.settle("valley")
    session.from_start("valley")
    session.step("valley")
    session.back("valley")
    assert session.state("valley").values == (-4.0,)
    session.back("valley")
    assert session.state("valley").values == (1.0,)
    session.back("valley")
    assert session.state("valley").values == (-4.0,)
    assert len(session.state("valley").trail) == 1


def test_it_is_no_move_in_a_challenge_and_wins_none() -> None:
    session = Player(LESSONS)
    session.challenge("line", "hand")
    before = session.state("line").values
    used = session.move("line", "m", 100.0).challenge["counts"]
    session.settle("line")
    seen = session.from_start("line")
    assert session.state("line").values == before
    assert (seen.challenge["counts"], seen.challenge["state"]) == (used, "open")


@slow
def test_the_beginning_is_known_when_its_place_is_forgotten() -> None:
    session = Player(LESSONS)
    state = session.state("next-word")
    start = state.values
    for index in range(ROOM + 10):
        session.move("next-word", "cat_animals", -1.0 + index % 2)
        session.settle("next-word")
    assert state.trail.forgotten
    session.from_start("next-word")
    np.testing.assert_array_equal(state.values, start)
