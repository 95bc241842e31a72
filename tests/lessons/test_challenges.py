"""What the challenges of every lesson must keep."""

from collections.abc import Iterator
from typing import Any

import pytest

from downhill.lesson import Lesson
from downhill.lesson.challenge import DONE, OPEN, PARTS, LargestRate
from downhill.lessons import every_lesson
from downhill.lessons.lesson_60_looking_back.challenges import TRAINED
from downhill.play.attempt import begin, numbers
from downhill.play.lesson_state import LessonState
from downhill.session.kinds import texts_of
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson, is_model
from tests.support.often import a_few, slow
from tests.support.player import Player
from tests.support.states import LESSONS
from tools.languages.language import Language, all_languages

EVERY = [(lesson, challenge.id) for lesson in every_lesson() for challenge in lesson.challenges]
each_language = pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)


each_challenge = pytest.mark.parametrize(
    ("lesson", "name"), EVERY, ids=[f"{lesson.id}-{name}" for lesson, name in EVERY]
)


def alone(lesson: Lesson | ModelLesson) -> Player:
    """A session with that lesson alone."""
    return Player((), [lesson]) if is_model(lesson) else Player([lesson])


def solved(session: Player, lesson: Lesson | ModelLesson, name: str) -> list[str]:
    """Play the solution; returns the states on the way."""
    solution = lesson.challenge(name).solution
    played = [session.ask(verb, lesson.id, *arguments) for verb, *arguments in solution]
    return [view.challenge["state"] for view in played]


@pytest.mark.parametrize("lesson", every_lesson(), ids=lambda lesson: lesson.id)
def test_a_lesson_of_the_essay_has_three_challenges_or_more(lesson: Lesson | ModelLesson) -> None:
    assert len(lesson.challenges) >= 3


@slow
@a_few(30)
@each_language
@each_challenge
def test_it_is_open_where_it_begins_and_its_solution_solves_it_and_never_loses_it_on_the_way(
    lesson: Lesson | ModelLesson, name: str, language: Language
) -> None:
    with speaking(language.catalogue, every_lesson()):
        session = alone(lesson)
        assert session.challenge(lesson.id, name).challenge["state"] == OPEN
        assert session.settle(lesson.id).challenge["state"] == OPEN
        states = solved(session, lesson, name)
    assert states[-1] == DONE
    assert "lost" not in states
    assert states[0] == OPEN or len(states) == 1


@each_language
@each_challenge
def test_its_words_are_whole_and_no_hint_says_what_another_said(
    lesson: Lesson | ModelLesson, name: str, language: Language
) -> None:
    with speaking(language.catalogue, every_lesson()):
        texts = texts_of(lesson, lesson.challenge(name))
        shown = alone(lesson).challenge(lesson.id, name).challenge
    assert tuple(texts) == PARTS
    assert len(set(texts.values())) == len(PARTS), texts
    for text in texts.values():
        assert text.strip() == text != ""
        assert "{" not in text
        assert "–" not in text, text  # what is not finite is shown as a dash
    assert shown["hints"] == [texts[part] for part in ("hint1", "hint2", "answer")]


def first_slider(lesson: Lesson | ModelLesson) -> tuple[str, float, float]:
    """A slider that a hand may move, and two places on it."""
    if is_model(lesson):
        return ("weight" if lesson.corpus else "sharp"), 0.5, 1.0
    slider = lesson.sliders[0]
    return slider.name, slider.low + slider.step, slider.low + 2 * slider.step


def before(lesson: Lesson | ModelLesson) -> Iterator[tuple[Any, ...]]:
    """What may have gone before a challenge."""
    if is_model(lesson):
        yield from (("reseed",), ("set_rate", 2.0), ("step", 20))
        yield "move", first_slider(lesson)[0], 1.0
    else:
        yield from (("choose", choice.name, choice.options[-1]) for choice in lesson.choices)
        yield from (("move", slider.name, slider.high) for slider in lesson.sliders)
        yield "step", 3


@slow
@each_challenge
def test_it_can_be_solved_after_anything_that_went_before(lesson: Lesson | ModelLesson, name: str) -> None:
    session = alone(lesson)
    for verb, *arguments in before(lesson):
        session.ask(verb, lesson.id, *arguments)
    session.challenge(lesson.id, name)
    assert solved(session, lesson, name)[-1] == DONE


@slow
@each_challenge
def test_doing_nothing_useful_loses_it_in_the_end(lesson: Lesson | ModelLesson, name: str) -> None:
    session, check = alone(lesson), lesson.challenge(name).check
    slider, *places = first_slider(lesson)
    view = session.challenge(lesson.id, name)
    if name in TRAINED:
        view = session.step(lesson.id, TRAINED[name])
    for count in range(check.most):
        assert view.challenge["state"] == OPEN, count
        if check.counts == "moves":
            session.move(lesson.id, slider, places[count % 2])
            view = session.settle(lesson.id)
        elif check.counts == "guesses":
            view = session.guess(lesson.id, 5.0)
        else:
            session.set_rate(lesson.id, 0.0)
            view = session.step(lesson.id)
            if isinstance(check, LargestRate):
                break
    assert view.challenge["state"] == "lost"
    assert view.challenge["said"].endswith(".")


@pytest.mark.parametrize(("lesson", "name"), [each for each in EVERY if each[0] in LESSONS])
def test_the_numbers_for_a_sheet_with_answers_are_the_models(lesson: Lesson, name: str) -> None:
    state, challenge = LessonState(lesson), lesson.challenge(name)
    begin(state, challenge)
    told = numbers(state, challenge)
    assert state.step()
    for slider, value in zip(state.lesson.sliders, state.values, strict=True):
        assert told[f"{slider.name}_landing"] == value
        assert told[slider.name] == challenge.start.get(slider.name, slider.start)
    assert told["rate"] == state.rate
    assert told["curvature"] == pytest.approx(2 / told["limit"])
