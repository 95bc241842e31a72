"""What was done since the page was opened only grows, and what nobody did is not in it."""

import random

import pytest

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.tally import Done
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]


@pytest.fixture
def session() -> Player:
    return Player(all_lessons(), all_models())


def test_moves_and_steps_add_up_over_resets_switches_and_challenges(session: Player) -> None:
    session.move("line", "m", 100)
    session.settle("line")
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


def test_a_drag_is_one_move_and_a_look_none(session: Player) -> None:
    for value in (1, 2, 3):
        session.move("valley", "x", value)
    session.settle("valley")
    session.look("valley")
    assert session.tally.of("valley").moves == 1
    assert session.tally.of("line") == Done()


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
