"""A table with texts of readers in it as CSV, which no spreadsheet takes for formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from downhill.studio.run_csv import LINE_END

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Stands at the beginning: without it, spreadsheets do not see that the file is UTF-8."""
FORMULA = "=+-@\t\r＝＋－＠"
"""Signs with which a cell begins that a spreadsheet may take for a formula (OWASP, “CSV Injection”)."""
_BEGINS = re.compile(rf"""(^|[;\t\r\n])(?=[\s"']*[{re.escape(FORMULA)}])""")
"""Where one may begin: a spreadsheet that separates cells by semicolons or tabs divides ours there."""


def quoted_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV after RFC 4180, every cell in quotation marks."""
    return MARK + "".join(",".join(map(_cell, row)) + LINE_END for row in rows)


def _cell(text: str) -> str:
    """A cell; an apostrophe stands before what might be a formula."""
    return '"' + _BEGINS.sub(r"\1'", text).replace('"', '""') + '"'
