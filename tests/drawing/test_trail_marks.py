"""The marks of hand and machine in the lessons' own pictures, looked at pixel by pixel."""

import numpy as np
import pytest

from downhill.drawing.easel import Easel
from downhill.drawing.note import Note
from downhill.drawing.themes import look
from downhill.drawing.trail_marks import TrailMarks
from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tests.support.states import LESSONS

pytestmark = pytest.mark.usefixtures("typefaces")
INK = look("light", {})
OWN = [lesson for lesson in LESSONS if lesson.id != "choose-word"]
each_lesson = pytest.mark.parametrize("lesson", OWN, ids=lambda lesson: lesson.id)


def own(lesson: Lesson) -> Easel:
    return easel(lesson, next(pictures(lesson)), "light")


def near(pixels: np.ndarray, colour: str) -> int:
    """How many pixels have about that colour."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((np.abs(pixels[:, :, :3].astype(int) - wanted).max(axis=2) < 12).sum())


def painted(stand: Easel, state: LessonState) -> np.ndarray:
    return np.array(stand.paint(state.scene()))


@each_lesson
def test_every_step_of_the_machine_leaves_a_mark_in_its_colour(lesson: Lesson) -> None:
    state, stand, blue = LessonState(lesson), own(lesson), INK.machine
    state.set_rate(state.variant.presets.good / 4)
    marked = []
    for _ in range(6):
        assert state.step()
        marked.append(near(painted(stand, state), blue))
    assert marked[-1] > marked[0] + 40


@each_lesson
def test_moves_of_the_hand_leave_marks_in_another_colour_and_they_stay_when_the_machine_walks(
    lesson: Lesson,
) -> None:
    state, stand, orange = LessonState(lesson), own(lesson), INK.hand
    slider = lesson.sliders[0]
    before = near(painted(stand, state), orange)
    for share in (0.2, 0.35, 0.5, 0.65):
        state.move(slider.name, slider.low + share * slider.span)
        state.settle()
    state.from_start()
    painted(stand, state)
    state.step()
    alone = LessonState(lesson)
    alone.step()
    assert near(painted(stand, state), orange) > near(painted(own(lesson), alone), orange) + 40
    assert before >= 0


@each_lesson
def test_a_drag_draws_its_marks_once(lesson: Lesson) -> None:
    """All that is added by one more move is one piece, however long the trail is."""
    state, stand, slider = LessonState(lesson), own(lesson), lesson.sliders[0]
    for index in range(15):
        state.move(slider.name, slider.low + (index + 1) * slider.span / 20)
        painted(stand, state)
    (marks,) = [stroke for stroke in stand.lasting if isinstance(stroke, TrailMarks)]
    assert len(marks.pieces) == 1
    assert not marks.anew


def test_a_leap_over_the_valley_is_drawn_across_it() -> None:
    state, stand = LessonState(LESSONS[0]), own(LESSONS[0])
    state.place((-3.0,))
    state.set_rate(6.5)  # from -3 to 5.8 and, held, back: over the bottom at 1.5
    painted(stand, state)
    state.step()
    chord = painted(stand, state)
    (x0, y0), (x1, y1) = stand.seen([(-3.0, 3.64), (5.775, 3.34)])
    middle = chord[round((y0 + y1) / 2) - 3 : round((y0 + y1) / 2) + 4, round((x0 + x1) / 2)]
    blue = np.array([0x0A, 0x66, 0xB2])
    assert np.abs(middle[:, :3].astype(int) - blue).max(axis=1).min() < 60


def test_a_note_stands_inside_the_axes_wherever_its_place_is() -> None:
    state, stand = LessonState(LESSONS[0]), own(LESSONS[0])
    for rate in (9.0, 10.0):
        state.restart()
        state.set_rate(rate)
        for _ in range(3):
            state.step()
            painted(stand, state)
            box = next(note for note in stand.moving if isinstance(note, Note)).covered
            if box is not None:
                axes = stand.figure.axes[0].bbox
                assert axes.x0 - 6 <= box.left < box.right <= axes.x1 + 6
