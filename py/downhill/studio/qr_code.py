"""Turns a text into a QR code with segno, which is loaded when the first code is needed."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

MOST = 1273
"""Bytes that a code of version 25 holds at the lowest level of correction (ISO/IEC 18004): its 117 modules
can still be read from a projection. Larger ones exist, and cameras fail at them."""
QUIET = 4  # modules of white around the code, as the standard requires


class Code(NamedTuple):
    """A code's dark modules as an SVG path; its side in modules, including the white edge."""

    path: str
    side: int


def code(text: str) -> Code | None:
    """Return the code of a text; None if it is longer than `MOST` bytes."""
    from segno import encoder  # not loaded until now

    if len(text.encode()) > MOST:
        return None
    found = encoder.encode(text, error="L", micro=False, mode="byte", encoding="utf-8")
    rows = [list(row) for row in found.matrix]
    runs = "".join(_runs(row, line + QUIET) for line, row in enumerate(rows))
    return Code(runs, len(rows) + 2 * QUIET)


def code_for(studio: object, text: str) -> dict[str, str | int]:
    """Return the code of a text as plain data, or, if it is too long, the `most` bytes a text can have."""
    found = code(text)
    return found._asdict() if found else {"most": MOST}


def _runs(row: list[int], line: int) -> str:
    """Return the dark runs of a row, each a rectangle of height 1."""
    parts, at = [], QUIET
    for dark, run in groupby(row):
        width = len([*run])
        if dark:
            parts.append(f"M{at} {line}h{width}v1h-{width}z")
        at += width
    return "".join(parts)
