"""The part of a file that a request asks for: one range of bytes, or all of them."""

import re
from typing import NamedTuple

RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


class Part(NamedTuple):
    """Bytes from `first` (counted from 0), `length` of them."""

    first: int
    length: int


class Unsatisfiable(Exception):
    """The range begins after the file's end."""


def part(header: str | None, size: int) -> Part | None:
    """Return the one range that `header` asks for of a file of `size` bytes.

    Returns None where all is to be sent: no header, several ranges, or words that are no range. Raises
    Unsatisfiable for a range that holds no byte of the file. (RFC 9110, section 14.)
    """
    match = RANGE.fullmatch(header.strip()) if header else None
    if not match or match.group(0) == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        return _suffix(int(last), size)
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    if last and int(last) < start:
        return None
    if start >= size:
        raise Unsatisfiable
    return Part(start, end - start + 1)


def _suffix(length: int, size: int) -> Part:
    if not length or not size:
        raise Unsatisfiable
    return Part(max(size - length, 0), min(length, size))
