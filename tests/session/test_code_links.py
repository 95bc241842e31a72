"""What a link says of a lesson in which a reader's code runs: the code, and no number that it alone makes."""

import random

import numpy as np

from downhill.lessons import all_lessons, all_models
from downhill.session import code_verbs
from downhill.session.fragment import LONGEST, decode
from downhill.session.own_code import ROOM
from downhill.session.session import Session
from downhill.training.sgd import Training
from tests.session.test_said_again import opened
from tests.support.experiments import ran

MODEL = all_models()[0]
OWN = "def step(values, gradient, rate):\n    new_values = values - rate * gradient\n    return new_values"
ALONG = (
    "def step(values, gradient, rate, last, taken):\n"
    "    return values + 0.5 * last - rate / (1 + taken / 10) * gradient"
)
DOUBLED = OWN.replace("rate * gradient", "2 * rate * gradient")


def session() -> Session:
    """A session of all lessons."""
    return Session(all_lessons(), all_models())


def trained(at: Session, steps: int) -> None:
    """Take `steps` steps of the model's training."""
    for _ in range(steps):
        at.trainers[MODEL.id].step()


def test_a_step_in_the_model_is_handed_the_last_one_and_how_many_there_were() -> None:
    at = session()
    ran(at, MODEL.id, (OWN, ALONG))
    trained(at, 12)
    found, other = at.trainers[MODEL.id], Training(MODEL.text())
    last = np.zeros_like(other.weights)
    for taken in range(12):
        before = other.weights.copy()
        other.step(found.rate / (1 + taken / 10))
        other.weights += 0.5 * last
        last = other.weights - before
    assert not found.stopped
    np.testing.assert_allclose(found.training.weights, other.weights, rtol=0, atol=1e-12)
    ran(at, MODEL.id, (OWN, DOUBLED))  # which takes neither
    assert found.training._last is None


def test_a_link_of_a_training_ends_where_a_readers_code_came_to_work() -> None:
    at = session()
    trained(at, 7)
    at.trainers[MODEL.id].set_rate(0.1)
    weights = at.trainers[MODEL.id].training.weights.copy()
    ran(at, MODEL.id, (OWN, DOUBLED))
    trained(at, 5)
    at.trainers[MODEL.id].set_rate(0.2)
    for _ in ("while it runs", "and after"):
        told = at.view(MODEL.id).said
        assert "step 12" in told
        assert "step 7" in told
        found = opened(at.fragment(MODEL.id)).trainers[MODEL.id]
        assert (found.steps, found.rate) == (7, 0.1)
        np.testing.assert_array_equal(found.training.weights, weights)
        code_verbs.restore_code(at, MODEL.id)


def test_code_that_took_no_step_leaves_the_link_as_it_was() -> None:
    at = session()
    trained(at, 4)
    before = at.fragment(MODEL.id)
    ran(at, MODEL.id, (OWN, DOUBLED))
    assert decode(at.fragment(MODEL.id)).settings[f"{MODEL.id}.steps"] == "4"
    code_verbs.restore_code(at, MODEL.id)
    trained(at, 2)
    assert at.fragment(MODEL.id) == before.replace("steps=4", "steps=6")


def test_a_training_that_begins_anew_under_a_readers_code_is_in_no_link() -> None:
    at = session()
    ran(at, MODEL.id, (OWN, DOUBLED))
    at.trainers[MODEL.id].reseed()
    trained(at, 5)
    found = decode(at.fragment(MODEL.id)).settings
    assert f"{MODEL.id}.steps" not in found
    assert found[f"{MODEL.id}.seed"] == "2"


def test_a_link_that_is_opened_while_its_code_runs_lets_the_models_own_functions_take_its_steps() -> None:
    at = session()
    trained(at, 3)
    ran(at, MODEL.id, (OWN, DOUBLED))
    weights = at.trainers[MODEL.id].training.weights.copy()
    trained(at, 3)
    at.restore(at.fragment(MODEL.id))
    assert MODEL.id in at.brought
    trained(at, 3)
    np.testing.assert_array_equal(at.trainers[MODEL.id].training.weights, weights)


def test_runs_kept_under_a_readers_code_are_in_no_link_and_code_that_is_refused_changes_nothing() -> None:
    at = session()
    state = at.state("line")
    for step, runs in (("", True), (OWN, False)):
        if step:
            ran(at, "line", (step, DOUBLED))
        state.step()
        state.keep()
        assert len(state.shelf.runs) == 1
        assert ("line.kept" in decode(at.fragment("line")).settings) is runs
        before = at.fragment("line")
        ran(at, "line", ("np.abs(errors).sum()", "1 / 0"))
        assert at.codes["line"].slip is not None
        assert (at.fragment("line"), len(state.shelf.runs)) == (before, 1)


def test_code_that_a_link_has_no_room_for_is_left_out_and_that_is_told() -> None:
    at, chance = session(), random.Random(1)
    fits = "\n# " + "".join(chance.choices("abcdefgh", k=2000))
    assert ran(at, "line", (OWN, DOUBLED), more=fits).code["too_long"] == 0
    assert decode(at.fragment("line")).settings["line.code"].endswith(fits)
    beyond = "".join(chr(chance.randrange(33, 127)) for _ in range(15_000))
    for more in (beyond, "ä" * 15_000, "数" * 15_000):  # the last two could not be unpacked
        told = ran(at, "line", (OWN, DOUBLED), more="\n# " + more).code
        assert told["too_long"] > told["room"] == ROOM < LONGEST
        assert "line.code" not in decode(at.fragment("line")).settings
