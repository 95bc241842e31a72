"""How much of a figure a picture has: all of it, but for the words beneath a picture that is saved."""

from __future__ import annotations

from typing import Any

from downhill.drawing.easel import MARGINS
from downhill.training.model_lesson import Frame


def fill(figure: Any, edge: float = 0.0) -> Frame:
    """Let the axes to come fill a figure up to `edge` CSS pixels; returns the picture's size in CSS pixels.

    What is kept free beneath all that is drawn (`Easel.foot`) stays free.
    """
    width, height = (72 * float(side) for side in figure.get_size_inches())
    foot = round(max(figure.subplotpars.bottom * height - MARGINS["bottom"], 0.0), 6)
    across, up = edge / width, edge / height
    figure.subplots_adjust(left=across, right=1 - across, bottom=up + foot / height, top=1 - up)
    return Frame(width, height - foot)
