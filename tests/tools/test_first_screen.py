"""What the page knows of the first lesson's hill before Python is there."""

import json
from pathlib import Path
from typing import Any

import pytest

from downhill.drawing.style import load_fonts
from downhill.lessons import all_lessons
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import OWN, easel, pictures
from downhill.text.format import number
from tools.pages.first_screen import FirstScreen, first_screen

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
