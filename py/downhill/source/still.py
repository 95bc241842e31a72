"""What a value was at one moment: small, and of its own, so that nothing that comes later changes it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from downhill.source.values import MOST, Row, Table

LONGEST = 100  # numbers of a list or a tuple; longer ones take too long to look at
LARGEST = 1000  # bits of a whole number
SIGNS = 40  # of a text
NAN = math.nan  # one object for all, so that rows with it in them are equal


def still(value: Any) -> Any:
    """A value as `downhill.source.values.shown` takes it; None for one that isn't told.

    Numbers, truths, texts, and numbers in lists, tuples and arrays are told. No method of the value's own is
    called: a reader may have written it.
    """
    kind = type(value)
    if kind is np.ndarray:
        return _array(value) if value.dtype.kind in "bfiu" else None
    if kind is str:
        return value if len(value) <= SIGNS else value[: SIGNS - 1] + "…"
    if kind is bool or issubclass(kind, np.bool_):
        return bool(value)
    if kind is list or kind is tuple:
        return _row(value)
    return _number(value)


def _number(value: Any) -> float | None:
    kind = type(value)
    if kind is float:
        return value if value == value else NAN
    if kind is int:
        return float(value) if value.bit_length() <= LARGEST else None
    if issubclass(kind, np.generic) and issubclass(kind, np.floating | np.integer):
        return float(value) if value == value else NAN
    return None


def _row(values: list[Any] | tuple[Any, ...]) -> Row | None:
    if len(values) > LONGEST:
        return None
    numbers = [_number(each) for each in values]
    if None in numbers:
        return None
    return Row(tuple(number for number in numbers[:MOST] if number is not None), len(numbers))


def _array(values: np.ndarray) -> Any:
    if values.ndim == 1 and values.size != 1:
        return Row(_first(values), values.size)
    if values.size == 1:
        return _number(values.flat[0])
    rows, columns = len(values), values.size // max(len(values), 1)
    if values.size > MOST:
        return Table(rows, columns)
    first = _first(values)
    return tuple(Row(first[at : at + columns], columns) for at in range(0, len(first), max(columns, 1)))


def _first(values: np.ndarray) -> tuple[float, ...]:
    numbers = (values[:MOST] if values.ndim == 1 else values.flat[:MOST]).tolist()
    return tuple([float(number) if number == number else NAN for number in numbers])
