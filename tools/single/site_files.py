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
"""MIME types by the ends of names; all others are bytes."""
TEXTS = (".js", ".css", ".html")
"""Ends of the names of files that may name others."""
PACKED = (".bin", ".woff2")
"""Ends of the names of files that no compression makes smaller."""


class Folders(NamedTuple):
    """The folders of a site whose names hold a sum, as paths from its top."""

    app: str
    brotli: str
    micropython: str
    pyodide: str
    pyscript: str
    start: str


def folders(site: Path) -> Folders:
    """Find the folders of a site. Raises `Problem` where there isn't one of each."""
    found = []
    for name in Folders._fields:
        named = sorted(site.glob(f"{name}-*"))
        if len(named) != 1:
            raise Problem(f"{site} is not a whole build: it has {len(named)} folders {name}-…, not one.")
        found.append(named[0].name)
    return Folders(*found)


def type_of(path: str) -> str:
    """The MIME type of a file by its name."""
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
