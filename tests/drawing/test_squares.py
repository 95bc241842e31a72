"""Squares on errors, looked at pixel by pixel."""

import numpy as np
import pytest

from downhill.drawing.strokes import Squares
from tests.drawing.test_strokes import box, drawn, each_ratio, inked


def squares(axes: object) -> Squares:
    return Squares(axes, "#ff0000", 1)  # type: ignore[arg-type]


@each_ratio
def test_a_square_is_as_wide_on_the_screen_as_it_is_high(ratio: int) -> None:
    pixels = drawn(squares, [[(50, 120), (50, 60)]], ratio=ratio)
    left, right, top, bottom = box(pixels)
    assert right - left == pytest.approx(bottom - top, abs=1)
    assert bottom - top == pytest.approx(60 * ratio, abs=1.5 * ratio)


def test_its_size_is_one_of_pixels_whatever_the_axes_count() -> None:
    left, right, top, bottom = box(drawn(squares, [[(500, 1000), (500, 500)]], span=2000))
    assert right - left == pytest.approx(50, abs=2)
    assert bottom - top == pytest.approx(50, abs=2)


def test_squares_stand_on_the_side_that_the_line_leaves_free() -> None:
    rising = [[(60, 100), (60, 60)], [(140, 100), (140, 140)]]
    edges = inked(drawn(squares, rising))
    assert edges[120, 25] > 0.1  # the first point lies above the line: its square is on the left
    assert edges[120, 75] == 0
    assert edges[80, 175] > 0.1  # the second lies below
    assert edges[80, 125] == 0


def test_a_square_that_would_leave_the_axes_stands_on_the_other_side() -> None:
    pixels = inked(drawn(squares, [[(10, 100), (10, 40)], [(190, 120), (190, 120)]]))
    assert pixels[130, 40] > 0.1


def test_its_inside_is_lighter_than_its_edge_and_no_square_has_no_ink() -> None:
    pixels = inked(drawn(squares, [[(50, 120), (50, 60)]]))
    assert 0 < pixels[110, 80] < 0.3
    assert pixels.max() > 0.8
    assert not inked(drawn(squares, ())).any()
    assert np.isfinite(pixels).all()
