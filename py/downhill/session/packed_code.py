"""A reader's code as a link holds it: compressed, in the letters of base64url."""

from __future__ import annotations

import base64
import zlib

LONGEST = 20000  # characters of a text


def pack(text: str) -> str:
    """A text as letters, digits, `-` and `_`."""
    packed = zlib.compress(text.encode(), 9)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def unpack(packed: str) -> str:
    """The text that was packed. Raises `ValueError` for what is none, or one that is too long."""
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj()
        text = reader.decompress(data, 4 * LONGEST).decode()
    except (ValueError, zlib.error) as error:
        raise ValueError(f"no code is packed in {packed[:20]!r}") from error
    if reader.unconsumed_tail or not reader.eof or not 0 < len(text) <= LONGEST:
        raise ValueError(f"the code in {packed[:20]!r} is cut off, empty or too long")
    return text
