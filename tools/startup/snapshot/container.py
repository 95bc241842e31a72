"""The container that files travel in: an index, after four bytes with its length, and then their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

Files = Iterable[tuple[str, bytes]]


def container(files: Files) -> bytes:
    """Pack pairs of path and bytes the way web/boot/shared/files.js and py/worker/archives.py unpack them."""
    pairs = list(files)
    index = json.dumps([[path, len(data)] for path, data in pairs], separators=(",", ":")).encode()
    return b"".join([len(index).to_bytes(4, "little"), index, *(data for _, data in pairs)])


def files_in(packed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the pairs of path and bytes that a container holds."""
    at = 4 + int.from_bytes(packed[:4], "little")
    for path, size in json.loads(packed[4:at]):
        yield path, packed[at : at + size]
        at += size
