"""Back and forth over the present run: everything is as it was there, bit by bit."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.lesson import HAND, MACHINE, Lesson
from downhill.lesson.trail import ROOM, Standing, Trail
from downhill.play.lesson_state import Desk
from downhill.session.session import Session
from downhill.session.view import View, view
from downhill.studio.studio import easel, pictures
from tests.support.states import LESSONS, VARIANTS, Variant

each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
VALLEY, LINE, NEXT_WORD = LESSONS[:3]
Move = tuple[int, float] | None  # a step of the machine, or a hand on a slider
moves = st.lists(st.none() | st.tuples(st.integers(0, 3), st.floats(-1e3, 1e3)), max_size=12)


def wander(desk: Desk, moved: list[Move]) -> list[View]:
    """Make these moves. Returns the views of all places, the one before the first move first."""
    seen = [view(desk)]
    for move in moved:
        places = len(desk.trail)
        if move is None:
            desk.step()
        else:
            desk.move(desk.lesson.sliders[move[0] % len(desk.lesson.sliders)].name, move[1])
            desk.settle()
        if len(desk.trail) > places:
            seen.append(view(desk))
    return seen


def here(seen: View) -> str:
    """All of a view but how many places lie ahead: every digit of every number."""
    return json.dumps(seen._replace(places=0).as_dict())


@given(st.sampled_from(VARIANTS), moves)
@settings(deadline=None)
def test_k_forward_and_k_back_shows_the_same_bit_by_bit(variant: Variant, moved: list[Move]) -> None:
    session = Session([variant.lesson])
    id_, desk = variant.lesson.id, session.desk(variant.lesson.id)
    variant.put(desk)
    seen = wander(desk, moved)
    for before in reversed(seen[:-1]):
        assert here(session.back(id_)) == here(before)
    for place, there in enumerate(seen):
        assert here(session.rewind(id_, place)) == here(there)
    assert desk.trail.kept == len(seen)


@each_variant
def test_a_step_from_a_rewound_place_is_the_step_that_was_taken_there(variant: Variant) -> None:
    desk = variant.desk()
    seen = wander(desk, [None] * 9)
    desk.rewind(4)
    for expected in seen[5:]:
        desk.step()
        assert view(desk) == expected


def test_what_came_after_a_rewound_place_is_gone_once_another_way_is_taken() -> None:
    desk = Desk(VALLEY)
    wander(desk, [None] * 6)
    desk.rewind(2)
    assert (len(desk.trail), desk.trail.kept, desk.machine_steps) == (3, 7, 2)
    desk.set_rate(3.0)
    desk.step()
    assert (len(desk.trail), desk.trail.kept, desk.machine_steps, desk.rate) == (4, 4, 3, 3.0)


@each_variant
def test_reset_after_a_rewind_is_exactly_the_start(variant: Variant) -> None:
    desk = variant.desk()
    first = view(desk)
    wander(desk, [None, (0, 0.5), None, None])
    desk.rewind(1)
    desk.restart()
    assert view(desk) == first


def test_a_place_beyond_both_ends_is_the_end() -> None:
    desk = Desk(LINE)
    seen = wander(desk, [None] * 3)
    desk.rewind(-5)
    assert here(view(desk)) == here(seen[0])
    desk.rewind(99)
    assert view(desk) == seen[-1]


def test_a_whole_drag_is_taken_back_at_once_and_its_places_can_be_wound_through() -> None:
    session = Session(LESSONS)
    before = session.step("valley", 2)
    for value in (-3.0, -2.0, -1.0):
        session.move("valley", "x", value)
    session.settle("valley")
    assert session.rewind("valley", 3).rows["x"].value == -3.0
    session.rewind("valley", 5)
    assert here(session.back("valley")) == here(before)


def test_back_at_the_start_changes_nothing() -> None:
    session = Session(LESSONS)
    assert session.back("line") == session.look("line")


def test_the_verdict_of_a_long_run_comes_back_with_its_place() -> None:
    desk = Desk(LINE)
    said = [desk.verdict()]
    while not desk.finished and desk.step():
        said.append(desk.verdict())
    assert {"creased", "jumping", "hovering"} <= set(said)
    for place in reversed(range(len(said))):
        desk.rewind(place)
        assert desk.verdict() == said[place]


def test_a_run_longer_than_the_trail_is_rewound_as_far_as_it_is_kept() -> None:
    desk = Desk(VALLEY)
    desk.choose("shape", "two-valleys")
    desk.set_rate(0.002)
    for _ in range(ROOM + 5):
        desk.step()
    last = view(desk)
    desk.rewind(0)
    assert desk.machine_steps == desk.trail.forgotten == ROOM // 2
    desk.rewind(ROOM)
    assert view(desk) == last


def test_a_trail_tells_who_moved_at_the_place_it_has_gone_to() -> None:
    trail = Trail((0.0,), 0.0, HAND)
    trail.append((1.0,), 1.0, MACHINE, Standing(machine_steps=1))
    assert trail.mover == MACHINE
    trail.go(0)
    assert (trail.mover, trail.standing, len(trail), trail.kept) == (HAND, Standing(), 1, 2)


@pytest.mark.parametrize("lesson", [VALLEY, LINE], ids=lambda lesson: lesson.id)
def test_the_pictures_of_a_rewound_run_are_those_of_a_run_that_went_only_so_far(
    lesson: Lesson, typefaces: Path
) -> None:
    on: list[Move] = [(0, 0.5), None, None, None]
    for picture in pictures(lesson):
        wound, plain, other = (Desk(lesson) for _ in range(3))
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
