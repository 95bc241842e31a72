"""One model at work: what a hand and the machine do to it, what it says, and how a link brings it back."""

import pytest

from downhill.lessons import all_models
from downhill.studio.studio import NONE
from downhill.training.loss_history import MOST
from downhill.training.time_slices import Slices
from downhill.training.trainer import Trainer
from downhill.verbs import known
from tests.support.often import slow
from tests.support.player import Player

LESSON = all_models()[0]
NAME = LESSON.id


@pytest.fixture
def session() -> Player:
    return Player([], [LESSON])


def plan(session: Player, verb: str) -> str:
    """Which pictures would be painted at once after a verb."""
    return session.dispatcher.plan(NAME, known(verb))


@pytest.fixture
def trainer(session: Player) -> Trainer:
    return session.trainers[NAME]


@slow
def test_a_rate_that_is_too_high_is_told_and_training_stops_with_finite_weights(session: Player) -> None:
    session.set_rate(NAME, 10.0)
    seen = session.step(NAME, 1000)
    assert seen.stopped
    assert seen.steps < 1000
    assert "too high" in seen.said
    assert seen.loss < 1e9
    session.preset(NAME, "good")
    assert not session.step(NAME, 200).stopped


def test_what_is_wrong_with_a_prompt_is_one_sentence(session: Player) -> None:
    seen = session.enter(NAME, "prompt", "I pet the quark")
    assert seen.mistake["sentence"].startswith("“quark” is not in its text")
    assert seen.prompt == "I pet the"
    assert session.enter(NAME, "prompt", "the " * 20).mistake["sentence"].startswith("This is too long")


def test_downhill_is_told_for_the_weight_that_is_taken(session: Player, trainer: Trainer) -> None:
    seen = session.choose_weight(NAME, 9900).weight
    way = 1 if seen["downhill"].startswith("▸") else -1
    loss = trainer.losses[0]
    session.move(NAME, "weight", seen["value"] + 0.01 * way)
    assert trainer.losses[0] < loss


SENSELESS = {
    "ten-thousand": "seed=0 seed=x steps=-1 steps=999999 changes=5w99999=1 changes=x prompt=quark "
    "guess=nothing changes=0way=3 changes=0way=0.5 changes=0way=-1 changes=0gamma=0.5 changes=0beta=x",
    "attention": "eyes=left attention=maybe batch=5 hidden=x score1=nan sharp=x own=Zara prompt=Zara seed=21",
}


@pytest.mark.parametrize(
    ("name", "part"), [(name, part) for name, parts in SENSELESS.items() for part in parts.split()]
)
def test_what_makes_no_sense_in_a_link_is_named_and_changes_nothing(name: str, part: str) -> None:
    session = Player([], all_models())
    before = session.look(name)
    assert session.restore(f"{name}&v=2&{name}.{part}") == (f"{name}.{part.partition('=')[0]}",)
    assert session.fragment(name) == name
    assert session.look(name) == before


def test_a_long_training_keeps_no_more_points_than_a_picture_needs(trainer: Trainer) -> None:
    for steps in range(0, 200_000, 50):
        if trainer.course.is_due(steps):
            trainer.course.note(steps, 1.0, 2.0)
    seen = trainer.course.seen
    assert MOST / 2 < len(seen) <= MOST
    assert seen[0, 0] == 0
    assert (seen[1:, 0] > seen[:-1, 0]).all()


def test_another_language_has_another_text(session: Player, trainer: Trainer) -> None:
    session.step(NAME, 3)
    kept = dict(LESSON.words)
    try:
        LESSON.words.update({key: kept[key].replace("cat", "Katze") for key in LESSON.corpus})
        session.set_language()
        assert "Katze" in trainer.training.text.tokens
        assert trainer.steps == 0
    finally:
        LESSON.words.update(kept)


def test_while_the_machine_is_at_work_a_hand_waits_for_no_measuring(
    session: Player, trainer: Trainer
) -> None:
    session.step(NAME, 30)
    session.train(NAME, Slices(lambda: 0.0, lambda work: None), lambda: None, 0)
    written, losses, noted = trainer.writes(), trainer.losses, trainer.course.count
    session.choose_weight(NAME, 7)
    seen = session.move(NAME, "weight", 2.0)
    assert (seen.outcome, trainer.course.count) == (written, noted)
    assert plan(session, "move") == NONE
    assert plan(session, "choose_weight") != NONE
    rested = session.look(NAME)
    assert rested.loss != losses[0]
    assert plan(session, "move") != NONE


@slow
def test_while_the_machine_is_at_work_text_is_written_once_a_turn(session: Player, trainer: Trainer) -> None:
    turn = Slices(iter(range(10**6)).__next__, lambda work: work())
    session.train(NAME, turn, lambda: None, 400)
    first = trainer.writes()
    for _ in range(100):
        trainer.step()
    assert trainer.writes() == first
    assert session.enter(NAME, "prompt", "I flew the").outcome.startswith("I flew the")
    session.train(NAME, turn, lambda: None, 400)
    trainer.enter("prompt", "I pet the")
    assert trainer.writes() != first


def test_a_course_tells_once_that_it_has_grown(trainer: Trainer) -> None:
    assert not trainer.course.has_news()
    assert trainer.losses
    assert [trainer.course.has_news(), trainer.course.has_news()] == [True, False]
    trainer.step()  # the first is always noted
    assert trainer.course.has_news()
