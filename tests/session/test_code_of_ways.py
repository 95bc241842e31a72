"""A reader's own code with another way downhill: the function of the chosen way runs, another one rests."""

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.text.format import PAGE
from tests.support.player import Player
from tests.support.states import LESSONS
from tests.support.take_home import changed, text_of

MODEL = all_models()[0]
SLOW = "new_values = values - rate / 4 * gradient"


@pytest.fixture
def session() -> Player:
    return Player(LESSONS, [MODEL])


def run(session: Player, lesson: str, old: str, new: str) -> None:
    """Change something of what is shown, and run it."""
    original = text_of(session.all[lesson])
    view = session.run_code(lesson, changed(original, old, new), original)
    assert view.code["state"] == "changed", view.code


def test_a_changed_function_of_the_chosen_way_is_the_one_that_walks(session: Player) -> None:
    session.set_way("valley", "momentum")
    run(session, "valley", "beta * velocity + gradient", "2 * gradient")
    state = session.state("valley")
    assert {*state.lesson.ways} == {"momentum"}
    assert state.lesson.step is None
    before, slope = state.values[0], float(state.gradient()[0])
    session.step("valley", 1)
    assert state.values[0] == pytest.approx(before - state.rate * 2 * slope)
    session.watch("valley", True)
    shown = session.look("valley").maths
    assert shown["aside"] == PAGE["maths.own"]
    assert not shown["x.formula"]
    assert PAGE["way.rests"] in session.set_way("valley", "plain").way["said"]


def test_a_step_of_the_readers_own_rests_while_another_way_is_chosen(
    session: Player,
) -> None:
    run(session, "valley", "new_values = values - rate * gradient", SLOW)
    assert PAGE["way.rests"] not in session.look("valley").way["said"]
    state = session.state("valley")
    view = session.set_way("valley", "momentum")
    assert PAGE["way.rests"] in view.way["said"]
    before, slope = state.values[0], float(state.gradient()[0])
    session.step("valley", 1)
    assert state.values[0] == pytest.approx(before - state.rate * slope)
    session.set_way("valley", "plain")
    before, slope = state.values[0], float(state.gradient()[0])
    session.step("valley", 1)
    assert state.values[0] == pytest.approx(before - state.rate / 4 * slope)


def test_a_function_of_a_way_that_gives_too_little_back_is_refused(session: Player) -> None:
    session.set_way("line", "adam")
    original = text_of(session.state("line"))
    text = changed(original, "return new_values, new_mean, new_square", "return new_values")
    assert session.run_code("line", text, original).code["state"] == "mistaken"
    assert not session.state("line").lesson.ways


@pytest.mark.parametrize("way", ["momentum", "adam"])
def test_a_model_learns_by_the_readers_own_function_of_the_way(session: Player, way: str) -> None:
    session.set_way("ten-thousand", way)
    moved = (
        "new_values = values - rate * new_velocity"
        if way == "momentum"
        else "new_values = values - rate * fair_mean"
    )
    run(session, "ten-thousand", moved, moved.replace("values - rate", "values - 0 * rate"))
    weights = session.trainer("ten-thousand").training.weights
    before = weights.copy()
    session.step("ten-thousand", 2)
    assert np.array_equal(weights, before)
    session.restore_code("ten-thousand")
    session.step("ten-thousand", 1)
    assert not np.array_equal(weights, before)
