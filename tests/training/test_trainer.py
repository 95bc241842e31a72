"""One model at work: what a hand and the machine do to it, what it says, and how a link brings it back."""

import pytest

from downhill.lesson import HAND, MACHINE
from downhill.lessons import all_models
from downhill.session.session import Session
from downhill.text.mistake import Mistake
from downhill.training.loss_history import MOST
from downhill.training.run_log import is_milestone
from downhill.training.time_slices import Slices
from downhill.training.trainer import Trainer

(LESSON,) = all_models()
NAME = LESSON.id


@pytest.fixture
def session() -> Session:
    return Session([], [LESSON])


@pytest.fixture
def trainer(session: Session) -> Trainer:
    return session.trainers[NAME]


def test_a_model_opens_knowing_nothing_and_writes_noise(session: Session) -> None:
    seen = session.trainers.look(NAME)
    assert "drawn by lot" in seen.sentence
    assert (seen.steps, seen.mover, seen.solved, seen.preset) == (0, HAND, False, "good")
    assert seen.outcome.startswith("I pet the ")


def test_training_leads_from_noise_to_sentences(session: Session) -> None:
    seen = session.trainers.step(NAME, 1000)
    assert seen.solved
    assert seen.outcome.startswith("I pet the cat")
    assert session.trainers.enter(NAME, "prompt", "I flew the").outcome.startswith("I flew the plane")
    assert [row[0] for row in seen.pages] == "0 1 2 5 10 20 50 100 200 500 1,000".split(" ")
    assert session.trainers[NAME].mover == MACHINE


def test_overfitting_is_told_when_the_losses_part(session: Session) -> None:
    assert "Overfitting" not in session.trainers.step(NAME, 1000).sentence
    seen = session.trainers.step(NAME, 4000)
    assert seen.sentence.startswith("Overfitting: since step")
    assert seen.held > seen.loss + 0.5


def test_a_rate_that_is_too_high_is_told_and_training_stops_with_finite_weights(session: Session) -> None:
    session.trainers.set_rate(NAME, 10.0)
    seen = session.trainers.step(NAME, 1000)
    assert seen.stopped
    assert seen.steps < 1000
    assert "too high" in seen.said
    assert seen.loss < 1e9
    session.trainers.preset(NAME, "good")
    assert not session.trainers.step(NAME, 200).stopped


def test_a_word_that_the_model_does_not_know_is_named_and_changes_nothing(trainer: Trainer) -> None:
    with pytest.raises(Mistake) as caught:
        trainer.enter("I pet the quark gently")
    assert (caught.value.start, caught.value.end) == (10, 15)
    assert trainer.prompt == "I pet the"


def test_what_is_wrong_with_a_prompt_is_one_sentence(session: Session) -> None:
    seen = session.trainers.enter(NAME, "prompt", "I pet the quark")
    assert seen.mistake["sentence"].startswith("The model has never read “quark”")
    assert seen.prompt == "I pet the"
    assert (
        session.trainers.enter(NAME, "prompt", "the " * 20).mistake["sentence"].startswith("This is too long")
    )


def test_a_hand_moves_one_weight_and_hears_how_little_that_does(session: Session, trainer: Trainer) -> None:
    trainer.chosen = 5000
    before = trainer.training.weights.copy()
    seen = session.trainers.move(NAME, "weight", 1.5)
    assert (trainer.training.weights != before).nonzero()[0].tolist() == [5000]
    assert seen.sentence.startswith("You have moved 1 of 9,957 weights")
    assert seen.weight["value"] == 1.5


def test_downhill_is_told_for_the_weight_that_is_taken(session: Session, trainer: Trainer) -> None:
    seen = session.trainers.choose_weight(NAME, 9900).weight
    way = 1 if seen["downhill"].startswith("▸") else -1
    loss = trainer.losses[0]
    session.trainers.move(NAME, "weight", seen["value"] + 0.01 * way)
    assert trainer.losses[0] < loss


def test_every_weight_has_a_name(session: Session, trainer: Trainer) -> None:
    names = {session.trainers.choose_weight(NAME, index).weight["name"] for index in range(0, 9957, 83)}
    assert len(names) == len(range(0, 9957, 83))


def test_a_link_brings_back_every_weight(session: Session, trainer: Trainer) -> None:
    session.trainers.reseed(NAME)
    session.trainers.set_rate(NAME, 1.0)
    session.trainers.step(NAME, 30)
    trainer.chosen = 77
    session.trainers.move(NAME, "weight", 0.25)
    session.trainers.step(NAME, 30)
    session.trainers.set_rate(NAME, 0.2)
    session.trainers.enter(NAME, "prompt", "the sea")
    link = session.fragment(NAME)
    other = Session([], [LESSON])
    assert other.restore(link) == ()
    there = other.trainers[NAME]
    while there.behind:
        assert there.step()
    assert (there.training.weights == trainer.training.weights).all()
    assert (there.rate, there.prompt, there.seed, there.steps) == (0.2, "the sea", 2, 60)
    assert other.fragment(NAME) == link


@pytest.mark.parametrize(
    "part", ["seed=0", "seed=x", "steps=-1", "steps=999999", "changes=5w99999=1", "changes=x", "prompt=quark"]
)
def test_what_makes_no_sense_in_a_link_is_named_and_changes_nothing(session: Session, part: str) -> None:
    assert session.restore(f"{NAME}&v=2&{NAME}.{part}") == (f"{NAME}.{part.partition('=')[0]}",)
    assert session.fragment(NAME) == NAME


def test_a_link_that_nothing_is_trained_in_says_nothing(session: Session) -> None:
    session.trainers.look(NAME)
    assert session.fragment(NAME) == NAME


def test_pages_are_kept_at_one_two_five_and_their_tens() -> None:
    assert [n for n in range(1200) if is_milestone(n)] == [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]


def test_a_long_training_keeps_no_more_points_than_a_picture_needs(trainer: Trainer) -> None:
    for steps in range(0, 200_000, 50):
        if trainer.course.is_due(steps):
            trainer.course.note(steps, 1.0, 2.0)
    seen = trainer.course.seen
    assert MOST / 2 < len(seen) <= MOST
    assert seen[0, 0] == 0
    assert (seen[1:, 0] > seen[:-1, 0]).all()


def test_locked_parts_leave_a_model_alone(session: Session) -> None:
    session.lock(["machine"])
    assert session.obey(session, NAME, "step", 5).steps == 0


def test_another_language_has_another_text(session: Session, trainer: Trainer) -> None:
    session.trainers.step(NAME, 3)
    kept = dict(LESSON.words)
    try:
        LESSON.words.update({key: kept[key].replace("cat", "Katze") for key in LESSON.corpus})
        session.trainers.speak()
        assert "Katze" in trainer.training.text.tokens
        assert trainer.steps == 0
    finally:
        LESSON.words.update(kept)


def test_while_the_machine_is_at_work_a_hand_waits_for_no_measuring(
    session: Session, trainer: Trainer
) -> None:
    session.trainers.step(NAME, 30)
    session.trainers.work(NAME, Slices(lambda: 0.0, lambda work: None), lambda: None, 0)
    written, losses, noted = trainer.writes(), trainer.losses, trainer.course.count
    session.trainers.choose_weight(NAME, 7)
    seen = session.trainers.move(NAME, "weight", 2.0)
    assert (seen.outcome, trainer.course.count) == (written, noted)
    assert session.trainers.shows_soon(NAME, "move")
    assert not session.trainers.shows_soon(NAME, "choose_weight")
    rested = session.trainers.look(NAME)
    assert rested.loss != losses[0]
    assert not session.trainers.shows_soon(NAME, "move")


def test_while_the_machine_is_at_work_text_is_written_once_a_turn(session: Session, trainer: Trainer) -> None:
    turn = Slices(iter(range(10**6)).__next__, lambda work: work())
    session.trainers.work(NAME, turn, lambda: None, 400)
    first = trainer.writes()
    for _ in range(100):
        trainer.step()
    assert trainer.writes() == first
    assert session.trainers.enter(NAME, "prompt", "I flew the").outcome.startswith("I flew the")
    session.trainers.work(NAME, turn, lambda: None, 400)
    trainer.enter("I pet the")
    assert trainer.writes() != first


def test_a_course_tells_once_that_it_has_grown(trainer: Trainer) -> None:
    assert not trainer.course.told()
    assert trainer.losses
    assert [trainer.course.told(), trainer.course.told()] == [True, False]
    trainer.step()  # the first is always noted
    assert trainer.course.told()
