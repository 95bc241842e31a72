"""Lines of different widths, looked at pixel by pixel."""

import numpy as np
import pytest

from downhill.drawing.arcs import Arcs
from tests.drawing.test_strokes import drawn, each_ratio, inked

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
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    canvas = FigureCanvasAgg(Figure(figsize=(2, 2), dpi=100, facecolor="white"))
    axes = canvas.figure.add_axes((0, 0, 1, 1), xlim=(0, 200), ylim=(200, 0))
    axes.set_axis_off()
    stroke = arcs(axes)
    canvas.draw()
    stroke.put([np.array([(40.0, 60.0), (90.0, 120.0), (150.0, 70.0)])], [10.0])
    stroke.draw(canvas.get_renderer())
    left, top, right, bottom = stroke.covered or (0, 0, 0, 0)
    rows, columns = np.nonzero(np.array(canvas.buffer_rgba())[:, :, 1] < 250)
    assert left <= columns.min() <= columns.max() < right
    assert top <= rows.min() <= rows.max() < bottom
