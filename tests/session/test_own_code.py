"""A reader's own code: the function of the chosen way runs; what gives nothing to draw is told."""

import math

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.text.format import PAGE
from tests.support.experiments import alone, at_work, ran
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import LESSONS

MODEL = all_models()[0].id


@pytest.fixture
def session() -> Player:
    return Player(LESSONS, all_models()[:1])


def test_a_changed_function_of_the_chosen_way_is_the_one_that_walks(session: Player) -> None:
    session.set_way("valley", "momentum")
    ran(session, "valley", ("beta * velocity + gradient", "2 * gradient"))
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


def test_a_step_of_the_readers_own_rests_while_another_way_is_chosen(session: Player) -> None:
    view = ran(session, "valley", ("values - rate * gradient", "values - rate / 4 * gradient"))
    assert PAGE["way.rests"] not in view.way["said"]
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
    view = ran(session, "line", ("return new_values, new_mean, new_square", "return new_values"))
    assert view.code["state"] == "mistaken"
    assert not session.state("line").lesson.ways


@pytest.mark.parametrize(("way", "pull"), [("momentum", "new_velocity"), ("adam", "fair_mean")])
def test_a_model_learns_by_the_readers_own_function_of_the_way(session: Player, way: str, pull: str) -> None:
    session.set_way(MODEL, way)
    ran(session, MODEL, (f"values - rate * {pull}", f"values - 0 * rate * {pull}"))
    weights = session.trainer(MODEL).training.weights
    before = weights.copy()
    session.step(MODEL, 2)
    assert np.array_equal(weights, before)
    session.restore_code(MODEL)
    session.step(MODEL, 1)
    assert not np.array_equal(weights, before)


WRONG = {
    "forward": ("return inputs, hidden, scores", "return inputs, hidden, scores[:, :5]"),
    "softmax": ("return powers / powers.sum(axis=1, keepdims=True)", "return powers.T"),
    "backward": ("return chances", "return errors"),
    "step": ("return new_values", "return new_values[:3]"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_array_of_another_shape_is_told_and_the_training_goes_on(name: str) -> None:
    session = alone(MODEL)
    told = ran(session, MODEL, WRONG[name]).code["what"]
    assert told.startswith(f"“{name}” returns an array of shape (")
    state = at_work(session, MODEL)
    assert state.own_functions is None
    before = state.latest_loss
    for _ in range(3):
        assert state.step()
    assert math.isfinite(session.view(MODEL).loss)
    assert state.latest_loss != before


def test_how_many_hidden_units_a_reader_hands_on_is_a_matter_of_the_readers_own_functions() -> None:
    session = alone(MODEL)
    view = ran(
        session,
        MODEL,
        ("return inputs, hidden, scores", "return inputs, np.hstack([hidden, hidden]), scores"),
        ("multiply(hidden.T, errors)", "multiply(hidden[:, :48].T, errors)"),
        ("(1 - hidden**2)", "(1 - hidden[:, :48] ** 2)"),
    )
    assert view.code["state"] == "changed"
    state = at_work(session, MODEL)
    assert state.own_functions is not None
    assert state.step()
    assert math.isfinite(state.latest_loss)


@slow
@pytest.mark.parametrize(
    ("height", "told"),
    [
        ("return [x, x]", "“height” returns several numbers, but the page needs one."),
        ("return np.nan * x", "“height” returns nan, which means “not a number”."),
        ("return 1e12 + x", "Between \N{MINUS SIGN}5 and 5, your functions return nothing that"),
    ],
)
def test_what_a_curve_without_values_comes_of_is_told(height: str, told: str) -> None:
    session = alone("valley")
    session.state("valley").choose("shape", "two-valleys")
    before = session.view("valley").loss
    view = ran(session, "valley", ("return even - tilt + 4.5", height))
    assert view.code["state"] == "mistaken"
    assert view.code["what"].startswith(told)
    assert view.code["hint"]
    assert at_work(session, "valley").own_functions is None
    assert view.loss == before
