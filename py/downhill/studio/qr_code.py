"""A text as a QR code: the pattern by segno, which comes when the first code is asked for."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

MOST = 1273
"""Bytes that a code of version 25 holds at the lowest level of correction (ISO/IEC 18004): its 117 modules
can still be read from a projection. Larger ones exist, and cameras fail at them."""
QUIET = 4  # modules of white around the code, which the standard asks for


class Code(NamedTuple):
    """A code's dark modules as the path of an SVG; its sides in modules, with the white edge."""

    path: str
    side: int


def code(text: str) -> Code | None:
    """The code of a text; None for one that is longer than `MOST` bytes."""
    from segno import encoder  # it waits on the site until now

    if len(text.encode()) > MOST:
        return None
    found = encoder.encode(text, error="L", micro=False, mode="byte", encoding="utf-8")
    rows = [list(row) for row in found.matrix]
    runs = "".join(_runs(row, line + QUIET) for line, row in enumerate(rows))
    return Code(runs, len(rows) + 2 * QUIET)


def code_for(studio: object, text: str) -> dict[str, str | int]:
    """The code of a text as plain data, or how many bytes a text may have at `most`."""
    found = code(text)
    return found._asdict() if found else {"most": MOST}


def _runs(row: list[int], line: int) -> str:
    """The dark runs of a row, each a rectangle of height 1."""
    parts, at = [], QUIET
    for dark, run in groupby(row):
        width = len([*run])
        if dark:
            parts.append(f"M{at} {line}h{width}v1h-{width}z")
        at += width
    return "".join(parts)
