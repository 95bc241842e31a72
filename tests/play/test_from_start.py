"""Back to where the reader began, so that the machine may start there: the trail goes on from its places."""

import numpy as np
import pytest

from downhill.lesson import HAND, MACHINE
from downhill.lesson.trail import ROOM
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import LESSONS


@pytest.fixture
def session() -> Player:
    return Player(LESSONS)


def test_the_machine_starts_where_the_hand_began_and_the_hands_way_stays(session: Player) -> None:
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


def test_without_a_move_of_the_hand_there_is_nothing_to_go_back_to(session: Player) -> None:
    assert not session.look("valley").can_return
    assert not session.step("valley", 3).can_return
    places = len(session.state("valley").trail)
    assert session.from_start("valley").places == places


def test_there_one_cannot_go_back_again_until_something_moves(session: Player) -> None:
    assert session.move("valley", "x", 1.0).can_return
    assert not session.from_start("valley").can_return
    assert session.from_start("valley").places == 3
    assert session.step("valley").can_return
    assert not session.reset("valley").can_return


def test_step_back_takes_the_return_back_alone(session: Player) -> None:
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


def test_it_is_no_move_in_a_challenge_and_wins_none(session: Player) -> None:
    session.challenge("line", "hand")
    before = session.state("line").values
    used = session.move("line", "m", 100.0).challenge["counts"]
    session.settle("line")
    seen = session.from_start("line")
    assert session.state("line").values == before
    assert (seen.challenge["counts"], seen.challenge["state"]) == (used, "open")


@slow
def test_the_beginning_is_known_when_its_place_is_forgotten(session: Player) -> None:
    state = session.state("next-word")
    start = state.values
    for index in range(ROOM + 10):
        session.move("next-word", "cat_animals", -1.0 + index % 2)
        session.settle("next-word")
    assert state.trail.forgotten
    session.from_start("next-word")
    np.testing.assert_array_equal(state.values, start)


def test_what_is_locked_is_refused(session: Player) -> None:
    session.move("valley", "x", 1.0)
    session.lock(["from_start"])
    session.from_start("valley")
    assert session.state("valley").values == (1.0,)


def test_a_link_has_the_place_and_opens_without_a_way_back(session: Player) -> None:
    session.move("line", "m", 100.0)
    session.settle("line")
    session.move("line", "m", 30.0)
    session.from_start("line")
    session.step("line", 2)
    link, values = session.fragment("line"), session.state("line").values
    other = Player(LESSONS)
    assert other.restore(link) == ()
    assert other.state("line").values == values
    assert not other.look("line").can_return
