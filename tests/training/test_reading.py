"""One of the places that a step has read: it is in the text, and the guess is that from before the step."""

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.text.format import percent
from downhill.training.network import forward, layers, softmax
from downhill.training.tokens import tokens_of, written
from downhill.training.trainer import Trainer
from downhill.training.training_texts import reading, reading_texts
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]
NAME = MODEL.id


def sentences(trainer: Trainer) -> set[str]:
    """All sentences that the model learns from, as it writes them."""
    text = trainer.training.text
    lines = (line for part in MODEL.corpus for line in MODEL.words[part].splitlines() if line)
    known = [[text.tokens[text.number(token) or 0] for token in tokens_of(line)] for line in lines]
    return {written(tokens) for tokens in known}


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(("seed", "rate"), [(1, 0.3), (2, 1.0)])
def test_what_is_read_stands_in_the_text_and_the_guess_was_made_before_the_step(
    seed: int, rate: float
) -> None:
    trainer = Trainer(MODEL)
    trainer.seed = seed
    trainer.restart()
    trainer.set_rate(rate)
    assert reading(trainer.training) is None
    assert reading_texts(trainer) == {}
    text, there = trainer.training.text, sentences(trainer)
    for _ in range(40):
        net = layers(trainer.training.weights.copy(), trainer.training.size)
        assert trainer.step()
        seen = reading(trainer.training)
        assert seen
        before = ([text.end] * 3 + [*seen.before])[-3:]
        chances = softmax(forward(net, np.array([before]))[2])[0]
        assert seen.guess == chances.argmax()
        assert seen.chance == pytest.approx(chances.max(), rel=1e-12)
        assert seen.covered_chance == pytest.approx(chances[seen.covered], rel=1e-12)
        told = reading_texts(trainer)
        begun = written([text.tokens[i] for i in (*seen.before, seen.covered)])
        assert any(sentence.startswith(begun) for sentence in there), begun
        assert told["before"] + told["covered"] == begun.replace(" ", "", 0) or begun.endswith(
            told["covered"]
        )
        assert text.tokens[seen.guess] in told["guessed"]
        assert percent(float(chances.max())) in told["guessed"]
        right = MODEL.words["reading.right"].split("{")[0]
        assert told["guessed"].startswith(right) == (seen.guess == seen.covered)


@slow
def test_it_is_one_of_the_sixteen_places_of_the_step_and_mostly_a_word_inside_a_sentence() -> None:
    trainer, inside = Trainer(MODEL), 0
    for _ in range(200):
        assert trainer.step()
        seen, learned = reading(trainer.training), trainer.training.text.learned
        assert seen
        places = trainer.training.read
        assert len(set(places.tolist())) == 16
        pairs = {(*learned.before[i].tolist(), int(learned.after[i])) for i in places.tolist()}
        end = trainer.training.text.end
        assert (*([end] * 3 + [*seen.before])[-3:], seen.covered) in pairs
        inside += len(seen.before) >= 2 and trainer.training.text.tokens[seen.covered][0].isalnum()
    assert inside == 200


@slow
def test_looking_or_moving_a_weight_changes_nothing_in_the_place_that_was_read() -> None:
    session = Player([], [MODEL])
    first = session.step(NAME, 37).read_now
    assert first
    assert session.move(NAME, "weight", 2.0).read_now == first
    assert session.choose_weight(NAME, 77).read_now == first
    assert session.reset(NAME).read_now == {}


def test_a_step_that_is_not_taken_reads_nothing() -> None:
    trainer = Trainer(MODEL)
    trainer.set_rate(0.3)
    assert trainer.step()
    before = reading_texts(trainer)
    assert not trainer.training.step(1e12)
    assert trainer.training.broken
    assert reading_texts(trainer) == before
