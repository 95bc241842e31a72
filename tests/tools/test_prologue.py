"""The recording of the first screen: what it tells is what lesson five's model does, in every language."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from downhill.lessons import all_models, every_lesson
from downhill.text.format import number
from downhill.text.language import speaking
from downhill.training.landmarks import is_right
from downhill.training.trainer import trainer_of
from tests.support.often import slow
from tools.languages.language import Language, all_languages
from tools.pages import first_screen
from tools.pages.first_screen import LAST, LEVELS, SIGNS

MODEL = all_models()[0]


@pytest.fixture(params=all_languages(), ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    spoken: Language = request.param
    with speaking(spoken.catalogue, every_lesson()):
        yield spoken


def recorded() -> tuple[first_screen.Prologue, dict[str, Any]]:
    made = first_screen.prologue(MODEL)
    return made, json.loads(made.json)


@slow
def test_the_model_is_that_of_lesson_five_and_its_numbers_are_told(language: Language) -> None:
    made, told = recorded()
    trainer = trainer_of(MODEL)
    assert told["weights"] == len(trainer.training.weights)
    assert number(told["weights"], 0) in made.says[0]
    assert number(told["sentences"], 0) in made.says[1]
    _, held = MODEL.text().sentences, MODEL.text().held_out
    assert (held.after == MODEL.text().end).sum() <= MODEL.text().sentences - told["sentences"]
    first = np.array([divmod(SIGNS.index(sign), LEVELS) for sign in told["walls"][0]]).ravel()
    signs = np.sign(trainer.training.weights)
    assert (np.sign(first[: len(signs)] - 2.0) * signs >= 0).all()


def test_what_it_writes_at_last_is_what_that_many_steps_lead_to(language: Language) -> None:
    _, told = recorded()
    trainer = trainer_of(MODEL)
    trainer.set_rate(first_screen.RATE)
    frames, begun = dict(told["frames"]), trainer.begun()
    for step in range(1, 121):
        trainer.training.step(first_screen.RATE)
        if step in frames:
            assert frames[step] == first_screen.said(trainer.training.text, trainer.training.write(begun))
    steps = [step for step, _ in told["frames"]]
    assert steps == sorted({*steps})
    assert steps[-1] <= told["last"] == LAST


def test_it_begins_with_rubbish_and_ends_with_a_sentence(language: Language) -> None:
    _, told = recorded()
    text = MODEL.text()
    sentence = told["frames"][-1][1]
    assert sentence.startswith(told["begun"])
    assert told["noise"].startswith(told["begun"])
    begun = len(text.tokens_in(told["begun"]))
    numbers, noise = (
        [number for token in text.tokens_in(said) if (number := text.number(token)) is not None]
        for said in (sentence, told["noise"])
    )
    assert is_right(text, numbers, begun)
    assert not is_right(text, noise, begun)
