"""Points of a plane as text, one row a line, and back: what a reader's own data look like on their way.

A row is `x`, a tab, `y`; numbers are written with all their digits. The first line may hold the names of both
columns instead. `read` takes back whatever `write` has written; it is no parser of what people paste.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

MOST = 200  # rows
NAMES = ("x", "y")


class Points(NamedTuple):
    """Places of shape (n, 2), each x and y, and what the two columns are called."""

    places: np.ndarray
    names: tuple[str, str] = NAMES


def write(places: np.ndarray | Sequence[Sequence[float]], names: tuple[str, str] = NAMES) -> str:
    """The points as text: `read(write(places, names))` is the same again.

    Raises `ValueError` when a number isn't finite or when there are more than `MOST` rows.
    """
    table = np.asarray(places, dtype=float).reshape(-1, 2) + 0.0  # a zero loses its minus
    if len(table) > MOST or not np.isfinite(table).all():
        raise ValueError(f"expected at most {MOST} rows of finite numbers, got {len(table)} rows")
    rows = [f"{x!r}\t{y!r}" for x, y in table.tolist()]
    return "\n".join(_header(names) + rows)


def _header(names: tuple[str, str]) -> list[str]:
    """The line of names, where they are others than usual and can be told from numbers."""
    x, y = (" ".join(name.split()) or usual for name, usual in zip(names, NAMES, strict=True))
    plain = (x, y) == NAMES or not (_is_name(x) and _is_name(y))
    return [] if plain else [f"{x}\t{y}"]


def read(text: str) -> Points:
    """What such a text says. Raises `ValueError`, naming the line, where it isn't of that form."""
    lines = text.split("\n") if text else []
    names = NAMES
    if lines and lines[0].count("\t") == 1 and all(map(_is_name, lines[0].split("\t"))):
        x, y = lines.pop(0).split("\t")
        names = x, y
    rows = [_numbers(line) for line in lines]
    bad = next((line for line, row in zip(lines, rows, strict=True) if math.isnan(sum(row))), None)
    if bad is not None or len(rows) > MOST:
        raise ValueError(f"{bad!r} is no row of two numbers" if bad is not None else f"more than {MOST} rows")
    return Points(np.array(rows, dtype=float).reshape(-1, 2), names)


def _is_name(text: str) -> bool:
    """Return whether a text spells no number, be it one that isn't finite."""
    try:
        float(text)
    except ValueError:
        return True
    return False


def _numbers(line: str) -> tuple[float, float]:
    """The two numbers of a row; not a number where there aren't two."""
    cells = line.split("\t")
    return (_number(cells[0]), _number(cells[1])) if len(cells) == 2 else (math.nan, math.nan)


def _number(text: str) -> float:
    """The finite number that a text spells, else not a number."""
    try:
        value = float(text)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan
