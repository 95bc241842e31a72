"""Hashes that tell whether bytes are the expected ones."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

PIECE = 1 << 20


def sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def integrity(path: Path) -> str:
    """Return a file's sha512 the way npm writes it: `sha512-` and base64."""
    with path.open("rb") as file:
        return "sha512-" + base64.b64encode(hashlib.file_digest(file, "sha512").digest()).decode()


def tree(places: Iterable[Path], root: Path) -> str:
    """Return one sha256, in hex, over the names (relative to `root`) and bytes of all files in `places`.

    A place is a folder or a single file.

    Files and folders whose names begin with a dot are left out, and so is compiled Python.
    """
    total = hashlib.sha256()
    for place in places:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and not _ignored(path.relative_to(root)):
                total.update(f"{path.relative_to(root).as_posix()}\0{sha256(path)}\n".encode())
    return total.hexdigest()


def _ignored(path: Path) -> bool:
    return path.suffix == ".pyc" or any(part.startswith(".") or part == "__pycache__" for part in path.parts)
