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


def test_every_height_slope_and_text_is_what_the_lesson_measures_there(
    screen: FirstScreen, state: LessonState
) -> None:
    found: dict[str, Any] = json.loads(screen.json)
    assert len(found["heights"]) == 201
    for index, shown in enumerate(found["shown"]):
        state.move("x", found["low"] + index * found["step"])
        now = state.scene().now
        assert found["values"][index] == number(now.x, 2)
        assert found["heights"][index] == pytest.approx(now.loss, abs=1e-4)
        assert found["slopes"][index] == pytest.approx(now.slope, abs=1e-4)
        assert shown == number(now.loss, 2)


@pytest.mark.parametrize("width", [200, 260, 320, 366, 700, 1000])
def test_the_axis_has_the_numbers_that_matplotlib_gives_it(
    screen: FirstScreen, state: LessonState, width: int
) -> None:
    (picture,) = (each for each in pictures(LESSON) if each.name == OWN)
    drawn = easel(state.lesson, picture._replace(width=float(width)), "light")
    drawn.paint(state.scene())
    (axes,) = drawn.figure.axes
    found = json.loads(screen.json)
    assert (axes.get_xlim(), axes.get_ylim()) == (tuple(found["across"]), tuple(found["up"]))
    fit = min(max(int(axes.bbox.width // found["room"]), 1), len(found["ticks"]))
    low, high = axes.get_xlim()
    seen = [
        (place, text.get_text())
        for place, text in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
        if low <= place <= high
    ]
    assert [(place, text) for place, text in found["ticks"][fit - 1]] == seen


def test_one_sees_as_far_and_steps_as_far_as_in_the_lesson(screen: FirstScreen, state: LessonState) -> None:
    found = json.loads(screen.json)
    state.move("x", -3.0)
    scene = state.scene()
    assert scene.ahead
    assert scene.ahead.x == pytest.approx(-3.0 - found["rate"] * scene.now.slope)
    assert found["sight"] == 0.6
