"""The numbers along an axis, with the signs of the current language."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.ticker import Formatter, MaxNLocator

from downhill.text.format import number, with_mark

APART = 1.05  # heights of a number that lie between one and the next above it, at least
LONG = re.compile(r"(?<![0-9.,])[0-9]{5,}(?![0-9])")  # four digits may be a year


def localize(axes: Any) -> None:
    """Let both axes write numbers as the language does; where words stand on one, they stay as they are."""
    for axis in (axes.xaxis, axes.yaxis):
        plain = axis.get_major_formatter()
        if not (isinstance(plain, Local) or _has_words(plain)):
            axis.set_major_formatter(Local(plain))


def _has_words(formatter: Formatter) -> bool:
    """Return whether a formatter writes labels given with the ticks: matplotlib finds them by a `partial`."""
    return isinstance(getattr(formatter, "func", None), partial)


def thin_out(axes: Any) -> None:
    """Let as few numbers stand one above the other as there is room for; the ends of the axis stay."""
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
    """What another formatter writes the English way, written as the language does."""

    def __init__(self, plain: Formatter) -> None:
        self.plain = plain

    def __call__(self, value: float, position: int | None = None) -> str:
        """One number of the axis."""
        return written(self.plain(value, position))

    def format_ticks(self, values: list[float]) -> list[str]:
        """All numbers of the axis: how many digits they need is seen from all of them."""
        return [written(text) for text in self.plain.format_ticks(values)]


def written(text: str) -> str:
    """What was written the English way, without groups: with the decimal mark, and long numbers in groups."""
    return LONG.sub(lambda found: number(int(found[0]), 0), with_mark(text))
