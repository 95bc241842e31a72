"""The parts of a start, compressed: with brotli what the browser unpacks, with gzip what Python does.

Brotli takes a quarter less of the line than gzip. Its best quality takes ten times as long for the last
hundredth, so large parts are content with the second best.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import brotli

BEST, NEXT = 11, 10  # qualities
LARGE = 2**24  # bytes
WINDOW = 22  # its logarithm: a decoder holds as many bytes for each part that it has in hand


class Part(NamedTuple):
    """A file of the start: where it lies; of what is compressed in it the size in bytes and the sha256.

    Size and sum, in base64, are 0 and nothing where nothing is.
    """

    file: Path
    size: int = 0
    content: str = ""


def compress(folder: Path, byby_brotli: Iterable[str], byby_gzip: Iterable[str]) -> None:
    """Compress `core.bin` and the like, by their names, as far as they are in the folder.

    `page` are the names of what the browser unpacks, `python` of what Python does. Writes `core.packed`, and
    into `core.about` what that was; removes `core.bin`.
    """
    files = [(folder / f"{name}.bin", by_brotli) for name in byby_brotli]
    files += [(folder / f"{name}.bin", by_gzip) for name in byby_gzip]
    found = [(file, how) for file, how in files if file.exists()]
    found.sort(key=lambda each: -each[0].stat().st_size)  # the longest work first
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # while they compress they let others run
        list(threads.map(lambda each: _compress(*each), found))


def _compress(file: Path, how: Callable[[bytes], bytes]) -> None:
    data = file.read_bytes()
    content = base64.b64encode(hashlib.sha256(data).digest()).decode()
    file.with_suffix(".packed").write_bytes(how(data))
    file.with_suffix(".about").write_text(json.dumps({"size": len(data), "content": content}))
    file.unlink()


def by_brotli(data: bytes) -> bytes:
    """Compress for the browser."""
    packed: bytes = brotli.compress(data, quality=quality(len(data)), lgwin=WINDOW)
    return packed


def quality(size: int) -> int:
    """The quality of brotli for so many bytes."""
    return NEXT if size > LARGE else BEST


def by_gzip(data: bytes) -> bytes:
    """Compress for Python, always to the same bytes."""
    return gzip.compress(data, 9, mtime=0)


def compressed(folder: Path) -> dict[str, Part]:
    """What `compress` has written into a folder, by name."""
    return {
        file.stem: Part(file.with_suffix(".packed"), **json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.about"))
    }
