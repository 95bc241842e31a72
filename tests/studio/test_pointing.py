"""From a point in a picture to the sliders' values: where a click on it puts them."""

from itertools import product

import numpy as np
import pytest

from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import Picture, easel, pictures
from downhill.studio.studio import Studio
from tests.lesson.test_lesson import tiny
from tests.support.often import thorough
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, Variant, corners

pytestmark = pytest.mark.usefixtures("typefaces")
POINTED = [
    pytest.param(lesson, picture, id=f"{lesson.id}-{picture.name}")
    for lesson in LESSONS
    for picture in pictures(lesson)
    if picture.sliders
]
THEMES, SIZES, RATIOS = ("light", "dark"), ((288, 208), (352, 300), (720.4, 400.2)), (1, 1.25, 3)
TOGETHER = [("light", 288, 208, 3), ("dark", 352, 300, 1), ("light", 720.4, 400.2, 1.25)]
"""Each theme, each size and each ratio; thorough runs try all of them together."""
MAPS = [  # in hopeless ones descent never ends
    each for each in VARIANTS if len(each.lesson.sliders) == 2 and not each.state().variant.rates.hopeless
]


@pytest.mark.parametrize(("lesson", "picture"), POINTED)
@pytest.mark.parametrize(
    ("theme", "width", "height", "ratio"),
    [
        each if each in TOGETHER else pytest.param(*each, marks=thorough)
        for each in ((theme, *size, ratio) for theme, size, ratio in product(THEMES, SIZES, RATIOS))
    ],
)
def test_a_point_in_a_picture_finds_the_values_that_are_drawn_there(
    lesson: Lesson, picture: Picture, theme: str, width: float, height: float, ratio: float
) -> None:
    stand = easel(lesson, picture._replace(width=width, height=height), theme, ratio)
    stand.paint(LessonState(lesson).scene())
    (axes,) = stand.figure.axes
    named = [lesson.slider(name) for name in picture.sliders]
    for share in np.linspace(0, 1, 9):
        values = [slider.low + share * slider.span for slider in named]
        height_there = np.mean(axes.get_ylim())
        drawn = axes.transData.transform((values[0], values[1] if len(named) == 2 else height_there))
        across, up = drawn[0] / ratio, (stand.whole.bottom - drawn[1]) / ratio
        place = stand.place(across, up)
        assert place is not None
        pixel = np.abs(
            axes.transData.inverted().transform((1, 1)) - axes.transData.inverted().transform((0, 0))
        )
        for found, value, one in zip(place[: len(named)], values, pixel, strict=False):
            assert abs(found - value) < one


def test_there_is_nothing_to_point_at_off_the_axes_and_before_a_picture_is_drawn() -> None:
    picture = next(each for each in pictures(LESSONS[1]) if each.name == "map")
    stand = easel(LESSONS[1], picture, "light")
    assert stand.place(200, 100) is None
    stand.paint(LessonState(LESSONS[1]).scene())
    assert stand.place(200, 100) is not None
    assert stand.place(10, 100) is None
    assert stand.place(200, 299) is None


@pytest.mark.parametrize(
    ("lesson", "picture", "place", "values"),
    [
        ("valley", "picture", (720 / 2, 200), [0.0]),
        (
            "line",
            "map",
            (352 - 14 + 5, 14 - 5),
            [slider.high for slider in LESSONS[1].sliders],
        ),  # beyond the edge
        ("line", "picture", (300, 200), None),
    ],
)
def test_a_click_moves_the_sliders_that_are_the_axes_of_a_picture(
    lesson: str, picture: str, place: tuple[float, float], values: list[float] | None
) -> None:
    session = Player(LESSONS)
    before, studio = session.look(lesson), Studio(session)
    studio.prerender()
    studio.point(lesson, picture, *place)
    view = session.view(lesson)
    assert view.hand_moves == (values is not None)
    assert [row.value for row in view.rows.values()] == values or (values is None and view == before)


def test_an_axis_that_is_no_slider_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="'q'"):
        tiny(axes=("q",))


@pytest.mark.parametrize("variant", MAPS, ids=lambda variant: variant.name)
def test_descent_ends_on_the_darkest_ground_of_the_map(variant: Variant) -> None:
    state = variant.state()
    while not state.finished and state.step():
        pass
    best = state.trail.values[state.trail.losses.argmin()]
    stand = easel(variant.lesson, next(p for p in pictures(variant.plain) if p.name == "map"), "light")
    stand.paint(state.scene())
    (axes,) = stand.figure.axes
    darkest = axes.collections[0].get_paths()[0]
    assert darkest.contains_points([best]).all()
    losses = {place: variant.lesson.measure_at(place).loss for place in corners(variant.lesson)}
    high = [place for place, loss in losses.items() if loss > max(losses.values()) / 2]
    assert not darkest.contains_points(high).any()
