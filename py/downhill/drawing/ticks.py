"""The numbers along an axis, with the signs of the language that is spoken."""

from __future__ import annotations

import re
from typing import Any

from matplotlib.ticker import Formatter

from downhill.text.format import number, with_mark

LONG = re.compile(r"(?<![0-9.,])[0-9]{5,}(?![0-9])")  # four digits may be a year


def localize(axes: Any) -> None:
    """Let both axes write numbers as the language does; where words stand on one, they stay as they are."""
    for axis in (axes.xaxis, axes.yaxis):
        plain = axis.get_major_formatter()
        if not isinstance(plain, Local):
            axis.set_major_formatter(Local(plain))


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
