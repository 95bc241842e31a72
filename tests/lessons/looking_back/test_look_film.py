"""The story and the film of the lesson on looking back hold what the model computes, in all languages."""

from functools import lru_cache
from typing import cast

import pytest

from downhill.lesson import Payoff
from downhill.lessons.lesson_60_looking_back import film, lesson, story
from downhill.lessons.lesson_60_looking_back.texts import WINDOW as LEAST
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.session.session import Session
from downhill.text.format import fill
from tests.lessons.looking_back.conftest import NAME, spoken
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow, thorough

CASES = [(code, 1) for code in WORLDS]
MORE = [pytest.param(code, seed, marks=thorough) for code in WORLDS for seed in range(2, 11)]


def begun(seed: int = 1) -> Looking:
    trainer = cast(Looking, Session([], [lesson]).trainer(NAME))
    trainer.seed = seed
    trainer.begin()
    return trainer


@lru_cache(maxsize=4)
def trained(code: str, seed: int) -> Looking:
    """A model at the end of its training, in which the film pauses once."""
    trainer, pauses = begun(seed), []
    trainer.choose("eyes", "model")
    while trainer.steps < film.STEPS:
        trainer.step()
        if trainer.pauses_at:
            pauses.append(trainer.pauses_at)
            assert trainer.pauses_at == "stop" or keys(film.fall(trainer.scene()))[0] == "fall"
    assert pauses == ["fall", "stop"]
    return trainer


def keys(payoff: Payoff) -> list[str]:
    """The sentences by their keys; each has all its numbers."""
    for said in payoff.said:
        assert "{" not in fill(lesson.words[said.key], said.numbers)
    return [said.key.removeprefix("film.") for said in payoff.said]


@pytest.mark.parametrize("code", WORLDS)
def test_the_cards_are_the_things_of_the_text_and_the_covered_one_is_right(code: str) -> None:
    with spoken(code):
        trainer = begun()
        cards = film.SHOTS["try"][0].cards
        if code == "en":
            assert list(cards) == [trainer.world.tokens[token] for token in trainer.at_text().cards.values()]
        payoff = film.back(trainer.scene())
        assert payoff.right == cards[list(trainer.at_text().cards.values()).index(trainer.begun()[4])]
        assert keys(payoff) == ["back", "back.note"]
        told = story.back(trainer)
        assert payoff.said[0].numbers["back"] == told["back"]
        if code == "en":
            assert told == {"word": "cat", "place": 4, "back": 15}
            assert trainer.prompt.replace(".", "").split()[-15] == "cat"  # signs are not counted


def test_by_hand_the_right_word_of_one_text_is_the_wrong_one_of_the_next() -> None:
    trainer = begun()
    trainer.choose("eyes", "hand")
    assert not film.FILM.rules["looked"](trainer.scene())
    trainer.move("score1", film.HIGH)
    assert film.FILM.rules["looked"](trainer.scene())
    assert keys(film.by_hand(trainer.scene())) == ["hand-right"]
    assert keys(film.wrong(trainer.scene())) == ["hand-luck", "rule"]
    trainer.choose("text", "swapped")
    payoff = film.wrong(trainer.scene())
    assert keys(payoff) == ["wrong", "wrong.note"]
    assert payoff.said[0].numbers == {"said": "cat", "whose": "Tom"}
    trainer.move("score1", 0)
    trainer.move("score3", film.HIGH)
    assert keys(film.by_hand(trainer.scene())) == ["hand-wrong"]


@slow
@pytest.mark.parametrize("code", WORLDS)
def test_three_words_always_say_the_same_and_it_is_not_the_covered_word(code: str) -> None:
    with spoken(code):
        trainer = begun()
        told = story.always(trainer)
        assert told["same"] == told["stories"] == 800
        assert told["said"] != told["right"] == story.back(trainer)["word"]
        trainer.choose("eyes", "window")
        payoff = film.always(trainer.scene())
        assert keys(payoff) == ["always", "always.note"]
        assert payoff.said[0].numbers["said"] == told["said"] != trainer.scene().answer
        assert code != "en" or told["said"] == "hamster"


@slow
@pytest.mark.parametrize(("code", "seed"), [*CASES, *MORE])
def test_trained_it_is_right_follows_takes_the_wrong_pet_and_makes_one_up(code: str, seed: int) -> None:
    with spoken(code):
        trainer = trained(code, seed).copied()
        weights = trainer.training.weights.copy()
        answers = story.answers(trainer)
        assert (answers["texts"], answers["facts"]) == (100, 6)
        assert min(answers["new"], answers["six"]) >= (100 if seed == 1 else 97)
        trainer.choose("text", "new")
        new = story.telling(trainer)
        assert new["said"] == new["right"]
        assert new["chance"] > 0.8
        assert keys(film.learned(trainer.scene())) == ["answers", "learned"]
        trainer.choose("swap", "1")
        swapped = story.telling(trainer)
        assert swapped["said"] == swapped["right"] != new["said"]
        assert (swapped["whose"], swapped["asked"]) == (new["asked"],) * 2
        assert keys(film.follows(trainer.scene()))[0] == "follows"
        trainer.choose("hide", "right")
        covered = story.telling(trainer)
        assert (covered["right"], covered["share"]) == (swapped["right"], 0)
        key = keys(film.hidden(trainer.scene()))[0]
        assert (key == "luck") == (covered["said"] == covered["right"])
        assert (key == "takes") == (covered["whose"] not in ("", covered["asked"]))
        trainer.choose("text", "long")
        told = story.telling(trainer)
        assert not trainer.looks.hidden
        assert told["said"] == told["right"]
        assert keys(film.six(trainer.scene()))[0] == "still"
        trainer.choose("text", "nobody")
        payoff, made_up = film.nobody(trainer.scene()), story.telling(trainer)
        assert made_up["right"] == ""
        assert made_up["thing"]
        assert made_up["asked"] not in trainer.text_of("nobody").replace("。", ".").rpartition(".")[0]
        assert made_up["chance"] == pytest.approx(float(trainer.at_text().chances.max()))
        assert (keys(payoff)[1] == "made-up.sure.note") == (made_up["chance"] >= film.SURE)
        assert payoff.right == "makes-up"
        if seed == 1:
            assert (key, covered["said"]) == ("takes", new["said"])
            assert made_up["chance"] >= film.SURE
        assert trainer.steps == film.STEPS
        assert (trainer.training.weights == weights).all()


@pytest.mark.parametrize("code", WORLDS)
def test_before_the_fall_it_is_no_better_than_three_words_and_is_fooled(code: str) -> None:
    with spoken(code):
        trainer = begun()
        trainer.choose("eyes", "model")
        assert trainer.standing().held > LEAST
        assert keys(film.fall(trainer.scene()))[0] == "not-yet"
        for text, payoff, wrong in (("new", film.learned, "missed"), ("long", film.six, "lost")):
            trainer.choose("text", text)
            told = trainer.at_text().told()
            assert (wrong in keys(payoff(trainer.scene()))) == (told["said"] != told["right"])
        trainer.choose("text", "nobody")
        assert story.telling(trainer)["chance"] < film.SURE
        assert keys(film.nobody(trainer.scene())) == ["made-up", "made-up.note"]
