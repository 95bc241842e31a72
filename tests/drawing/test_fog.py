"""Fog, and what has cleared of it, looked at pixel by pixel; flags, too."""

import numpy as np
import pytest

from downhill.drawing.flag import FLAG, Flag
from downhill.drawing.fog import Areas, Broken
from downhill.drawing.themes import COLOURS, look
from tests.drawing.test_strokes import SIDE, box, drawn, inked
from tests.drawing.test_themes import contrast


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_areas_are_filled_to_their_corners_and_leave_the_rest_alone(ratio: int) -> None:
    shapes = [np.array([(a, 0), (b, 0), (b, 200), (a, 200)]) for a, b in ((20, 80), (120, 190))]
    row = inked(drawn(lambda axes: Areas(axes, "#ff0000", 0.0, 1), shapes, ratio=ratio))[100 * ratio]
    inside = np.concatenate([np.arange(20, 80), np.arange(120, 190)])
    assert (row.reshape(SIDE, ratio)[inside] == 1).all()
    assert row.sum() == pytest.approx(130 * ratio, abs=1)
    assert not inked(drawn(lambda axes: Areas(axes, "#ff0000", 0.0, 1), [])).any()


def test_a_broken_line_has_gaps_where_there_is_no_height() -> None:
    x = np.arange(0, 201.0, 10)
    points = np.stack([x, np.where((x > 60) & (x < 120), np.nan, 100)], axis=1)
    row = inked(drawn(lambda axes: Broken(axes, "#ff0000", 4.0, 1), points))[100]
    assert row[70:110].max() == 0
    assert row[10:50].min() == row[130:190].min() == 1
    assert not inked(drawn(lambda axes: Broken(axes, "#ff0000", 4.0, 1), np.full((3, 2), np.nan))).any()


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_flag_stands_on_the_axis_with_its_foot_where_it_was_put(ratio: int) -> None:
    left, right, top, bottom = box(drawn(lambda axes: Flag(axes, "#ff0000"), 120.0, ratio=ratio))
    assert left == pytest.approx(119 * ratio, abs=2 * ratio)
    assert right == pytest.approx((120 + FLAG[:, 0].max()) * ratio, abs=2 * ratio)
    assert top == pytest.approx((SIDE - FLAG[:, 1].max()) * ratio, abs=2 * ratio)
    assert bottom == SIDE * ratio - 1
    assert not inked(drawn(lambda axes: Flag(axes, "#ff0000"), None)).any()


@pytest.mark.parametrize("theme", COLOURS)
def test_marks_and_words_stand_out_from_sky_and_fog(theme: str) -> None:
    made = look(theme, {})
    for ground in (made.sky, made.fog):
        assert contrast(made.text, ground) >= 4.5
        for mark in (made.hand, made.machine):
            assert contrast(mark, ground) >= 2.9
