"""Makes the text of an SVG shorter: places are rounded to a hundredth of a point, which nobody sees."""

from __future__ import annotations

import re

_PLACES = re.compile(r'(?<=\s)(?:d|x|y)="[^"]*"|(?<=translate)\([^)]*\)')
_LONG = re.compile(r"-?\d+\.\d{3,}")


def shorter(svg: str) -> str:
    """Return the same picture in less text. Scales, sizes and colors stay as they are."""
    return _PLACES.sub(lambda places: _LONG.sub(lambda number: rounded(float(number[0])), places[0]), svg)


def rounded(number: float) -> str:
    """Write a number rounded to a hundredth, in as few characters as possible."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
