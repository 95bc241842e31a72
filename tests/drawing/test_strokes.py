"""The strokes that move, looked at pixel by pixel."""

from collections.abc import Callable

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from downhill.drawing.arcs import Arcs
from downhill.drawing.stroke import Stroke
from downhill.drawing.strokes import (
    DIAMOND,
    DISC,
    LONGEST_ARROW,
    SHORTEST_ARROW,
    Arrow,
    Bars,
    Line,
    Marks,
    Squares,
)

SIDE = 200  # CSS pixels; the axes fill the figure and go from 0 to 200, so that their numbers are CSS pixels
each_ratio = pytest.mark.parametrize("ratio", [1, 2, 3])


def drawn(make: Callable[..., Stroke], *put: object, ratio: float = 1, span: float = SIDE) -> np.ndarray:
    """What a stroke leaves on white paper: RGBA, row by row from the top."""
    figure = Figure(figsize=(SIDE / 72, SIDE / 72), dpi=72 * ratio, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, span), ylim=(0, span))
    axes.set_axis_off()
    stroke = make(axes)
    canvas.draw()
    stroke.put(*put)  # type: ignore[attr-defined]
    stroke.draw(canvas.get_renderer())
    return np.array(canvas.buffer_rgba())


def inked(pixels: np.ndarray) -> np.ndarray:
    """How much ink lies on each pixel, from 0 to 1: all inks here are red."""
    return 1 - pixels[:, :, 1] / 255.0


def box(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """Left, right, top and bottom of what is inked by more than half."""
    rows, columns = np.nonzero(inked(pixels) > 0.5)
    return int(columns.min()), int(columns.max()), int(rows.min()), int(rows.max())


def line(axes: object) -> Line:
    return Line(axes, "#ff0000", 4.0, 1)  # type: ignore[arg-type]


@each_ratio
def test_a_line_is_as_wide_as_it_says_in_css_pixels_at_every_ratio(ratio: int) -> None:
    pixels = drawn(line, [(0, 100), (200, 100)], ratio=ratio)
    assert inked(pixels)[:, 100 * ratio].sum() == pytest.approx(4 * ratio, abs=0.2)


@each_ratio
def test_the_dashes_of_a_line_are_as_long_as_they_say_at_every_ratio(ratio: int) -> None:
    pixels = drawn(lambda axes: line(axes).dashed(10, 30), [(0, 100), (200, 100)], ratio=ratio)
    row = inked(pixels)[100 * ratio] > 0.5
    assert np.diff(row.astype(int)).clip(0).sum() == 4  # the first one begins at the edge
    assert row.mean() == pytest.approx(0.25, abs=0.03)


@each_ratio
@pytest.mark.parametrize("shape", [DISC, DIAMOND], ids=["disc", "diamond"])
def test_a_mark_is_as_large_as_it_says_in_css_pixels_at_every_ratio(shape: object, ratio: int) -> None:
    pixels = drawn(lambda axes: Marks(axes, "#ff0000", shape, 20.0, 1), [(60, 120)], ratio=ratio)  # type: ignore[arg-type]
    left, right, top, bottom = box(pixels)
    assert right - left + 1 == pytest.approx(20 * ratio, abs=2)
    assert bottom - top + 1 == pytest.approx(20 * ratio, abs=2)
    assert (left + right) / 2 == pytest.approx(60 * ratio, abs=1)
    assert (top + bottom) / 2 == pytest.approx(80 * ratio, abs=1)


@each_ratio
def test_the_edge_of_a_mark_is_two_css_pixels_wide_at_every_ratio(ratio: int) -> None:
    pixels = drawn(
        lambda axes: Marks(axes, "#ff0000", DISC, 40.0, 1, edge="#0000ff"), [(100, 100)], ratio=ratio
    )
    row = pixels[100 * ratio]
    assert (row[:, 2] - row[:, 0].astype(int) > 128).sum() == pytest.approx(2 * 2 * ratio, abs=2)


def test_bars_lift_the_pen_between_each_other() -> None:
    pixels = drawn(lambda axes: Bars(axes, "#ff0000", 4.0, 1), [[(50, 20), (50, 80)], [(150, 20), (150, 80)]])
    columns = inked(pixels).sum(axis=0)
    assert columns[50] > 55
    assert columns[150] > 55
    assert columns[60:140].sum() == 0


@pytest.mark.parametrize("count", [1, 2, 5])
def test_strokes_may_have_another_number_of_points_each_time(count: int) -> None:
    figure = Figure(figsize=(1, 1), dpi=72)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    strokes: list[Line | Marks] = [line(axes), Marks(axes, "#ff0000", DISC, 5, 1)]
    canvas.draw()
    for points in (3, count, 0, count):
        for stroke in strokes:
            stroke.put(np.random.default_rng(points).random((points, 2)))
            stroke.draw(canvas.get_renderer())
            assert stroke.empty == (points < (2 if isinstance(stroke, Line) else 1))


def arrow(axes: object) -> Arrow:
    return Arrow(axes, "#ff0000")  # type: ignore[arg-type]


@each_ratio
@pytest.mark.parametrize(
    ("end", "length"),
    [(0.1, SHORTEST_ARROW), (60.0, 60.0), (1e6, LONGEST_ARROW)],
    ids=["short", "middle", "long"],
)
def test_an_arrow_is_as_long_as_its_step_but_never_too_short_nor_too_long(
    end: float, length: float, ratio: int
) -> None:
    start = 20.0
    if end < 1:
        end *= 30  # three CSS pixels: a step that is there, and hard to see
    left, right, _, _ = box(drawn(arrow, (start, 100.0), (start + end, 100.0), ratio=ratio))
    assert right - left == pytest.approx(length * ratio, abs=4 * ratio)


def test_an_arrow_points_from_start_to_end() -> None:
    ink = inked(drawn(arrow, (100.0, 100.0), (40.0, 100.0)))
    assert ink[:, 40:100].sum() > 10 * ink[:, 106:].sum()
    head, shaft = (ink[:, column].sum() for column in (48, 80))
    assert head > 1.5 * shaft


@pytest.mark.parametrize("end", [None, (100.0, 100.0)])
def test_where_no_step_is_taken_no_arrow_is_drawn(end: tuple[float, float] | None) -> None:
    assert inked(drawn(arrow, (100.0, 100.0), end)).sum() == 0


def test_a_stroke_takes_another_colour_from_then_on() -> None:
    def painted(axes: object) -> Line:
        stroke = line(axes)
        stroke.paint("#00ff00")
        return stroke

    assert tuple(drawn(painted, [(0, 100), (200, 100)])[100, 100]) == (0, 255, 0, 255)


def test_a_line_is_clipped_to_its_axes() -> None:
    figure = Figure(figsize=(SIDE / 72, SIDE / 72), dpi=72, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.25, 0.25, 0.5, 0.5), xlim=(0, 1), ylim=(0, 1))
    axes.set_axis_off()
    stroke = line(axes)
    canvas.draw()
    stroke.put([(-5, 0.5), (5, 0.5)])
    stroke.draw(canvas.get_renderer())
    left, right, _, _ = box(np.array(canvas.buffer_rgba()))
    assert (left, right) == (50, 149)


ACROSS = np.array([(0.0, 50.0), (200.0, 50.0)])
HIGHER = ACROSS + np.array([0, 80])


def arcs(axes: object) -> Arcs:
    return Arcs(axes, "#ff0000", 1)  # type: ignore[arg-type]


@each_ratio
def test_each_line_is_as_wide_as_it_says_in_css_pixels_at_every_ratio(ratio: int) -> None:
    pixels = inked(drawn(arcs, [ACROSS, HIGHER], [3.0, 12.0], ratio=ratio))
    column = pixels[:, 100 * ratio]
    half = len(column) // 2
    assert column[half:].sum() == pytest.approx(3 * ratio, abs=0.2)
    assert column[:half].sum() == pytest.approx(12 * ratio, abs=0.2)


def test_no_lines_leave_no_ink_and_widths_must_be_as_many() -> None:
    assert not inked(drawn(arcs, [], [])).any()
    with pytest.raises(ValueError, match="got 1 for 2"):
        drawn(arcs, [ACROSS, ACROSS], [1.0])


def test_what_was_drawn_is_covered_by_its_box() -> None:
    strokes: list[Arcs] = []

    def made(axes: object) -> Arcs:
        strokes.append(arcs(axes))
        return strokes[0]

    pixels = drawn(made, [np.array([(40.0, 60.0), (90.0, 120.0), (150.0, 70.0)])], [10.0])
    left, top, right, bottom = strokes[0].covered or (0, 0, 0, 0)
    rows, columns = np.nonzero(pixels[:, :, 1] < 250)
    assert left <= columns.min() <= columns.max() < right
    assert top <= rows.min() <= rows.max() < bottom


def squares(axes: object) -> Squares:
    return Squares(axes, "#ff0000", 1)  # type: ignore[arg-type]


@each_ratio
def test_a_square_is_as_wide_on_the_screen_as_it_is_high(ratio: int) -> None:
    pixels = drawn(squares, [[(50, 120), (50, 60)]], ratio=ratio)
    left, right, top, bottom = box(pixels)
    assert right - left == pytest.approx(bottom - top, abs=1)
    assert bottom - top == pytest.approx(60 * ratio, abs=1.5 * ratio)


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
