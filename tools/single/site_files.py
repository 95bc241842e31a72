"""Where things are in a built site."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tools.common.console import Problem

TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
    ".py": "text/plain",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}
"""MIME types by file endings; all others are bytes."""
TEXTS = (".js", ".css", ".html")
"""Endings of files that may name other files."""
PACKED = (".bin", ".woff2")
"""Endings of files that compression doesn't make smaller."""


class Folders(NamedTuple):
    """The folders of a site with a hash in their names, as paths from its top."""

    app: str
    brotli: str
    micropython: str
    pyodide: str
    pyscript: str
    start: str


def folders(site: Path) -> Folders:
    """Find the folders of a site. Raises `Problem` unless there is one of each."""
    found = []
    for name in Folders._fields:
        named = sorted(site.glob(f"{name}-*"))
        if len(named) != 1:
            raise Problem(f"{site} is not a complete build: it has {len(named)} folders {name}-…, not one.")
        found.append(named[0].name)
    return Folders(*found)


def type_of(path: str) -> str:
    """Return the MIME type of a file by its name."""
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
