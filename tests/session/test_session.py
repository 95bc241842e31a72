"""The session: what it refuses and when it paints; what was done since the page was opened only grows."""

import pytest

from downhill.lesson.challenge import Predict
from downhill.lessons import all_lessons, all_models
from downhill.session.tally import Done
from downhill.studio.studio import ALL, NONE
from downhill.verbs import known
from tests.support.player import Player

MODEL = all_models()[0]


@pytest.fixture
def session() -> Player:
    return Player(all_lessons(), all_models())


def test_an_unknown_lesson_is_refused_with_those_there_are(session: Player) -> None:
    with pytest.raises(KeyError, match="no lesson 'maze', only"):
        session.look("maze")


def test_what_a_guess_uncovers_is_uncovered_before_anything_is_painted(session: Player) -> None:
    (guessing,) = (c.id for c in session.state("valley").lesson.challenges if isinstance(c.check, Predict))
    session.dispatcher.change("valley", known("challenge"), guessing)
    state = session.state("valley")
    assert state.covers
    assert state.ahead
    session.dispatcher.change("valley", known("guess"), state.ahead.values[0])
    assert not state.covers


def test_a_model_is_painted_when_a_thing_is_done_unless_its_training_soon_shows_it(session: Player) -> None:
    assert session.dispatcher.plan(MODEL.id, known("set_rate")) == ALL
    session.trainers[MODEL.id].is_training = True
    assert session.dispatcher.plan(MODEL.id, known("set_rate")) == NONE
    assert session.dispatcher.plan(MODEL.id, known("preset")) == ALL
    session.settle(MODEL.id)
    assert session.dispatcher.plan(MODEL.id, known("set_rate")) == ALL


def test_moves_and_steps_add_up_over_resets_switches_and_challenges(session: Player) -> None:
    for value in (98, 99, 100):  # a drag, which is one move
        session.move("line", "m", value)
    session.settle("line")
    session.look("line")
    session.step("line", 4)
    session.reset("line")
    session.move("line", "m", 90)
    session.settle("line")
    session.choose("line", "error", "squared")
    session.step("line", 2)
    session.challenge("line", "hand")
    session.step("line")
    done = session.tally.of("line")
    assert (done.moves, done.steps) == (2, 7)
    assert session.tally.of("valley") == Done()


def test_many_steps_end_with_the_run_and_winding_back_and_forth_counts_as_nothing(session: Player) -> None:
    view = session.step("valley", 100_000)
    assert view.finished
    assert view.machine_steps < 1000
    done = session.tally.of("valley")
    assert (done.steps, done.solved) == (view.machine_steps, True)
    for place in (0, 5, 2, 5):
        session.rewind("valley", place)
    session.back("valley")
    session.again("valley")
    session.step("valley")
    session.reset("valley")
    assert session.tally.of("valley") == done._replace(steps=done.steps + 1)


def test_a_link_to_a_solved_place_solves_nothing(session: Player) -> None:
    while not session.look("valley").solved:
        session.step("valley")
    session.step(MODEL.id, 3)
    other = Player(all_lessons(), all_models())
    other.restore(session.fragment("valley"))
    assert other.look("valley").solved
    assert other.tally.of("valley") == Done()
    trainer = other.trainers[MODEL.id]
    while trainer.behind:
        trainer.step()
        other.look(MODEL.id)
    assert trainer.steps == 3
    assert other.tally.of(MODEL.id) == Done()
    other.step(MODEL.id, 2)
    assert other.tally.of(MODEL.id).steps == 2
