"""Packs a text into few characters that an address can hold: how a link carries a reader's own data.

A table of points becomes one large number (`downhill.session.compact_table`), any other text is deflated.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from downhill.session import compact_table

LONGEST = 20_000  # bytes of a text: 200 points with all their digits take half of that
DEFLATED, TABLE = "z", "p"


def pack(text: str) -> str:
    """Pack a text of up to `LONGEST` bytes into letters, digits, `-`, `_` and `.`; `unpack` reverses it."""
    deflated = DEFLATED + to_base64url(deflate(text.encode("utf-8", "surrogatepass")))
    table = compact_table.pack(text)
    if table is None:
        return deflated
    heads, *parts = table
    packed = TABLE + ".".join([*map(str, heads), *map(to_base64url, parts)]).removesuffix(".")
    return min(packed, deflated, key=len)


def unpack(packed: str) -> str:
    """Unpack a text. Raises `ValueError` if `pack` didn't make it, or if it is longer than `LONGEST`."""
    kind, rest = packed[:1], packed[1:]
    if kind == DEFLATED:
        return inflate(from_base64url(rest)).decode("utf-8", "surrogatepass")
    if kind != TABLE:
        raise ValueError(f"unknown kind of packed text: {kind!r}")
    *heads, number, names = [*rest.split("."), ""][: compact_table.HEADS + 2]
    return compact_table.unpack([int(head) for head in heads], from_base64url(number), from_base64url(names))


def to_base64url(data: bytes) -> str:
    """Encode bytes as letters, digits, `-` and `_`."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    """Decode the bytes. Raises `ValueError` for any other character."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(f"not base64url: {text[:20]!r}: {error}") from None


def deflate(data: bytes) -> bytes:
    """Compress bytes as far as possible, without a header or a checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def inflate(data: bytes) -> bytes:
    """Decompress bytes, at most `LONGEST` of them. Raises `ValueError` for anything else."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpacker.decompress(data, LONGEST)
    except zlib.error as error:
        raise ValueError(f"not a packed text: {error}") from None
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError(f"packed text is cut off or longer than {LONGEST} bytes")
    return found
