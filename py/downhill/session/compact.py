"""A text in few signs, all of which may stand in an address: what a link does with a reader's own data.

A table of points becomes one large number (`downhill.session.compact_table`), any other text is deflated.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from downhill.session import compact_table

LONGEST = 20_000  # bytes of a text: 200 points with all their digits have half as many
DEFLATED, TABLE = "z", "p"


def pack(text: str) -> str:
    """The text in letters, digits, `-`, `_` and `.`: `unpack(pack(text)) == text`, up to `LONGEST` bytes."""
    deflated = DEFLATED + to_base64url(deflate(text.encode("utf-8", "surrogatepass")))
    table = compact_table.pack(text)
    if table is None:
        return deflated
    heads, *parts = table
    packed = TABLE + ".".join([*map(str, heads), *map(to_base64url, parts)]).removesuffix(".")
    return min(packed, deflated, key=len)


def unpack(packed: str) -> str:
    """The text again. Raises `ValueError` for what `pack` has not made, or what is longer than `LONGEST`."""
    kind, rest = packed[:1], packed[1:]
    if kind == DEFLATED:
        return inflate(from_base64url(rest)).decode("utf-8", "surrogatepass")
    if kind != TABLE:
        raise ValueError(f"{kind!r} is no kind of packed text")
    *heads, number, names = [*rest.split("."), ""][: compact_table.HEADS + 2]
    return compact_table.unpack([int(head) for head in heads], from_base64url(number), from_base64url(names))


def to_base64url(data: bytes) -> str:
    """Bytes as letters, digits, `-` and `_`."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    """The bytes again. Raises `ValueError` where a sign is none of those."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(f"no bytes are written as {text[:20]!r}: {error}") from None


def deflate(data: bytes) -> bytes:
    """Bytes without a head or a sum, in as few as there can be."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def inflate(data: bytes) -> bytes:
    """What was deflated; never more of it is unpacked than a text may have. Raises `ValueError`."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpacker.decompress(data, LONGEST)
    except zlib.error as error:
        raise ValueError(f"not a packed text: {error}") from None
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError(f"not a whole packed text of at most {LONGEST} bytes")
    return found
