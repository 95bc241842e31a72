"""The manifest of a build: `downhill.json` in its folder lists every file with its size and its sha256."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from tools.common import hashes

NAME = "downhill.json"


class Entry(NamedTuple):
    """A file as it was built: its size in bytes and its sha256 in hex."""

    size: int
    sha256: str


class Manifest(NamedTuple):
    """A build: the hash of everything that it was made from, and its files by their names in the folder."""

    inputs: str
    files: dict[str, Entry]


def write(site: Path, inputs: str) -> None:
    """List the files of a folder in the folder itself."""
    files = {name: {"size": size, "sha256": hashes.sha256(site / name)} for name, size in sizes(site).items()}
    listed = {"made by": "Downhill", "inputs": inputs, "files": files}
    (site / NAME).write_text(json.dumps(listed, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read(site: Path) -> Manifest | None:
    """Return the manifest in a folder, or None if it has none of ours."""
    try:
        return parse((site / NAME).read_bytes())
    except OSError:
        return None


def parse(text: bytes) -> Manifest | None:
    """Read a manifest, skipping malformed entries; return None if it isn't ours."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("made by") != "Downhill":
        return None
    files = found.get("files")
    entries = {name: _entry(one) for name, one in (files if isinstance(files, dict) else {}).items()}
    return Manifest(str(found.get("inputs")), {name: one for name, one in entries.items() if one})


def _entry(found: Any) -> Entry | None:
    whole = isinstance(found, dict) and isinstance(found.get("size"), int)
    return Entry(found["size"], str(found.get("sha256"))) if whole else None


def sizes(site: Path) -> dict[str, int]:
    """Return every file's size in bytes by its name in the folder.

    The manifest itself is left out, and so are hidden files, which belong to the system or the host.
    """
    found = {}
    for parent, _, names in os.walk(site):
        for name in names:
            path = Path(parent, name)
            if not name.startswith("."):
                found[path.relative_to(site).as_posix()] = path.stat().st_size
    found.pop(NAME, None)
    return found
