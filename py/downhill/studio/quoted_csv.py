"""A table with texts of readers in it as CSV, which no spreadsheet takes for formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from downhill.studio.run_csv import LINE_END

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Stands at the beginning: without it, spreadsheets do not see that the file is UTF-8."""
FORMULA = "=+-@\t\r＝＋－＠"
"""Signs with which a cell begins that a spreadsheet may take for a formula (OWASP, “CSV Injection”)."""


def quoted_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV after RFC 4180, every cell in quotation marks."""
    return MARK + "".join(",".join(map(_cell, row)) + LINE_END for row in rows)


def _cell(text: str) -> str:
    """A cell; what might be a formula begins with an apostrophe."""
    safe = f"'{text}" if text.startswith(tuple(FORMULA)) else text
    return '"' + safe.replace('"', '""') + '"'
