"""The studio: which pictures there are, and pixels that land on the right canvas."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from downhill.drawing.dirty_rect import Box
from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.studio.studio import FIRST, Studio, easel, pictures
from tests.support.often import FULLY
from tests.support.player import Player
from tests.support.states import LESSONS

pytestmark = pytest.mark.usefixtures("typefaces")


class NullCanvas:
    """A canvas that remembers what was put on it, and takes over nothing but what is said to have changed."""

    def __init__(self) -> None:
        self.shown: list[np.ndarray] = []

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        assert pixels.shape == (whole.bottom, whole.right, 4)
        fits = self.shown and self.shown[-1].shape == pixels.shape
        now = self.shown[-1].copy() if fits else np.zeros(pixels.shape, dtype=np.uint8)
        for left, top, right, bottom in changed:
            now[top:bottom, left:right] = np.asarray(pixels)[top:bottom, left:right]
        self.shown.append(now)


def furnished(*hung: tuple[str, str]) -> tuple[Player, Studio, dict[tuple[str, str], NullCanvas]]:
    """A session, its studio, and walls before some of its pictures."""
    session = Player(LESSONS)
    studio, walls = Studio(session), {name: NullCanvas() for name in hung}
    for name, wall in walls.items():
        studio.attach_canvas(*name, wall)
    return session, studio, walls


@pytest.mark.parametrize(
    ("lesson", "names"),
    [
        ("valley", ["picture", "overshoot", "trace"]),
        ("line", ["picture", "overshoot", "map", "trace", "curve"]),
        ("next-word", ["picture", "overshoot", "trace", "curve", "slice"]),
    ],
)
def test_a_lesson_has_its_own_picture_and_the_views_that_suit_its_sliders(
    lesson: str, names: list[str]
) -> None:
    found = next(each for each in LESSONS if each.id == lesson)
    assert [picture.name for picture in pictures(found)] == names


def test_a_picture_that_no_lesson_has_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no picture 'map' in lesson 'valley'"):
        furnished()[1].attach_canvas("valley", "map", NullCanvas())


def test_painting_a_lesson_paints_every_canvas_of_it_and_no_other() -> None:
    _, studio, walls = furnished(("line", "picture"), ("line", "trace"), ("valley", "picture"))
    studio.paint("line")
    assert [len(wall.shown) for wall in walls.values()] == [1, 1, 0]


def test_an_easel_without_a_canvas_is_not_painted() -> None:
    _, studio, _ = furnished(("line", "picture"))
    studio.paint("line")
    assert not studio.easels["line", "map"].begun


def test_a_move_changes_what_is_on_the_canvas() -> None:
    session, studio, walls = furnished(("valley", "picture"))
    studio.paint("valley")
    session.move("valley", "x", 2.0)
    studio.paint("valley")
    first, second = walls["valley", "picture"].shown
    assert (first != second).any()


def test_another_size_is_painted_at_once_and_the_same_size_costs_no_new_figure() -> None:
    _, studio, walls = furnished(("valley", "picture"))
    studio.resize("valley", "picture", 400.0, 200.0, 2.0)
    figure = studio.easels["valley", "picture"].figure
    studio.resize("valley", "picture", 400.0, 200.0, 2.0)
    assert [image.shape for image in walls["valley", "picture"].shown] == [(400, 800, 4)] * 2
    studio.resize("valley", "picture", 400.0004, 200.0004, 2.0)  # the crumb of a pixel that the page adds
    assert studio.easels["valley", "picture"].figure is figure


def test_another_theme_is_painted_at_once_on_every_canvas() -> None:
    _, studio, walls = furnished(("valley", "picture"), ("line", "map"))
    studio.set_theme("dark")
    for wall in walls.values():
        assert "#{:02x}{:02x}{:02x}".format(*wall.shown[-1][0, 0, :3]) == COLOURS["dark"]["paper"]


def test_a_picture_keeps_its_words_in_another_theme() -> None:
    _, studio, _ = furnished(("valley", "picture"))
    before = studio.easels["valley", "picture"].look.words
    studio.set_theme("dark")
    assert studio.easels["valley", "picture"].look.words == before


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 3.0])
def test_what_is_said_to_have_changed_is_all_that_has_changed(lesson: Lesson, ratio: float) -> None:
    hung = [(lesson.id, picture.name) for picture in pictures(lesson)]
    session, studio, walls = furnished(*hung)
    for _, picture in hung:
        studio.resize(lesson.id, picture, 360.0, 240.0, ratio)
    dice = random.Random(7)
    for _ in range(60 if FULLY else 30 if ratio == 1 else 10):
        slider = dice.choice(lesson.sliders)
        if dice.random() < 0.6:
            session.move(lesson.id, slider.name, dice.uniform(slider.low, slider.high))
        else:
            session.step(lesson.id, dice.choice((1, 3)))
        studio.paint(lesson.id)
        studio.paint_slow()
        for name, wall in walls.items():
            assert np.array_equal(wall.shown[-1], studio.easels[name].canvas.buffer_rgba()), name
        wall.shown[:-1] = []


def test_a_small_move_changes_a_small_part_of_the_picture() -> None:
    session, studio, _ = furnished(("valley", "picture"))
    studio.paint("valley")
    session.move("valley", "x", session.state("valley").values[0] + 0.05)
    studio.paint("valley")
    easel_ = studio.easels["valley", "picture"]
    assert 0 < sum(box.area for box in easel_.changed) < easel_.whole.area / 3


def test_the_first_picture_comes_before_the_others_which_are_owed() -> None:
    session, studio, walls = furnished(("line", "picture"), ("line", "map"), ("line", "trace"))
    for slope in (50.0, 60.0, 70.0):
        session.move("line", "m", slope)
        studio.paint("line", FIRST)
    assert [len(wall.shown) for wall in walls.values()] == [3, 0, 0]
    studio.paint_pending()
    studio.paint_pending()
    assert [len(wall.shown) for wall in walls.values()] == [3, 1, 1]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_pictures_usual_size_is_its_easels(lesson: Lesson) -> None:
    for picture in pictures(lesson):
        made = easel(lesson, picture, "light", ratio=2)
        assert (made.width, made.height, made.ratio) == (picture.width, picture.height, 2)
