"""A result as a code: `downhill1.` and base64url, of a sum (CRC-32, 4 bytes) and the deflated lines.

The checksum finds slips: a lost, changed, or extra character. It keeps nobody from making up a result.
"""

from __future__ import annotations

import re
import zlib

from downhill.session.compact import deflate, from_base64url, inflate, to_base64url
from downhill.session.result import Misfit, Result, read, write

VERSION = 1
PREFIX = f"downhill{VERSION}."
LONGEST = 6_000  # characters of a code that is read: a third more than the longest the page writes
SUM = 4  # bytes
NO_CODE, BROKEN, NEWER, MISFIT = "none", "broken", "newer", "misfit"
"""Why a text isn't a result: not a code, cut off or changed, from a newer page, or claiming what can't be."""
_CODE = re.compile(r"downhill([1-9][0-9]{0,3})\.([A-Za-z0-9_-]*)")


def encode(result: Result) -> str:
    """Return the code of a result."""
    data = deflate(write(result).encode())
    return PREFIX + to_base64url(zlib.crc32(data).to_bytes(SUM, "big") + data)


def decode(text: str) -> Result | str:
    """Return the result in a code, or why there is none: `NO_CODE`, `BROKEN`, `NEWER` or `MISFIT`."""
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
    """Return the lines in a code. Raises `ValueError` if they were damaged."""
    packed = from_base64url(signs[:LONGEST])
    sum_, data = packed[:SUM], packed[SUM:]
    if to_base64url(packed) != signs or zlib.crc32(data).to_bytes(SUM, "big") != sum_:
        raise ValueError("the checksum doesn't match")
    return inflate(data).decode()
