"""What the page knows before Python is there: the first lesson's hill, and what lesson five's model does."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from downhill.drawing.style import load_fonts
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import OWN, easel, pictures
from downhill.text.format import number
from downhill.text.language import speaking
from downhill.training.landmarks import is_right
from downhill.training.trainer import trainer_of
from tests.support.often import slow
from tools.languages.language import Language, all_languages
from tools.pages.first_screen import (
    LAST,
    LEVELS,
    RATE,
    SIGNS,
    FirstScreen,
    Prologue,
    first_screen,
    prologue,
    said,
)

LESSON = next(iter(all_lessons()))


@pytest.fixture(scope="module")
def screen(typefaces: Path) -> FirstScreen:
    """The first lesson's."""
    load_fonts(typefaces)
    found = first_screen(LESSON)
    assert found
    return found


@pytest.fixture(scope="module")
def state() -> LessonState:
    """The first lesson where its story begins."""
    state = LessonState(LESSON)
    for name, option in LESSON.beat_choices["try"].items():
        state.choose(name, option)
    return state


def test_only_a_lesson_whose_story_begins_in_fog_has_one() -> None:
    assert [lesson.id for lesson in all_lessons() if first_screen(lesson)] == [LESSON.id]


def test_every_height_and_text_is_what_the_lesson_measures_there(
    screen: FirstScreen, state: LessonState
) -> None:
    found: dict[str, Any] = json.loads(screen.json)
    assert len(found["heights"]) == 201
    for index, shown in enumerate(found["shown"]):
        state.move("x", found["low"] + index * found["step"])
        now = state.scene().now
        assert found["values"][index] == number(now.x, 2)
        assert found["heights"][index] == pytest.approx(now.loss, abs=1e-4)
        assert shown == number(now.loss, 2)


def test_the_hill_is_drawn_where_matplotlib_draws_it(screen: FirstScreen, state: LessonState) -> None:
    (picture,) = (each for each in pictures(LESSON) if each.name == OWN)
    drawn = easel(state.lesson, picture, "light")
    drawn.paint(state.scene())
    (axes,) = drawn.figure.axes
    found = json.loads(screen.json)
    assert (axes.get_xlim(), axes.get_ylim()) == (tuple(found["across"]), tuple(found["up"]))
    assert axes.bbox.bounds == drawn.figure.bbox.bounds


MODEL = all_models()[0]


@pytest.fixture(params=all_languages(), ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    spoken: Language = request.param
    with speaking(spoken.catalogue, every_lesson()):
        yield spoken


def recorded() -> tuple[Prologue, dict[str, Any]]:
    made = prologue(MODEL)
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
    trainer.set_rate(RATE)
    frames, begun = dict(told["frames"]), trainer.begun()
    for step in range(1, 121):
        trainer.training.step(RATE)
        if step in frames:
            assert frames[step] == said(trainer.training.text, trainer.training.write(begun))
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
