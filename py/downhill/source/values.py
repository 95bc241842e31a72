"""Values as they stand beside a line of Python."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.source.traced import RETURNED, Found
from downhill.text.format import MINUS, PAGE, enumerated, fill, power_of_ten, significant, trimmed

DIGITS, IN_ROWS = 4, 3
SMALL, LARGE = 1e-3, 1e9  # beyond them a power of ten tells a number's size
MOST = 4  # numbers of a row that are written out
ROUNDING = 1e-12  # what only rounding has left is told as 0


class Row(NamedTuple):
    """Numbers in a row: the first of them, and how many there are."""

    first: tuple[float, ...]
    length: int


class Table(NamedTuple):
    """Numbers in rows and columns, of which only the size is told."""

    rows: int
    columns: int


def texts(found: Mapping[str, Found]) -> dict[str, str]:
    """What stands beside the lines of functions, by `<function>:<line>`, of those that have values."""
    return {
        f"{name}:{line}": told
        for name, lines in found.items()
        for line, values in lines.items()
        if (told := line_text(values, line == 1))
    }


def line_text(values: Mapping[str, Any], given: bool) -> str:
    """What one line has worked out; of what a function is `given`, long rows are left out."""
    parts = ((name, shown(value)) for name, value in values.items() if not (given and _is_long(value)))
    told = [_named(name, text) for name, text in parts if text]
    return enumerated(told) if told else ""


def _is_long(value: Any) -> bool:
    if isinstance(value, Row):
        return value.length > MOST
    if isinstance(value, Table):
        return True
    size = (
        value.size if isinstance(value, np.ndarray) else len(value) if isinstance(value, (tuple, list)) else 0
    )
    return size > MOST


def _named(name: str, text: str) -> str:
    key = "python.returned" if name == RETURNED else "python.value"
    return fill(PAGE[key], {"name": name, "value": text})


def shown(value: Any) -> str:
    """A number, a text, or numbers in rows, as text; '' for anything else."""
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Row):
        return _row(value.first, value.length)
    if isinstance(value, Table):
        return _table(*value)
    if isinstance(value, tuple) and value and all(isinstance(each, Row) for each in value):
        return " ".join(map(shown, value))
    if isinstance(value, (int, float, np.number)):
        return _number(float(value))
    if isinstance(value, (tuple, list)) and all(isinstance(each, (int, float, np.number)) for each in value):
        return _row(value)
    return _array(value) if isinstance(value, np.ndarray) else ""


def _array(values: np.ndarray) -> str:
    if values.size == 1:
        return _number(float(values.item()))
    if values.ndim == 1:
        return _row(values.tolist())
    if values.size <= MOST:
        return " ".join(_row(row) for row in values.tolist())
    return _table(len(values), values.size // max(len(values), 1))


def _table(rows: int, columns: int) -> str:
    return fill(PAGE["python.table"], {"rows": rows, "columns": columns})


def _row(values: Sequence[float], length: int | None = None) -> str:
    """Numbers in a row, and how many there are in all; those shown come first."""
    size = len(values) if length is None else length
    listed = "; ".join(_number(each, IN_ROWS) for each in values[:MOST])
    return f"[{listed}]" if size <= MOST else fill(PAGE["python.numbers"], {"listed": listed, "count": size})


def _number(value: float, digits: int = DIGITS) -> str:
    """Return a number as text to `digits` digits; a very small or large one to two, and a power of ten.

    What isn't finite is `nan`, `inf` or `−inf`, as Python says it.
    """
    if not math.isfinite(value):
        return str(value).replace("-", MINUS)
    if abs(value) < ROUNDING:
        return "0"
    if not SMALL <= abs(value) < LARGE:
        return (MINUS if value < 0 else "") + power_of_ten(abs(value))
    return trimmed(significant(value, digits))
