"""The parts of a start, compressed with brotli, which takes a quarter less of the line than gzip.

Its best quality takes twice as long as the second best, for the last hundredth, so large parts are content
with that.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import brotli

BEST, NEXT = 11, 10  # qualities
LARGE = 2**23  # bytes
PIECE = 2**22  # bytes that have a sum of their own, so that a browser can check several pieces at once
WINDOW = 22  # its logarithm: a decoder holds as many bytes for each part that it has in hand


class Part(NamedTuple):
    """A file of the start; of what is in it the size in bytes, and sha256 in base64, whole and by piece."""

    file: Path
    size: int
    content: str
    pieces: list[str]


class Compressing:
    """Compresses files of a folder while the block goes on; when it ends, all are done.

    Of `core.bin` are left `core.packed` and, in `core.about`, size and sums of what that was.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.threads = ThreadPoolExecutor(os.cpu_count())  # brotli lets others run while it is at work
        self.begun: dict[Path, Future[None]] = {}

    def begin(self, *names: str) -> None:
        """Compress `core.bin` and the like, as far as they are there: nobody changes them any more."""
        files = [file for name in names if (file := self.folder / f"{name}.bin").exists()]
        for file in sorted(files, key=lambda file: -file.stat().st_size):  # the longest work first
            self.begun[file] = self.threads.submit(_compress, file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.threads.shutdown(cancel_futures=kind is not None)
        if kind is None:
            for file, done in self.begun.items():
                done.result()
                file.unlink()


def _compress(file: Path) -> None:
    made = part(file.with_suffix(".packed"), file.read_bytes())
    file.with_suffix(".about").write_text(
        json.dumps({"size": made.size, "content": made.content, "pieces": made.pieces})
    )


def compress(data: bytes) -> bytes:
    """Compress to the same bytes each time."""
    packed: bytes = brotli.compress(data, quality=quality(len(data)), lgwin=WINDOW)
    return packed


def quality(size: int) -> int:
    """Return the quality of brotli for that many bytes."""
    return NEXT if size > LARGE else BEST


def part(file: Path, data: bytes) -> Part:
    """Compress into a file; the part that it is."""
    file.write_bytes(compress(data))
    return Part(file, *summed(data))


def summed(data: bytes) -> tuple[int, str, list[str]]:
    """Return a part's size in bytes, its sha256 in base64 and that of each piece, before it is compressed."""
    pieces = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
    return len(data), _sum(data), [_sum(piece) for piece in pieces]


def _sum(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def compressed(folder: Path) -> dict[str, Part]:
    """What `Compressing` has written into a folder, by name."""
    return {
        file.stem: Part(file.with_suffix(".packed"), **json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.about"))
    }
