"""A formula's text in pieces: numbers, names, and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from downhill.maths.formula.duals import FUNCTIONS
from downhill.maths.formula.tree import CONSTANTS, X
from downhill.text.mistake import Mistake

NUMBER, NAME, FUNCTION, SIGN, RAISED, END = "number", "name", "function", "sign", "raised", "end"

# `log` is the natural logarithm, as in numpy: the page shows it as ln.
OTHER_NAMES = {
    "log": "ln",
    "lg": "log10",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "tg": "tan",
    "arctg": "arctan",
    "π": "pi",
    "√": "sqrt",
}
KNOWN = {X, *CONSTANTS, *FUNCTIONS, *OTHER_NAMES}
SIGNS = {
    sign: plain
    for plain, signs in {"-": "-−–‒", "*": "*·×⋅∗", "/": "/÷∶", "^": "^"}.items()
    for sign in signs
}
SIGNS |= {sign: sign for sign in "+()|"} | {"**": "^"}
SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# A comma is a decimal sign, as no function takes two arguments.
PIECE = re.compile(
    r"""\s*(?:
    (?P<number>[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)
    |(?P<name>[A-Za-z]+?(?=log10(?![0-9]))|log10(?![0-9])|[A-Za-z]+|[π√])
    |(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
    |(?P<sign>\*\*|\S)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
NAMES = re.compile("|".join(sorted(KNOWN, key=len, reverse=True)))
RUN_TOGETHER = re.compile(f"(?:{NAMES.pattern})+")


class Token(NamedTuple):
    """A piece: its kind, what it means, and where it stands in the text."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The pieces of a text from `start` on, and an `END`.

    Raises `Mistake` for signs and names that mean nothing.
    """
    while found := PIECE.match(text, start):
        kind, start = str(found.lastgroup), found.end()
        place = found.start(kind), found.end(kind)
        if kind == NAME:
            yield from _names(found[kind], *place)
        elif kind == SIGN and found[kind] not in SIGNS:
            raise Mistake("formula.sign", *place, sign=found[kind])
        else:
            yield Token(kind, _plain(kind, found[kind]), *place)
    yield Token(END, "", len(text), len(text))


def _plain(kind: str, text: str) -> str:
    """A piece as it is written in the plainest way."""
    if kind == SIGN:
        return SIGNS[text]
    return text.translate(SMALL) if kind == RAISED else text.replace(",", ".")


def _names(written: str, start: int, end: int) -> Iterator[Token]:
    """One name, or several that are written without a space between them, as in xsin(x)."""
    text = written.lower()
    if text not in KNOWN and not RUN_TOGETHER.fullmatch(text):
        near = get_close_matches(text, sorted(KNOWN), n=1, cutoff=0.5)
        numbers = {"name": written[:20], "near": near[0] if near else ""}
        raise Mistake("formula.near" if near else "formula.name", start, end, **numbers)
    for part in [text] if text in KNOWN else NAMES.findall(text):
        name = OTHER_NAMES.get(part, part)
        yield Token(FUNCTION if name in FUNCTIONS else NAME, name, start, start + len(part))
        start += len(part)
