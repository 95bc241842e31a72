"""What lies in the parts of a built page."""

import json
from pathlib import Path

import brotli


def names_in(container: bytes) -> list[str]:
    """The paths of all files in a container."""
    return [path for path, _ in files_in(container)]


def files_in(container: bytes) -> list[tuple[str, bytes]]:
    """All files in a container, as pairs of path and bytes."""
    at = 4 + int.from_bytes(container[:4], "little")
    found = []
    for path, size in json.loads(container[4:at]):
        found.append((path, container[at : at + size]))
        at += size
    return found


def pack_of(site: Path) -> list[str]:
    """The paths of all files in the pack of a built page."""
    (pack,) = site.glob("start-*/pack.bin")
    return names_in(unpacked(pack))


def unpacked(part: Path) -> bytes:
    """What is compressed in a part that the browser unpacks."""
    data: bytes = brotli.decompress(part.read_bytes())
    return data
