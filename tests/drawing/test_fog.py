"""Fog, and what has cleared of it, looked at pixel by pixel; flags, too."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from downhill.drawing.flag import FLAG, Flag
from downhill.drawing.fog import Areas, Broken
from downhill.drawing.themes import COLOURS, look
from tests.drawing.test_themes import contrast

SIDE = 200  # CSS pixels; axes fill the figure and go from 0 to 200


def paper(ratio: float = 1) -> tuple[FigureCanvasAgg, object]:
    figure = Figure(figsize=(SIDE / 72, SIDE / 72), dpi=72 * ratio, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, SIDE), ylim=(0, SIDE))
    axes.set_axis_off()
    return canvas, axes


def share(canvas: FigureCanvasAgg, row: int = 100) -> np.ndarray:
    """How red a row of pixels is, from 0 to 1."""
    return 1 - np.array(canvas.buffer_rgba())[row, :, 1] / 255.0


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_areas_are_filled_to_their_corners_and_leave_the_rest_alone(ratio: int) -> None:
    canvas, axes = paper(ratio)
    stroke = Areas(axes, "#ff0000", 0.0, 1)  # type: ignore[arg-type]
    canvas.draw()
    stroke.put([np.array([(a, 0), (b, 0), (b, 200), (a, 200)]) for a, b in ((20, 80), (120, 190))])
    stroke.draw(canvas.get_renderer())
    row = share(canvas, 100 * ratio)
    inside = np.concatenate([np.arange(20, 80), np.arange(120, 190)])
    assert (row.reshape(SIDE, ratio)[inside] == 1).all()
    assert row.sum() == pytest.approx(130 * ratio, abs=1)
    stroke.put([])
    assert stroke.empty


def test_a_broken_line_has_gaps_where_there_is_no_height() -> None:
    canvas, axes = paper()
    line = Broken(axes, "#ff0000", 4.0, 1)  # type: ignore[arg-type]
    canvas.draw()
    x = np.arange(0, 201.0, 10)
    line.put(np.stack([x, np.where((x > 60) & (x < 120), np.nan, 100)], axis=1))
    line.draw(canvas.get_renderer())
    row = share(canvas)
    assert row[70:110].max() == 0
    assert row[10:50].min() == row[130:190].min() == 1
    line.put(np.full((3, 2), np.nan))
    assert line.empty


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_flag_stands_on_the_axis_with_its_foot_where_it_was_put(ratio: int) -> None:
    canvas, axes = paper(ratio)
    flag = Flag(axes, "#ff0000")  # type: ignore[arg-type]
    canvas.draw()
    flag.put(120.0)
    flag.draw(canvas.get_renderer())
    rows, columns = np.nonzero(np.array(canvas.buffer_rgba())[:, :, 1] < 128)
    assert columns.min() == pytest.approx(119 * ratio, abs=2 * ratio)
    assert columns.max() == pytest.approx((120 + FLAG[:, 0].max()) * ratio, abs=2 * ratio)
    assert rows.min() == pytest.approx((SIDE - FLAG[:, 1].max()) * ratio, abs=2 * ratio)
    assert rows.max() == SIDE * ratio - 1
    flag.put(None)
    assert flag.empty


@pytest.mark.parametrize("theme", COLOURS)
def test_marks_and_words_stand_out_from_sky_and_fog(theme: str) -> None:
    made = look(theme, {})
    for ground in (made.sky, made.fog):
        assert contrast(made.text, ground) >= 4.5
        for mark in (made.hand, made.machine):
            assert contrast(mark, ground) >= 2.9
