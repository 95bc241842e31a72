"""Ways downhill in links: they open as they were, old links open plainly, and what is mangled is named."""

import numpy as np
import pytest

from downhill.lesson.trail import Leg
from downhill.lesson.way import ADAM, MOMENTUM, PLAIN, WAYS, Way
from downhill.lessons import all_models
from downhill.session.replay import read
from downhill.session.way_texts import read_rate, read_way, written_rate
from tests.support.player import Player
from tests.support.states import LESSONS

MODEL = all_models()[0]


def opened(fragment: str) -> tuple[Player, tuple[str, ...]]:
    session = Player(LESSONS, [MODEL])
    return session, session.restore(f"#{fragment}")


@pytest.mark.parametrize("way", WAYS)
def test_a_link_carries_the_way_and_what_it_is_set_to(way: str) -> None:
    session = Player(LESSONS)
    session.set_way("line", way)
    if way != PLAIN:
        session.set_beta("line", "beta" if way == MOMENTUM else "beta2", 0.75)
    session.set_rate("line", 1.25 * session.state("line").rate)
    fragment = session.fragment("line")
    other, ignored = opened(fragment)
    assert ignored == ()
    assert other.look("line").way == session.look("line").way
    assert other.state("line").rate == session.state("line").rate
    assert other.fragment("line") == fragment


def test_an_old_link_opens_plainly_whatever_was_chosen() -> None:
    session = Player(LESSONS)
    session.set_way("line", ADAM)
    session.set_beta("line", "beta1", 0.5)
    assert session.restore("#line&v=2&line.m=101&line.rate=0.5&line.kept=1~140~240~~0.5~3") == ()
    state = session.state("line")
    assert (state.way, state.rate) == (Way(), 0.5)
    assert state.shelf.runs[0].legs == (Leg(0.5, 3, Way()),)
    session.set_way("line", ADAM)
    assert state.way.betas == (0.9, 0.999)


@pytest.mark.parametrize("text", ["nesterov", "adam", "adam~0.9", "momentum~x", "plain~0.9", "momentum~nan"])
def test_a_way_that_makes_no_sense_is_named_and_changes_nothing(text: str) -> None:
    session, ignored = opened(f"line&v=2&line.way={text}&line.m=101")
    assert ignored == ("line.way",)
    assert session.state("line").way == Way()
    assert session.state("line").values[0] == 101.0


def test_shares_beyond_their_ends_are_clamped() -> None:
    assert read_way("momentum~7").betas == (0.999,)
    assert read_way("adam~-1~0.5").betas == (0.0, 0.5)


def test_kept_runs_of_all_ways_are_walked_again_step_by_step() -> None:
    session = Player(LESSONS)
    for way in WAYS:
        session.set_way("line", way)
        session.step("line", 5)
        if way == MOMENTUM:
            session.set_beta("line", "beta", 0.5)
            session.step("line", 3)
        session.keep("line")
        session.again("line")
    runs = session.state("line").shelf.runs
    other, ignored = opened(session.fragment("line"))
    assert ignored == ()
    again = other.state("line").shelf.runs
    assert [run.legs for run in again] == [run.legs for run in runs]
    assert [len(run.legs) for run in runs] == [1, 2, 1]
    for one, two in zip(runs, again, strict=True):
        assert np.array_equal(one.values, two.values)
    assert other.state("line").ways.name == ADAM  # as the link says, not as the last run was walked


@pytest.mark.parametrize("way", [Way(), Way(MOMENTUM, (0.9,)), Way(ADAM, (0.9, 0.999))])
@pytest.mark.parametrize("rate", [0.5, 1e-07, 3e-05, 12.0])
def test_a_leg_is_read_as_it_is_written(rate: float, way: Way) -> None:
    assert read_rate(written_rate(rate, way)) == (rate, way)


@pytest.mark.parametrize("text", ["m0.9", "a0.9a0.5", "m0.9m0.5m0.1", "x0.5", "mm", "a", "m0.9mnan", ""])
def test_a_leg_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(f"1~140~240~~{text}~3", 2)
