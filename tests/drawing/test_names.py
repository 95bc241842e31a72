"""Words that move in a picture: where they stand, in which colours, and which are left out."""

import numpy as np
import pytest
from matplotlib.figure import Figure as AFigure

from downhill.drawing.easel import Easel
from downhill.drawing.names import Names, outline
from downhill.drawing.themes import look
from downhill.lesson import Look, Show

pytestmark = pytest.mark.usefixtures("typefaces")
Given = tuple[list[str], list[tuple[float, float]], list[str]]


def picture() -> tuple[Easel, list[Names]]:
    """An easel with words on axes as wide as it is, in CSS pixels."""
    made: list[Names] = []

    def draw(figure: AFigure, drawn: Look) -> Show:
        figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
        axes = figure.add_subplot()
        axes.set(xlim=(0, 300), ylim=(0, 200))
        axes.set_axis_off()
        names = drawn.names(axes)
        assert isinstance(names, Names)
        made.append(names)

        def show(scene: Given) -> None:
            words, points, colours = scene
            names.put(words, np.array(points), colours)

        return show

    return Easel(draw, look("light", {}), 300, 200), made  # type: ignore[arg-type]


def painted(easel: Easel, *given: tuple[str, tuple[float, float], str]) -> np.ndarray:
    words, points, colours = ([*part] for part in zip(*given, strict=True))
    return np.array(easel.paint((words, points, colours)))[..., :3].astype(int)


def inked(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """The ends of what was drawn: left, top, right, bottom."""
    rows, columns = (pixels != pixels[0, 0]).any(axis=2).nonzero()
    return columns.min(), rows.min(), columns.max(), rows.max()


def test_a_word_stands_right_of_its_point_and_at_its_height() -> None:
    easel, _ = picture()
    left, top, right, bottom = inked(painted(easel, ("noon", (100, 120), "#000000")))
    assert 105 <= left <= 110
    assert 130 <= right <= 150
    assert top <= 80 <= bottom  # rows count from the top
    assert abs((top + bottom) / 2 - 80) < 4


def test_where_the_picture_ends_a_word_stands_left_of_its_point() -> None:
    easel, _ = picture()
    left, _, right, _ = inked(painted(easel, ("noon", (290, 100), "#000000")))
    assert 283 >= right > left > 240


def test_where_its_place_is_taken_a_word_stands_on_another_side_of_its_point() -> None:
    easel, made = picture()
    both = painted(easel, ("noon", (100, 100), "#0000ff"), ("dawn", (104, 103), "#ff0000"))
    first, second = made[0].boxes
    assert second[2] <= 104 - 7 + 1e-9
    assert first[0] == pytest.approx(107)
    left, _, right, _ = inked(both)
    assert left == pytest.approx(second[0], abs=2)
    assert right == pytest.approx(first[2], abs=2)


def test_of_words_that_would_lie_over_each_other_the_first_ones_are_seen() -> None:
    easel, made = picture()
    many = [("noon", (100.0 + i / 10, 100.0), "#0000ff") for i in range(12)]
    painted(easel, *many)
    assert 2 <= len(made[0].boxes) <= 4
    for i, box in enumerate(made[0].boxes):
        for other in made[0].boxes[:i]:
            assert (box[:2] >= other[2:]).any() or (other[:2] >= box[2:]).any()
    apart = [("noon", (100.0, 20.0 + 30 * i), "#0000ff") for i in range(6)]
    painted(easel, *apart)
    assert len(made[0].boxes) == 6


def test_a_word_too_wide_for_both_sides_stands_above_its_point_and_inside() -> None:
    easel, made = picture()
    painted(easel, ("midsummer · a long afternoon", (150, 100), "#000000"))
    ((left, bottom, right, _),) = made[0].boxes
    assert 0 <= left < 150 < right <= 300
    assert bottom >= 107 - 1e-9


def test_all_that_is_drawn_lies_in_the_boxes_that_are_told_to_have_changed() -> None:
    easel, _ = picture()
    before = painted(easel, ("noon", (20, 20), "#000000")).copy()
    after = painted(easel, ("Übergang", (150, 160), "#000000"), ("jqy", (200, 60), "#000000"))
    inside = np.zeros(before.shape[:2], bool)
    for box in easel.changed:
        inside[box.top : box.bottom, box.left : box.right] = True
    assert not ((before != after).any(axis=2) & ~inside).any()


def test_a_word_without_any_outline_is_as_wide_as_nothing() -> None:
    drawn = outline(" ", ("DejaVu Sans",))
    assert drawn.width == 0
    assert len(drawn.vertices) == len(drawn.codes) == 0
