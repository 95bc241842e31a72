"""The container that files travel in: an index, after four bytes with its length, and then their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable

Files = Iterable[tuple[str, bytes]]


def container(files: Files) -> bytes:
    """Pack pairs of path and bytes the way web/boot/shared/files.js and py/worker/archives.py unpack them."""
    pairs = list(files)
    index = json.dumps([[path, len(data)] for path, data in pairs], separators=(",", ":")).encode()
    return b"".join([len(index).to_bytes(4, "little"), index, *(data for _, data in pairs)])
