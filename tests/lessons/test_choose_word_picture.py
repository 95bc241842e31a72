"""The picture of what may come next, at any size: what is written in it stands apart, and is seen."""

from typing import Any

import numpy as np
import pytest

from downhill.drawing.easel import MARGINS, Easel
from downhill.drawing.strokes import Bars
from downhill.drawing.themes import COLOURS
from downhill.lesson.look import mixed
from downhill.lessons.lesson_40_choose_word import lesson
from downhill.lessons.lesson_40_choose_word.bars_picture import LOW, PALE
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tests.drawing.test_themes import contrast

pytestmark = pytest.mark.usefixtures("typefaces")
SIZES = [(600.0, 280.0), (560.0, 180.0), (350.0, 200.0), (350.0, 110.0), (246.0, 120.0)]


def stand_of(width: float, height: float, theme: str = "light") -> Easel:
    picture = next(each for each in pictures(lesson) if each.name == "picture")
    return easel(lesson, picture._replace(width=width, height=height), theme)


def written(axes: Any) -> list[Any]:
    """The boxes of all words and numbers that are seen."""
    low, high = axes.get_xlim()
    numbers = [label for label in axes.get_xticklabels() if low <= label.get_position()[0] <= high]
    texts = [*axes.texts, *axes.get_yticklabels(), *numbers, axes.xaxis.label]
    return [text.get_window_extent().padded(-2.5) for text in texts if text.get_text() and text.get_visible()]


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_is_written_stands_apart_at_any_size(width: float, height: float, theme: str) -> None:
    stand, state = stand_of(width, height, theme), LessonState(lesson)
    for sentence in ("", "cat", "cat and it"):
        state.enter("sentence", sentence)
        stand.paint(state.scene())
        boxes = written(stand.figure.axes[0])
        for i, box in enumerate(boxes):
            assert box.x0 >= 0
            assert not any(box.overlaps(other) for other in boxes[:i])


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_marks_and_bars_of_a_row_stay_in_it_at_any_size(width: float, height: float) -> None:
    stand, state = stand_of(width, height), LessonState(lesson)
    stand.paint(state.scene())
    axes = stand.figure.axes[0]
    bars = [artist for artist in axes.get_children() if isinstance(artist, Bars)]
    assert len(bars) == 3
    row = float(np.diff([up for _, up in stand.seen([(0, 1), (0, 0)])])[0])
    assert all(each.width <= 0.6 * row for each in bars)
    drawn = [each for each in bars if not each.empty]
    (marks,) = [each for each in drawn if np.ptp(each.path.vertices[:2, 1]) > 0]
    assert np.ptp(marks.path.vertices[:2, 1]) <= 0.7 + 1e-9


@pytest.mark.parametrize("theme", COLOURS)
def test_bars_of_draws_are_paler_and_thinner_than_those_of_chances_and_still_seen(theme: str) -> None:
    inks = {name: str(COLOURS[theme][name]) for name in ("paper", "text", "ground")}
    pale = mixed(inks["paper"], inks["text"], PALE)
    assert 3 <= contrast(pale, inks["paper"]) < contrast(inks["ground"], inks["paper"])
    state, stand = LessonState(lesson), stand_of(600.0, 280.0, theme)
    state.enter("drawn", "1")
    pixels = np.array(stand.paint(state.scene()))
    assert (pixels[:, :, :3] == [int(pale[i : i + 2], 16) for i in (1, 3, 5)]).all(axis=2).sum() > 300


def test_a_low_picture_has_no_words_on_its_marks() -> None:
    least = LOW + MARGINS["bottom"]
    for height in (least, least - 1):
        stand = stand_of(600.0, height)
        stand.paint(LessonState(lesson).scene())
        texts = [text.get_text() for text in stand.figure.axes[0].texts]
        assert any("people" in text for text in texts) == (height >= least)
