"""The pictures that every lesson gets: the map of its loss, and its loss move by move."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from downhill.drawing import axis_numbers
from downhill.drawing.themes import look
from downhill.lesson import Choice, Slider
from downhill.lessons import all_lessons
from downhill.lessons.lesson_10_valley import hill_picture
from downhill.pictures import map as map_view
from downhill.pictures import trace as trace_view
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from downhill.text.format import PAGE
from downhill.text.language import speaking
from tests.lesson.test_lesson import WORDS, Square, tiny
from tests.support.often import slow
from tests.support.states import LESSONS
from tools.languages.language import all_languages

LINE = LESSONS[1]
EVERY_WORD = {
    "axis.y": "y",
    **PAGE,
    **{key: text for lesson in LESSONS for key, text in lesson.words.items()},
}


def drawn(draw: Any) -> tuple[Figure, Any]:
    """The figure of a picture, and what shows a scene on it."""
    figure = Figure(figsize=(4, 3), dpi=72)
    FigureCanvasAgg(figure)
    return figure, draw(figure, look("light", EVERY_WORD))


def two_sliders(**changes: Any) -> Any:
    """A lesson of two sliders: the distance from a place, in one variant squared."""
    words = {
        **WORDS,
        **dict.fromkeys("slider.y choice.kind choice.kind.a choice.kind.b axis.x axis.y".split(), "word"),
    }
    parts: dict[str, Any] = {
        "words": words,
        "sliders": (Slider("x", -1, 1, 1, 0.1), Slider("y", -2, 2, 2, 0.1)),
        "choices": (Choice("kind", ("a", "b")),),
        "measure": lambda x, y, kind: Square(x * x + y * y if kind == "a" else abs(x) + abs(y), x),
    }
    return tiny(**parts | changes)


def test_level_ground_has_no_contours() -> None:
    level = two_sliders(measure=lambda x, y, kind: Square(0.0, x))
    figure, show = drawn(map_view.loss_map(level))
    assert show(LessonState(level).scene())
    assert len(figure.axes[0].collections) == 0


def test_the_map_is_drawn_anew_for_another_choice_and_only_then() -> None:
    state, (figure, show) = LessonState(LINE), drawn(map_view.loss_map(LINE))
    assert show(state.scene())
    held = len(figure.axes[0].collections)
    state.move("m", 100.0)
    assert not show(state.scene())
    state.choose("error", "squared")
    assert show(state.scene())
    assert not show(state.scene())
    assert len(figure.axes[0].collections) == held


@slow
def test_the_loss_of_the_map_is_measured_once_for_each_variant() -> None:
    calls = []

    def measure(x: float, y: float, kind: str) -> Square:
        calls.append(kind)
        return Square(x * x + y * y, x)

    lesson = two_sliders(measure=measure)
    calls.clear()  # it was measured when it was made
    draw = map_view.loss_map(lesson)
    state = LessonState(two_sliders())
    for option in ("a", "b", "a", "b"):
        state.choose("kind", option)
        for _ in range(2):
            drawn(draw)[1](state.scene())
    assert len(calls) == 2 * map_view.FINENESS**2


def test_a_lower_place_lies_on_a_darker_contour() -> None:
    figure, show = drawn(map_view.loss_map(LINE))
    show(LessonState(LINE).scene())
    filled = figure.axes[0].collections[0]
    levels = filled.levels  # type: ignore[attr-defined]
    assert (np.diff(levels) > 0).all()
    assert (np.diff(np.diff(levels)) > 0).all()  # closer together near the bottom
    assert len(levels) == len(look("light", {}).contours) + 1


@pytest.mark.parametrize("losses", [[-3.0, -1.0], [2.0, -0.5], [-1e6, 4.0], [0.0, -1e-3]])
def test_the_trace_has_room_below_nothing_where_a_loss_is_negative(losses: list[float]) -> None:
    for wanted in (None, (0.0, 8.0)):
        bottom, top = trace_view._ends(np.array(losses), wanted)
        assert bottom < min(losses) < max(*losses, 0.0) < top
    assert axis_numbers.mark(-2e6) == "\N{MINUS SIGN}2M"


def test_the_trace_has_the_ends_of_the_curve_beside_it_below_which_that_has_room_for_its_slider() -> None:
    state = LessonState(LESSONS[0])
    heights = {}
    for name in ("picture", "trace"):
        (picture,) = (each for each in pictures(state.plain) if each.name == name)
        drawn = easel(state.lesson, picture, "light")
        drawn.paint(state.scene())
        (axes,) = drawn.figure.axes
        heights[name] = axes.get_ylim()
    low, high = heights["trace"]
    assert (low, high) == state.lesson.loss_ends
    assert heights["picture"] == (low - hill_picture.FOOT * (high - low), high)
    assert trace_view._ends(np.array([1.0, 9.0]), (0.0, 8.0)) == axis_numbers.round_ends(np.array([1.0, 9.0]))


@pytest.mark.parametrize("loss", [0.0, -1.0, 1e-300])
def test_a_loss_of_nothing_still_has_a_top(loss: float) -> None:
    assert axis_numbers.round_above(loss) > 0


@pytest.mark.parametrize(
    ("height", "text"),
    [
        (0.0, "0"),
        (0.5, "0.5"),
        (1500.0, "1500"),
        (9e3, "9000"),
        (9e4, "90k"),
        (2e5, "200k"),
        (-1e5, "\N{MINUS SIGN}100k"),
        (1.5e6, "1.5M"),
        (3e6, "3M"),
    ],
)
def test_marks_of_five_digits_and_more_are_told_in_thousands_and_millions(height: float, text: str) -> None:
    assert axis_numbers.mark(height) == text


@pytest.mark.parametrize(
    ("heights", "texts"),
    [
        ([0, 50_000, 100_000], ["0", "50k", "100k"]),
        ([0, 5_000, 10_000], ["0", "5k", "10k"]),
        ([-500_000, 1e6], ["\N{MINUS SIGN}0.5M", "1M"]),
        ([0, 200, 400], ["0", "200", "400"]),
        ([], []),
    ],
)
def test_all_marks_of_an_axis_are_told_in_one_form(heights: list[float], texts: list[str]) -> None:
    assert axis_numbers.Marks().format_ticks(heights) == texts


def test_a_language_may_count_in_ten_thousands_and_hundreds_of_millions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for key, words in (("billions", "{tens}亿"), ("millions", "{hundreds}万"), ("thousands", "{tenths}万")):
        monkeypatch.setitem(PAGE, f"axis.{key}", words)
    marks = [axis_numbers.mark(height) for height in (9e4, 1.5e5, -1e6, 3e7, 2.5e9)]
    assert marks == ["9万", "15万", "\N{MINUS SIGN}100万", "3000万", "25亿"]


def test_the_trace_has_room_for_the_highest_loss_and_all_moves() -> None:
    state, (figure, show) = LessonState(LINE), drawn(trace_view.trace(LINE))
    for index in range(100):
        state.move("m", 10.0 * (index % 30))
        show(state.scene())
    (axes,) = figure.axes
    assert axes.get_xlim()[1] >= len(state.trail) - 1
    assert axes.get_ylim()[1] > state.trail.losses.max()
    assert axes.get_ylim()[0] < 0


def test_on_a_logarithmic_scale_tenths_are_equal_steps_and_nothing_lies_on_the_lowest_mark() -> None:
    (low, high), powers = trace_view._powers(np.array([100.0, 10.0, 1.0, 0.1, 0.0]))
    np.testing.assert_allclose(powers, [2.0, 1.0, 0.0, -1.0, -1.0])
    assert low < -1 < 2 < high
    for losses in ([0.0], [5.0], [-1.0, 3.0]):
        (low, high), powers = trace_view._powers(np.array(losses))
        assert np.isfinite(powers).all()
        assert high - low >= 1
        assert ((low < powers) & (powers < high)).all()
    assert trace_view._mark_of_power(-2.0) == "0.01"


def test_the_trace_is_drawn_anew_for_another_scale_and_back(typefaces: Path) -> None:
    state, (figure, show) = LessonState(LINE), drawn(trace_view.trace(LINE))
    assert show(state.scene())
    plain = figure.axes[0].get_ylim()
    state.log = True
    assert show(state.scene())
    assert not show(state.scene())
    assert figure.axes[0].get_ylim() != plain
    figure.canvas.draw()
    marks = [
        float(label.get_text().replace("k", "e3"))
        for label in figure.axes[0].get_yticklabels()
        if label.get_text()
    ]
    assert all(np.log10(mark) == round(np.log10(mark)) for mark in marks)
    state.log = False
    assert show(state.scene())
    assert figure.axes[0].get_ylim() == plain


def test_the_trace_names_the_loss_of_its_variant() -> None:
    state, (figure, show) = LessonState(LINE), drawn(trace_view.trace(LINE))
    show(state.scene())
    assert figure.axes[0].get_ylabel() == "error ($k)"
    state.choose("error", "squared")
    show(state.scene())
    assert figure.axes[0].get_ylabel() == "error²"


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("picture", ["trace", "map"])
@pytest.mark.parametrize(("width", "height"), [(250.0, 120.0), (352.0, 300.0)])
def test_names_of_axes_are_whole_and_stand_beside_their_numbers_in_every_language(
    width: float, height: float, picture: str, theme: str
) -> None:
    lesson = all_lessons()[1]
    view = next(each for each in pictures(lesson) if each.name == picture)
    for language in (each for each in all_languages() if not any(sign >= "\u4e00" for sign in each.signs)):
        with speaking(language.catalogue, [lesson]):
            state = LessonState(lesson)
            state.choose("error", "squared")
            stand = easel(lesson, view._replace(width=width, height=height), theme)
            stand.paint(state.scene())
            axes = stand.figure.axes[0]
            low, high = axes.get_ylim()
            name = axes.yaxis.label.get_window_extent()
            assert name.y0 >= 0
            assert name.y1 <= height
            for number in axes.get_yticklabels():
                if low <= number.get_position()[1] <= high:
                    assert number.get_window_extent().x0 > name.x1 - 3


def test_the_mark_of_a_first_loss_stands_below_the_top_of_the_trace() -> None:
    for losses in ([698.0], [58_600.0], [1.0]):
        bottom, top = trace_view._ends(np.array(losses), None)
        assert (top - losses[0]) / (top - bottom) > 0.1
