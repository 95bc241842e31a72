"""Writes the numbers along axes, places the names of axes, and makes both fit. Lengths are CSS pixels."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import Formatter, MaxNLocator
from matplotlib.transforms import blended_transform_factory

from downhill.drawing.names import SIZE, size_within, width_of
from downhill.text.format import number, with_mark

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


APART = 1.05  # heights of a number from one to the next above it, at least
LONG = re.compile(r"(?<![0-9.,])[0-9]{5,}(?![0-9])")  # four digits may be a year


def localize(axes: Any) -> None:
    """Make both axes write numbers as the language does; leave words on an axis as they are."""
    for axis in (axes.xaxis, axes.yaxis):
        plain = axis.get_major_formatter()
        if not (isinstance(plain, Local) or _has_words(plain)):
            axis.set_major_formatter(Local(plain))


def _has_words(formatter: Formatter) -> bool:
    """Return whether a formatter writes labels given with the ticks: matplotlib finds them by a `partial`."""
    return isinstance(getattr(formatter, "func", None), partial)


def thin_out(axes: Any) -> None:
    """Remove numbers that are too close above each other; the ends of the axis stay."""
    locator = axes.yaxis.get_major_locator()
    if not isinstance(locator, MaxNLocator):
        return
    height = axes.bbox.height * 72 / axes.figure.dpi
    room = height / (APART * rcParams["font.size"])
    low, high = sorted(axes.get_ylim())
    for most in range(4, 0, -1):
        numbers = np.asarray(axes.get_yticks())
        if ((numbers >= low) & (numbers <= high)).sum() <= room + 1:
            return
        locator.set_params(nbins=most)


class Local(Formatter):
    """Wraps a formatter so that numbers are written as the current language does."""

    def __init__(self, plain: Formatter) -> None:
        self.plain = plain

    def __call__(self, value: float, position: int | None = None) -> str:
        """Format one number of the axis."""
        return written(self.plain(value, position))

    def format_ticks(self, values: list[float]) -> list[str]:
        """Format all numbers of the axis together, since they determine how many digits are needed."""
        return [written(text) for text in self.plain.format_ticks(values)]


def written(text: str) -> str:
    """Rewrite English numbers without groups: with the language's decimal mark, and long ones in groups."""
    return LONG.sub(lambda found: number(int(found[0]), 0), with_mark(text))
