"""What lies in the parts of a built page."""

from pathlib import Path

import brotli

from tools.startup.snapshot.container import files_in


def names_in(container: bytes) -> list[str]:
    """The paths of all files in a container."""
    return [path for path, _ in files_in(container)]


def pack_of(site: Path) -> list[str]:
    """The paths of all files that a packed start of a built page writes, the standard library's first."""
    parts = [*site.glob("start-*/standard.bin"), *site.glob("start-*/pack.bin")]
    return [name for part in parts for name in names_in(unpacked(part))]


def unpacked(part: Path) -> bytes:
    """What is compressed in a part that the browser unpacks."""
    data: bytes = brotli.decompress(part.read_bytes())
    return data
