"""Places the names of axes, and makes them fit. Lengths are CSS pixels."""

from __future__ import annotations

import re
from typing import Any

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import blended_transform_factory

from downhill.drawing.names import SIZE, size_within, width_of

EDGE = 3.0  # between the picture's edge and the names of its axes
NAME = 29.0  # for the name of a vertical axis, and the space between it and the numbers
SMALLEST = 9.0  # type size
WIDEST = 0.5  # of the picture's width: the most that numbers and name may take left of the axes
UNIT = re.compile(r"\s*[(（][^()（）]*[)）]$")  # after the name of an axis


def place_names(figure: Figure, foot: float) -> None:
    """Put the names of the axes at the picture's edge, above the share `foot` of it that is kept free.

    If names were placed next to the numbers, these would be measured with every drawing of the background,
    which would take a third of its time.
    """
    inches = figure.dpi_scale_trans
    for axes in figure.axes:
        across, up = axes.xaxis, axes.yaxis
        across.set_label_coords(0.5, (foot + EDGE) / 72, blended_transform_factory(axes.transAxes, inches))
        up.set_label_coords(EDGE / 72, 0.5, blended_transform_factory(inches, axes.transAxes))
        across.label.set_verticalalignment("bottom")
        up.label.set_verticalalignment("top")


def fit_names(figure: Figure, left: float) -> None:
    """Shorten names of axes that don't fit: first drop the unit, then use smaller type.

    Wide numbers get a wider margin than the usual one, `left`, a share of the picture's width.
    """
    width, height = (72 * float(side) for side in figure.get_size_inches())
    wanted = max((beside(axes) / width for axes in figure.axes), default=0.0)
    if left < wanted < WIDEST or left != figure.subplotpars.left:
        figure.subplots_adjust(left=max(left, min(wanted, WIDEST)))
    for axes in figure.axes:
        start, low, end, high = axes.get_position().extents
        fit(axes.xaxis.label, width * (min(start + end, 2 - start - end)))
        fit(axes.yaxis.label, height * (min(low + high, 2 - low - high)))


def fit(label: Text, room: float) -> None:
    """Fit the name of an axis into that much room: without its unit or in smaller type, if necessary."""
    room, text = room - 2 * EDGE, label.get_text()
    if width_of(text) > room:
        text = UNIT.sub("", text)
        label.set_text(text)
    label.set_fontsize(size_within(text, room, SMALLEST))


def beside(axes: Any) -> float:
    """Return how much room the vertical axis's numbers and name need left of it; 0 without a name."""
    if not axes.get_ylabel():
        return 0.0
    low, high = sorted(axes.get_ylim())
    texts = axes.yaxis.get_major_formatter().format_ticks([*axes.yaxis.get_majorticklocs()])
    seen = [text for text, at in zip(texts, axes.yaxis.get_majorticklocs(), strict=True) if low <= at <= high]
    return NAME + max((width_of(text, SIZE - 1) for text in seen), default=0.0)
