"""The picture of the four scores: what lies on its bars is seen, and its words say what is true."""

from typing import Any

import numpy as np
import pytest

from downhill.drawing.easel import Easel
from downhill.drawing.names import Names, width_of
from downhill.drawing.themes import COLOURS
from downhill.lessons.lesson_30_next_word import lesson
from downhill.lessons.lesson_30_next_word.picture import ROWS, SPOKEN, worse
from downhill.lessons.lesson_30_next_word.places import in_two
from downhill.lessons.lesson_30_next_word.prompts import TARGETS
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tests.drawing.test_themes import contrast
from tests.support.states import states

pytestmark = pytest.mark.usefixtures("typefaces")
SIZES = [(600.0, 280.0), (440.0, 150.0), (350.0, 200.0), (350.0, 110.0), (246.0, 120.0)]


def stand_of(width: float, height: float, theme: str = "light") -> Easel:
    picture = next(each for each in pictures(lesson) if each.name == "picture")
    return easel(lesson, picture._replace(width=width, height=height), theme)


def colour(pixel: np.ndarray) -> str:
    return "#" + bytes(pixel[:3].tolist()).hex()


def along(stand: Easel, pixels: np.ndarray, x: float, row: int) -> list[str]:
    """The colours from the middle of a row upwards, over a place of the axis."""
    ((left, top),) = stand.seen([(x, float(ROWS[row]))])
    return [colour(pixels[round(top) - up, round(left)]) for up in range(10)]


def told(stand: Easel) -> Names:
    (names,) = (each for each in stand.figure.axes[0].get_children() if isinstance(each, Names))
    return names


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("ink", ["machine", "error"])
def test_arrows_and_errors_on_a_bar_have_a_contrast_of_3_to_what_is_beside_them(theme: str, ink: str) -> None:
    state = LessonState(lesson)
    state.place((2.0, 2.0, 2.0, 2.0))  # all bars reach beyond their targets
    stand = stand_of(720.0, 300.0, theme)
    pixels = np.array(stand.paint(state.scene()))
    end, ahead = state.now.says.flat[1], state.scene().ahead.says.flat[1]
    assert 0.2 < ahead < end - 0.2
    x = (end + ahead) / 2 if ink == "machine" else ahead / 2
    seen = along(stand, pixels, x, 1)
    inks = {name: str(COLOURS[theme][name]) for name in (ink, "paper", "ground")}
    assert seen[0] == inks[ink]
    assert seen.index(inks["paper"]) < seen.index(inks["ground"])
    assert contrast(inks[ink], inks["paper"]) >= 3
    assert contrast(inks["paper"], inks["ground"]) >= 3


@pytest.mark.parametrize("output", ["scores", "probabilities"])
def test_a_bar_that_a_step_takes_off_its_target_is_found_wherever_the_error_falls(output: str) -> None:
    found = 0
    for one, other in zip(states(lesson, 300), states(lesson, 300, seed=2), strict=True):
        now, ahead = map(lesson.chosen({"output": output}).measure_at, (one, other))
        away = {
            2 * i + j
            for i in range(2)
            for j in range(2)
            if abs(ahead.says[i, j] - TARGETS[i, j]) > abs(now.says[i, j] - TARGETS[i, j])
        }
        assert set(worse(now, ahead)) == (away if ahead.loss < now.loss else set())
        found += bool(worse(now, ahead))
    assert found > 50
    assert worse(now, None) == []


def covers(stand: Easel, scene: Any, at: np.ndarray) -> bool:
    """Whether words from there on lie over a bar's end, target, arrow or 0, or leave the picture."""
    row = int(np.abs(ROWS - at[1]).argmin())
    marks = [
        float(value)
        for value in (0.0, TARGETS.flat[row], scene.now.says.flat[row], scene.ahead.says.flat[row])
    ]
    ends = [left for left, _ in stand.seen([(mark, 0.0) for mark in marks])]
    ((left, _),) = stand.seen([at.tolist()])
    right = left + 7 + width_of(lesson.words["mark.away"])
    free = left + 7 >= max(ends) or right <= min(ends)
    return not (free and right <= stand.width)


@pytest.mark.parametrize("output", ["scores", "probabilities"])
@pytest.mark.parametrize("width", [720.0, 460.0])
def test_worse_here_better_in_all_is_said_of_such_an_arrow_alone_and_over_no_other_mark(
    width: float, output: str
) -> None:
    state, stand, said = LessonState(lesson), stand_of(width, 300.0), 0
    state.choose("output", output)
    for place in states(lesson, 60):
        state.place(place)
        scene = state.scene()
        stand.paint(scene)
        names = told(stand)
        assert len(names.words) <= 1
        if names.words:
            said += 1
            assert names.words == (lesson.words["mark.away"],)
            row = int(np.abs(ROWS - names.points[0, 1]).argmin())
            assert row in worse(scene.now, scene.ahead)
            assert not covers(stand, scene, names.points[0])
    assert said > 5


def test_it_is_said_where_the_lesson_begins_and_not_in_a_narrow_picture() -> None:
    state = LessonState(lesson)
    for width in (600.0, SPOKEN - 1):
        stand = stand_of(width, 300.0)
        stand.paint(state.scene())
        assert bool(told(stand).words) == (width >= SPOKEN)


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_names_in_the_picture_stand_apart_at_any_size(width: float, height: float, theme: str) -> None:
    stand = stand_of(width, height, theme)
    stand.paint(LessonState(lesson).scene())
    axes = stand.figure.axes[0]
    low, high = axes.get_xlim()
    numbers = [label for label in axes.get_xticklabels() if low <= label.get_position()[0] <= high]
    boxes = [
        text.get_window_extent().padded(-2.5)
        for text in [*axes.texts, *axes.get_yticklabels(), *numbers, axes.xaxis.label]
        if text.get_text()
    ]
    for i, box in enumerate(boxes):
        assert box.x0 >= 0
        assert box.x1 <= stand.whole.right
        assert not any(box.overlaps(other) for other in boxes[:i])


def test_a_prompt_is_parted_at_the_gap_nearest_its_middle() -> None:
    assert in_two("I pet the") == "I pet\nthe"
    assert in_two("word") == "word"
