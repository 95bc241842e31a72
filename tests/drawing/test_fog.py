"""Fog, and what has cleared of it, looked at pixel by pixel; flags and ghosts of lines, too."""

import io

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from downhill.drawing.fog import FADE, Broken, Clearings
from downhill.drawing.guess import FLAG, Flag, Ghost
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
def test_a_clearing_fades_in_at_its_sides_and_leaves_the_rest_alone(ratio: int) -> None:
    canvas, axes = paper(ratio)
    stroke = Clearings(axes, "#ff0000")  # type: ignore[arg-type]
    canvas.draw()
    stroke.put(np.array([[20.0, 80.0], [120.0, 190.0]]))
    stroke.draw(canvas.get_renderer())
    row = share(canvas, 100 * ratio)
    inside = slice(int((20 + FADE) * ratio) + 1, int((80 - FADE) * ratio) - 1)
    assert (row[inside] == 1).all()
    assert (row[: 20 * ratio] == 0).all()
    assert (row[80 * ratio + 1 : 120 * ratio - 1] == 0).all()
    assert row[int((20 + FADE / 2) * ratio)] == pytest.approx(0.5, abs=0.1)
    assert (np.diff(row[20 * ratio : int((20 + FADE) * ratio)]) >= 0).all()


def test_a_clearing_tells_which_pixels_it_has_touched() -> None:
    canvas, axes = paper()
    stroke = Clearings(axes, "#ff0000")  # type: ignore[arg-type]
    canvas.draw()
    stroke.put(np.array([[20.0, 80.0], [120.0, 190.0]]))
    stroke.draw(canvas.get_renderer())
    touched = np.flatnonzero(share(canvas))
    assert stroke.covered is not None
    assert stroke.covered.left <= touched[0]
    assert touched[-1] < stroke.covered.right


def test_in_a_vector_picture_a_clearing_is_made_of_shapes() -> None:
    canvas, axes = paper()
    stroke = Clearings(axes, "#ff0000")  # type: ignore[arg-type]
    stroke.put(np.array([[20.0, 80.0]]))
    stroke.set_animated(False)
    file = io.StringIO()
    canvas.figure.savefig(file, format="svg")
    assert file.getvalue().count("fill: #ff0000") == 4


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
    assert line.is_empty()


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
    assert flag.is_empty()


def test_a_ghost_of_a_line_is_dashed_and_has_two_square_handles() -> None:
    canvas, axes = paper()
    ghost = Ghost(axes, look("light", {}))  # type: ignore[arg-type]
    canvas.draw()
    ghost.put([(0.0, 100.0), (200.0, 100.0)])
    for stroke in (ghost.line, ghost.handles):
        stroke.draw(canvas.get_renderer())
    rows = np.array(canvas.buffer_rgba())[:, :, 2] < 128
    tall = np.flatnonzero(rows.sum(axis=0) > 6)
    assert tall.min() == pytest.approx(43, abs=3)
    assert tall.max() == pytest.approx(157, abs=3)
    assert np.count_nonzero(np.diff(rows[99].astype(int)) == 1) > 4
    ghost.put(())
    assert ghost.line.is_empty()
    assert ghost.handles.is_empty()


@pytest.mark.parametrize("theme", COLOURS)
def test_fog_is_known_by_dashes_of_3_to_1_and_marks_stand_out_from_it(theme: str) -> None:
    made = look(theme, {})
    assert contrast(made.wisp, made.paper) >= 3
    for mark in (made.hand, made.machine, made.quiet):
        assert contrast(mark, made.haze) >= 3
