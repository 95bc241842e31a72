"""Finds result codes in any text: lists, links, emails with broken lines; and lines typed from paper."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from downhill.session.result import Result
from downhill.session.result_code import BROKEN, decode, encode

LONGEST = 2_000_000  # characters that are searched
MOST = 5_000  # codes that are read: each takes up to a tenth of a millisecond
MOST_PIECES = 80  # lines that one code may be broken into
SHOWN = 24  # characters of a code that a sentence about it quotes
_CODE = re.compile(r"(?i:downhill)([1-9][0-9]{0,3}\.[A-Za-z0-9_-]*)")
# The rest of a code, at the beginning of a line: emails quote with >.
_REST = re.compile(r"[\s>]*([A-Za-z0-9_-]+)=?(\s*)")
_END = re.compile(r"=?\s*")
_TYPED = re.compile(r"(?i).* (before|after|later) [abc] [a-e-]")  # only such lines are looked at more closely


class Found(NamedTuple):
    """A code in a text: the line where it begins, counted from 1, and its result or why it has none."""

    line: int
    code: str
    result: Result | str


class Search(NamedTuple):
    """The codes in a text, and the numbers of the lines that hold something other than a code.

    `rest` is the first line that was not read to its end because the text is too long; 0 if there is none.
    """

    found: list[Found]
    empty: list[int]
    rest: int = 0


def search(text: str) -> Search:
    """Look for codes; never raises. A code broken over several lines is joined if that makes it whole."""
    lines = text[:LONGEST].splitlines()
    found: list[Found] = []
    used: set[int] = set()
    rest = len(lines) if len(text) > LONGEST else 0
    for index, match in _beginnings(lines, used):
        if len(found) == MOST:
            rest = index + 1
            break
        code, last = _whole(match, lines, index)
        used |= {*range(index, last + 1)}
        found.append(Found(index + 1, code, decode(code)))
    for index, line in enumerate(lines):
        if index not in used and _TYPED.match(line) and (code := _typed(line)):
            used.add(index)
            found.append(Found(index + 1, code, decode(code)))
    looked_at = enumerate(lines[: (rest or len(lines) + 1) - 1])
    empty = [index + 1 for index, line in looked_at if line.strip() and index not in used]
    return Search(found, empty, rest)


def _typed(line: str) -> str:
    """Return the code of a line that was typed from a sheet of paper; '' if it is no such line."""
    from downhill.evidence import on_paper  # comes when it is needed

    fields = on_paper.read(line)
    return encode(Result(more=fields)) if fields else ""


def _beginnings(lines: Sequence[str], used: Container[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where codes begin, with the index of the line; skip lines that the code before has used."""
    for index, line in enumerate(lines):
        if index not in used:
            for match in _CODE.finditer(line):
                yield index, match


def _whole(match: re.Match[str], lines: Sequence[str], index: int) -> tuple[str, int]:
    """Return the code that begins in that line, and the index of the line where it ends."""
    code = "downhill" + match[1]
    if decode(code) != BROKEN or not _END.fullmatch(match.string, match.end()):
        return code, index
    joined = code
    for last, piece in _pieces(lines, index):
        joined += piece
        if decode(joined) != BROKEN:
            return joined, last
    return code, index


def _pieces(lines: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    """Yield what the lines after this one may add to a code, with their indices."""
    for last, line in enumerate(lines[index + 1 : index + 1 + MOST_PIECES], index + 1):
        match = _REST.match(line)
        if not match:
            return
        yield last, match[1]
        if match.end() < len(line):
            return


def told(code: str) -> str:
    """Return the beginning of a code, for a sentence about it."""
    return code if len(code) <= SHOWN else f"{code[:SHOWN]}…"
