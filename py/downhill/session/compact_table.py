"""Packs a table of points (`downhill.points.points`) into one integer, which is as short as it can get.

Each number of a column becomes one digit: its distance from the smallest number, in units of the last decimal
that any of them has. The base is the column's range in these units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from downhill.points.points import MOST, NAMES, read, write

MOST_PLACES, WIDEST = 40, 10**40  # decimals of a column, and its range in units of the last of them
HEADS = 7  # integers before the large one: the number of rows, and both columns


class Column(NamedTuple):
    """Integers from `low` up to but not including `low + wide`; their last `places` digits are decimals."""

    places: int
    low: int
    wide: int

    @property
    def is_sound(self) -> bool:
        """Return whether a table can have this column."""
        return 0 <= self.places <= MOST_PLACES and abs(self.low) <= WIDEST and 0 < self.wide <= WIDEST


def pack(text: str) -> tuple[list[int], bytes, bytes] | None:
    """Pack a table into its heads, the number, and the line of names; None if the text isn't a table."""
    try:
        points = read(text)
    except ValueError:
        return None
    across, up = (_digits(column) for column in points.places.T.tolist())
    number = 0
    for column, digits in (across, up):
        for digit in digits:
            number = number * column.wide + digit
    names = write([], points.names).encode("utf-8", "surrogatepass")
    packed = [len(points.places), *across[0], *up[0]], _big(number), names
    return packed if _comes_back(packed, text) else None


def unpack(heads: Sequence[int], number: bytes, names: bytes = b"") -> str:
    """Unpack the table's text. Raises `ValueError` for anything that `pack` didn't make."""
    if len(heads) != HEADS or not 0 <= heads[0] <= MOST:
        raise ValueError(f"expected {HEADS} numbers, the first at most {MOST}")
    columns, left = (Column(*heads[1:4]), Column(*heads[4:])), int.from_bytes(number, "big")
    if not all(column.is_sound for column in columns) or len(number) > MOST * len(str(WIDEST)):
        raise ValueError("the columns' sizes or decimals are out of range")
    found = np.empty((heads[0], 2))
    for index in (1, 0):  # the last value packed is the lowest digit
        for row in reversed(range(heads[0])):
            left, digit = divmod(left, columns[index].wide)
            found[row, index] = float(f"{digit + columns[index].low}e-{columns[index].places}")
    return write(found, read(names.decode("utf-8", "surrogatepass")).names if names else NAMES)


def _comes_back(packed: tuple[list[int], bytes, bytes], text: str) -> bool:
    """Return whether a table survives packing: -0 doesn't, nor do numbers of very different sizes."""
    try:
        return unpack(*packed) == text
    except ValueError:
        return False


def _digits(values: Sequence[float]) -> tuple[Column, list[int]]:
    """Return the column of these values, and the values as its digits."""
    written = [_whole(value) for value in values]
    places = max((places for _, places in written), default=0)
    wholes = [whole * 10 ** (places - own) for whole, own in written]
    low, high = min(wholes, default=0), max(wholes, default=0)
    return Column(places, low, high - low + 1), [whole - low for whole in wholes]


def _whole(value: float) -> tuple[int, int]:
    """Return a number as an integer, and how many of its last digits are decimals."""
    mantissa, _, exponent = repr(value).removesuffix(".0").partition("e")
    before, _, behind = mantissa.partition(".")
    places = len(behind) - int(exponent or 0)
    return int(before + behind) * 10 ** max(0, -places), max(0, places)


def _big(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")
