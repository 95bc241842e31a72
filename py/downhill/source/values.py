"""Values as they stand beside a line of Python."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from downhill.text.format import MINUS, PAGE, enumerated, fill, power_of_ten, significant, trimmed

RETURNED = ""
"""Stands for a name where a line returns something that it doesn't name."""
Found = dict[int, dict[str, Any]]
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
    return isinstance(value, Table) or (isinstance(value, Row) and value.length > MOST)


def _named(name: str, text: str) -> str:
    key = "python.returned" if name == RETURNED else "python.value"
    return fill(PAGE[key], {"name": name, "value": text})


def shown(value: Any) -> str:
    """What `downhill.source.still.still` makes of a value, as text; '' for what isn't told."""
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Row):
        listed = "; ".join(_number(each, IN_ROWS) for each in value.first)
        if value.length <= MOST:
            return f"[{listed}]"
        return fill(PAGE["python.numbers"], {"listed": listed, "count": value.length})
    if isinstance(value, Table):
        return fill(PAGE["python.table"], value._asdict())
    if isinstance(value, tuple):
        return " ".join(map(shown, value))
    return "" if value is None else _number(value)


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
