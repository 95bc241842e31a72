"""Reads a pasted table of numbers in any common format: its rows, first two columns, their names.

What a comma means is decided from the whole table. Tabs part columns where there are any, else semicolons;
else commas, blanks, or commas before blanks, whichever reads every row, and rather into two columns than into
more. The decimal mark is the one that reads every number; where both do and the numbers differ, semicolons
speak for the comma, and points without any comma for the point. What can still be read in two ways is
refused. A plain blank inside a number parts thousands, where blanks don't part the columns. Currencies and
units are left off where all of a column have the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from downhill.points.numerals import COMMA, POINT, Numeral, numeral
from downhill.text.mistake import Mistake

LONGEST, WIDEST, MOST = 100_000, 400, 200  # characters of a text, characters of a row, rows
LARGEST, SMALLEST = 1e9, 1e-12
TAB, SEMICOLON, COMMAS, BOTH, BLANKS = "\t", ";", ",", ", +", " +"
UNQUOTED = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'  # an even number of quotes follows


class Table(NamedTuple):
    """Points, shape (n, 2); the names of both columns, where they have any; how many columns there were."""

    points: np.ndarray
    names: tuple[str, str] | None
    columns: int


class Line(NamedTuple):
    """A line of the text that isn't empty: its number, counted from 1, where it begins, and what it says."""

    number: int
    start: int
    text: str

    def mistake(self, key: str, what: str = "") -> Mistake:
        """What is wrong with this line."""
        return Mistake(
            key, self.start, self.start + len(self.text), row=str(self.number), text=cut(what or self.text)
        )


class Reading(NamedTuple):
    """One way to read all rows: their cells, and the numerals of two columns; None if a row has none."""

    header: list[str]
    cells: list[list[str]]
    rows: list[tuple[Numeral, Numeral] | None]

    @property
    def wrong(self) -> int:
        """How many rows can't be read this way."""
        return self.rows.count(None)

    @property
    def widths(self) -> set[int]:
        """How many cells the rows have."""
        return {len(cells) for cells in self.cells}

    @property
    def values(self) -> list[tuple[float, float]]:
        """The numbers themselves, of rows that can be read."""
        return [(row[0].value, row[1].value) for row in self.rows if row]


def parse(text: str) -> Table:
    """The table that a text holds. Raises `Mistake` with a `table.…` key, and nothing else."""
    if len(text) > LONGEST:
        raise Mistake("table.endless", 0, len(text), most=str(MOST))
    lines = list(_lines(text))
    for line in lines:
        if len(line.text) > WIDEST:
            raise line.mistake("table.wide")
    reading = _reading(lines)
    rows = lines[bool(reading.header) :]
    if not rows:
        raise Mistake("table.empty", 0, len(text))
    if len(rows) > MOST:
        raise Mistake("table.long", rows[MOST].start, len(text), rows=str(len(rows)), most=str(MOST))
    for line, cells, row in zip(rows, reading.cells, reading.rows, strict=True):
        _check(line, cells, row)
    return Table(np.array(reading.values), _names(reading), max(reading.widths))


def cut(text: str, most: int = 30) -> str:
    """Return a text of one line, of at most `most` characters."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _lines(text: str) -> Iterator[Line]:
    """The lines with anything in them, without separators at the end or a mark of the byte order."""
    number = 1
    for found in re.finditer(r"\r\n|\r|\n|[^\r\n]+", text):
        if found[0][0] in "\r\n":
            number += 1
        elif said := found[0].rstrip(" \t;,").lstrip(" \ufeff"):
            yield Line(number, found.start() + found[0].index(said), said)


def _reading(lines: Sequence[Line]) -> Reading:
    """The one way to read these lines; the one with the fewest wrong rows where none reads all."""
    for separator in (TAB, SEMICOLON):
        if any(separator in re.sub('"[^"]*"', "", line.text) for line in lines):
            return _marked(lines, separator)
    readings = [_marked(lines, separator) for separator in (COMMAS, BOTH, BLANKS)]
    whole = [reading for reading in readings if not reading.wrong]
    if not whole:
        return min(readings, key=lambda reading: reading.wrong)
    found = [reading for reading in whole if reading.widths == {2}] or whole[:1]
    if any(reading.values != found[0].values for reading in found) or _is_ragged(found[0], lines):
        raise _ambiguous(lines)
    return found[0]


def _marked(lines: Sequence[Line], separator: str) -> Reading:
    """These lines with columns parted by that, and the decimal mark that fits."""
    cells = [_cells(line.text, separator) for line in lines]
    header = cells[0] if cells and all(_is_name(cell) for cell in cells[0][:2]) else []
    cells = cells[bool(header) :]
    point, comma = (Reading(header, cells, _rows(cells, mark)) for mark in (POINT, COMMA))
    if point.wrong or comma.wrong or point.values == comma.values:
        return min(point, comma, key=lambda reading: reading.wrong)
    used = {sign for row in cells for cell in row[:2] for sign in cell if sign in ".,"}
    if used == {POINT}:
        return point
    if used == {COMMA} and separator == SEMICOLON:
        return comma
    raise _ambiguous(lines)


def _cells(text: str, separator: str) -> list[str]:
    if '"' not in text:
        return [cell.strip() for cell in re.split(separator, text)]
    cells = (cell.strip() for cell in re.split(separator + UNQUOTED, text))
    return [cell[1:-1].replace('""', '"').strip() if re.fullmatch('".*"', cell) else cell for cell in cells]


def _is_name(cell: str) -> bool:
    """Return whether a cell of the first row can be a column's name."""
    return not re.match(r"\W*([0-9]|(nan|inf|infinity)$)", cell, re.IGNORECASE)


def _rows(cells: Sequence[Sequence[str]], mark: str) -> list[tuple[Numeral, Numeral] | None]:
    """The numerals of the first two columns; None if one is missing, or has another unit than most."""
    pairs = [[numeral(cell, mark) for cell in row[:2]] for row in cells]
    rows = [(pair[0], pair[1]) if len(pair) == 2 and pair[0] and pair[1] else None for pair in pairs]
    units = [Counter(row[i].unit for row in rows if row).most_common(1) for i in (0, 1)]
    usual = tuple(unit[0][0] if unit else "" for unit in units)
    return [row if row and (row[0].unit, row[1].unit) == usual else None for row in rows]


def _is_ragged(reading: Reading, lines: Sequence[Line]) -> bool:
    """Return whether commas part whole numbers into rows of different lengths: some may be decimal commas."""
    whole = all(re.fullmatch("[0-9]+", cell) for row in reading.cells for cell in row)
    return whole and len(reading.widths) > 1 and any("," in line.text for line in lines)


def _ambiguous(lines: Sequence[Line]) -> Mistake:
    first = next((line for line in lines if "," in line.text), lines[0])
    return first.mistake("table.ambiguous")


def _check(line: Line, cells: Sequence[str], row: tuple[Numeral, Numeral] | None) -> None:
    """Raise `Mistake` where a row isn't two numbers of a sensible size."""
    if len(cells) < 2 or not all(cells[:2]):
        raise line.mistake("table.short")
    for cell in cells[:2]:
        if numeral(cell, POINT) is None and numeral(cell, COMMA) is None:
            raise line.mistake("table.nan", cell)
    if row is None:
        raise line.mistake("table.other")
    for cell, (value, _) in zip(cells, row, strict=False):
        if not abs(value) <= LARGEST:
            raise line.mistake("table.large", cell)
        if 0 < abs(value) < SMALLEST:
            raise line.mistake("table.small", cell)


def _names(reading: Reading) -> tuple[str, str] | None:
    """The names of both columns, tidied; None unless both have one."""
    across, up = [*map(cut, reading.header), "", ""][:2]
    return (across, up) if across and up else None
