"""How much of a figure a picture can use: all of it, except for the words under a saved picture."""

from __future__ import annotations

from typing import Any

from downhill.drawing.easel import MARGINS
from downhill.training.model_lesson import Frame


def fill(figure: Any, edge: float = 0.0) -> Frame:
    """Make later axes fill a figure up to `edge` CSS pixels; return the picture's size in CSS pixels.

    What is kept free at the bottom (`Easel.foot`) stays free.
    """
    width, height = (72 * float(side) for side in figure.get_size_inches())
    foot = round(max(figure.subplotpars.bottom * height - MARGINS["bottom"], 0.0), 6)
    across, up = edge / width, edge / height
    figure.subplots_adjust(left=across, right=1 - across, bottom=up + foot / height, top=1 - up)
    return Frame(width, height - foot)
