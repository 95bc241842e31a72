"""The lock of the browser's runtime: which packages, which of their files, and their hashes."""

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from tools.common import hashes
from tools.common.console import Problem


class File(NamedTuple):
    """One file to keep: its name in the cache, its name in the package, its size in bytes, its hash."""

    name: str
    member: str
    size: int
    sha256: str


class Part(NamedTuple):
    """A package inside another one: its SPDX license, and its file if it is a single file.

    `version` is empty if it is unknown; one with the `registry` `generic` isn't available separately.
    """

    registry: str
    package: str
    version: str
    license: str
    file: str


class Source(NamedTuple):
    """One package of a registry (`npm` or `pypi`), and the folder of the cache for its files.

    `license` is its own SPDX license, empty if it only carries other packages; `parts` are those.
    """

    registry: str
    package: str
    version: str
    folder: str
    size: int
    sha256: str
    integrity: str
    files: tuple[File, ...]
    license: str = ""
    parts: tuple[Part, ...] = ()


def read(path: Path) -> tuple[Source, ...]:
    """Read the committed lock."""
    entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["sources"]
    return tuple(
        Source(
            **{
                **entry,
                "files": tuple(File(**file) for file in entry["files"]),
                "parts": tuple(Part(**part) for part in entry["parts"]),
            }
        )
        for entry in entries
    )


def write(path: Path, sources: tuple[Source, ...]) -> None:
    """Write a lock that `read` reads, in an order that makes changes easy to review."""
    entries = [
        {
            **source._asdict(),
            "files": [file._asdict() for file in source.files],
            "parts": [part._asdict() for part in source.parts],
        }
        for source in sources
    ]
    path.write_text(json.dumps({"sources": entries}, indent=1) + "\n", encoding="utf-8")


def folders(sources: tuple[Source, ...]) -> dict[str, str]:
    """Return the name of the cache's folder for each part: `pyodide` -> `pyodide-` and a hash of its content.

    So a changed lock never meets the files of an older one.
    """
    sums: dict[str, Any] = {}
    for source in sources:
        total = sums.setdefault(source.folder, hashlib.sha256())
        for file in source.files:
            total.update(f"{file.name} {file.sha256}\n".encode())
    return {name: f"{name}-{total.hexdigest()[:12]}" for name, total in sums.items()}


def whole(path: Path, file: File) -> bool:
    """Return whether `path` exists, is readable, and matches the lock exactly."""
    try:
        return path.is_file() and path.stat().st_size == file.size and hashes.sha256(path) == file.sha256
    except PermissionError:
        return False


def verify(path: Path, name: str, expected: str) -> None:
    """Raise `Problem`, with the name and both hashes, if a file's sha256 isn't the expected one."""
    refuse_unless_equal(name, expected, hashes.sha256(path))


def refuse_unless_equal(name: str, expected: str, found: str) -> None:
    """Raise `Problem`, naming `name`, unless both hashes are equal."""
    if found != expected:
        raise Problem(f"{name} is not what was expected: its hash is {found}, but the lock says {expected}.")


def agree_with_pyodide(sources: tuple[Source, ...], official: Path) -> None:
    """Compare our wheels with `pyodide-lock.json`, the authority on Pyodide's packages."""
    packages = json.loads(official.read_text(encoding="utf-8"))["packages"].values()
    sums = {package["file_name"]: package["sha256"] for package in packages}
    wheels = [file for source in sources for file in source.files if file.name.endswith(".whl")]
    for file in wheels:
        refuse_unless_equal(file.name, sums.get(file.name, "(unknown to Pyodide)"), file.sha256)
