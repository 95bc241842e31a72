"""Numbers as people and spreadsheets write them: decimal points and commas, thousands, units."""

from __future__ import annotations

import re
from typing import NamedTuple

POINT, COMMA = ".", ","
BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
MINUSES = "-\N{MINUS SIGN}\N{EN DASH}"
CURRENCIES = "$€£¥₹"


def _grammar(mark: str, other: str) -> re.Pattern[str]:
    """Numbers with that decimal mark, and groups of three digits parted by the other mark or a blank."""
    grouped = rf"[1-9][0-9]{{0,2}}(?P<sign>[{other}{APOSTROPHES}{BLANKS}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*"
    digits = rf"(?:(?:{grouped}|[0-9]+)(?:[{mark}][0-9]*)?|[{mark}][0-9]+)"
    before = rf"(?P<before>[^{MINUSES}+0-9.,]{{0,20}}?)"
    after = r"(?P<after>(?:\s*[^0-9.,\s][^0-9]{0,20})?)"
    return re.compile(rf"{before}(?P<number>[{MINUSES}+]?{digits}(?:[eE][+-]?[0-9]{{1,9}})?){after}")


GRAMMARS = {POINT: _grammar(POINT, COMMA), COMMA: _grammar(COMMA, POINT)}
SIGN_FIRST = re.compile(rf"([{MINUSES}+])\s*([{CURRENCIES}])")  # as in -$5
TIDY = str.maketrans(MINUSES, "-" * len(MINUSES), APOSTROPHES + BLANKS)


class Numeral(NamedTuple):
    """A number, and what is written around it: a sign of a currency, a unit, or nothing."""

    value: float
    unit: str = ""


def numeral(text: str, mark: str) -> Numeral | None:
    """What a text spells, read with that decimal mark, or None.

    Groups of exactly three digits may be parted by the other mark, a blank (also one that doesn't break) or
    an apostrophe. The value can be infinite: when it is too large for a float.
    """
    found = GRAMMARS[mark].fullmatch(SIGN_FIRST.sub(r"\2\1", text.strip(), count=1))
    if found is None:
        return None
    digits = found["number"].translate(TIDY).replace(COMMA if mark == POINT else POINT, "")
    return Numeral(float(digits.replace(COMMA, POINT)), f"{found['before']}{found['after']}".strip())
