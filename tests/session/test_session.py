"""The session: what it refuses and when it paints; what was done since the page was opened only grows."""

import random

import pytest

from downhill.lesson.challenge import Predict
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.tally import Done
from downhill.studio.studio import ALL, NONE
from downhill.verbs import known
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]


@pytest.fixture
def session() -> Player:
    return Player(all_lessons(), all_models())


def test_an_unknown_lesson_is_refused_with_those_there_are(session: Player) -> None:
    with pytest.raises(KeyError, match="no lesson 'maze', only"):
        session.look("maze")


def test_many_steps_end_where_the_run_is_finished(session: Player) -> None:
    view = session.step("valley", 100_000)
    assert view.finished
    assert view.machine_steps < 1000


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


def test_winding_back_and_forth_counts_as_nothing(session: Player) -> None:
    session.step("valley", 5)
    for place in (0, 5, 2, 5):
        session.rewind("valley", place)
    session.back("valley")
    session.again("valley")
    assert session.tally.of("valley").steps == 5
    session.step("valley")
    assert session.tally.of("valley").steps == 6


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


@slow
@pytest.mark.parametrize("lesson", every_lesson(), ids=lambda lesson: lesson.id)
def test_every_challenge_that_is_done_is_noted_once(session: Player, lesson: object) -> None:
    name = lesson.id  # type: ignore[attr-defined]
    challenges = session.at_work(name).plain.challenges
    for challenge in (*challenges, challenges[0]):
        session.challenge(name, challenge.id)
        for verb, *arguments in challenge.solution:
            session.ask(verb, name, *arguments)
    assert session.tally.of(name).challenges == tuple(challenge.id for challenge in challenges)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_ever_gets_less(session: Player, seed: int) -> None:
    dice, before = random.Random(seed), Done()
    doings = (
        lambda: session.move("line", "m", dice.uniform(0, 200)),
        lambda: session.settle("line"),
        lambda: session.step("line", dice.choice((1, 10))),
        lambda: session.reset("line"),
        lambda: session.back("line"),
        lambda: session.challenge("line", "hand"),
        lambda: session.choose("line", "error", dice.choice(("absolute", "squared"))),
    )
    for _ in range(60):
        dice.choice(doings)()
        now = session.tally.of("line")
        assert (now.moves, now.steps, now.solved) >= (before.moves, before.steps, before.solved)
        assert now.moves >= before.moves
        assert now.steps >= before.steps
        assert now.moves - before.moves <= 1
        before = now
