"""The numbers along an axis, as the current language writes them."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.ticker import Formatter, MaxNLocator

from downhill.text.format import number, with_mark

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
