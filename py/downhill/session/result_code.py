"""A result as a code: `downhill1.` and base64url, of a sum (CRC-32, 4 bytes) and the deflated lines.

The sum finds slips: a sign that is lost, changed or too many. It keeps nobody from making up a result.
"""

from __future__ import annotations

import re
import zlib

from downhill.session.compact import deflate, from_base64url, inflate, to_base64url
from downhill.session.result import Misfit, Result, read, write

VERSION = 1
PREFIX = f"downhill{VERSION}."
LONGEST = 6_000  # characters of a code that is read: a third more than the longest that is made
SUM = 4  # bytes
NO_CODE, BROKEN, NEWER, MISFIT = "none", "broken", "newer", "misfit"
"""Why a text is no result: no code, cut off or changed, made by a newer page, or telling what cannot be."""
_CODE = re.compile(r"downhill([1-9][0-9]{0,3})\.([A-Za-z0-9_-]*)")


def encode(result: Result) -> str:
    """A result as its code."""
    data = deflate(write(result).encode())
    return PREFIX + to_base64url(zlib.crc32(data).to_bytes(SUM, "big") + data)


def decode(text: str) -> Result | str:
    """The result of a code, or why there is none: `NO_CODE`, `BROKEN`, `NEWER` or `MISFIT`. Total."""
    found = _CODE.fullmatch(text)
    if not found:
        return NO_CODE
    if int(found[1]) > VERSION:
        return NEWER
    try:
        return read(_text(found[2]))
    except Misfit:
        return MISFIT
    except ValueError:
        return BROKEN


def _text(signs: str) -> str:
    """The lines in a code. Raises `ValueError` where they are not what was written."""
    packed = from_base64url(signs[:LONGEST])
    sum_, data = packed[:SUM], packed[SUM:]
    if to_base64url(packed) != signs or zlib.crc32(data).to_bytes(SUM, "big") != sum_:
        raise ValueError("the sum is another one")
    return inflate(data).decode()
