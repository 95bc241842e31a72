"""One model at work: what a hand and the machine do to it, what it says, and how a link brings it back."""

import pytest

from downhill.lessons import all_models
from downhill.studio.studio import NONE
from downhill.training.guess import FREQUENT
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


@slow
def test_a_link_brings_back_every_weight_and_what_came_on_the_way(session: Player, trainer: Trainer) -> None:
    session.reseed(NAME)
    session.set_rate(NAME, 1.0)
    session.enter(NAME, "prompt", "the sea")
    session.ask("choose_card", NAME, FREQUENT)
    session.step(NAME, 30)
    trainer.chosen = 77
    session.move(NAME, "weight", 0.25)
    session.step(NAME, 30)
    session.set_rate(NAME, 0.2)
    link = session.fragment(NAME)
    other = Player([], [LESSON])
    assert other.restore(link) == ()
    there = other.trainers[NAME]
    while there.behind:
        assert there.step()
    assert (there.training.weights == trainer.training.weights).all()
    assert (there.map.axes == trainer.map.axes).all()
    assert there.landmarks == trainer.landmarks != ()
    assert (there.rate, there.prompt, there.seed, there.steps) == (0.2, "the sea", 2, 60)
    seen, again = session.look(NAME), other.look(NAME)
    assert (again.cards, again.read_now) == (seen.cards, seen.read_now)
    assert seen.cards["said"]
    assert seen.read_now
    assert other.fragment(NAME) == link


@pytest.mark.parametrize(
    "part",
    [
        "seed=0",
        "seed=x",
        "steps=-1",
        "steps=999999",
        "changes=5w99999=1",
        "changes=x",
        "prompt=quark",
        "guess=nothing",
    ],
)
def test_what_makes_no_sense_in_a_link_is_named_and_changes_nothing(session: Player, part: str) -> None:
    assert session.restore(f"{NAME}&v=2&{NAME}.{part}") == (f"{NAME}.{part.partition('=')[0]}",)
    assert session.fragment(NAME) == NAME


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
