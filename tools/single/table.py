"""The files of a site: where they are, and those of one realm, the page or the worker, as tables in a page.

Files are numbered so that each names only those before it. A table is written as text: a block of files that
are compressed here, and one of those that were compressed before.
"""

from __future__ import annotations

import base64
import gzip
import json
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

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


QUOTED = re.compile(r"""(["'])(\.{1,2}/[^"'\s]+)\1""")
BESIDE = re.compile(r"""(new URL\()"([\w.-]+)"(,\s*import\.meta\.url\))""")
LEFT = re.compile(r"""(?:\bfrom|\bimport\s*\(?)\s*["'](\.{1,2}/[^"']*)["']""")

Change = Callable[[str, str], str]
"""Returns what a text becomes in the file, given its path in the site and its text there."""
StandIn = Callable[[str], str | None]
"""Returns what replaces the script with that path; None if the script itself is included."""


class Entry(NamedTuple):
    """A file of a table: its path in the site, its MIME type, its bytes, and whether these name others."""

    path: str
    type: str
    data: bytes
    is_text: bool


class Table:
    """Numbers for files of a site, from 0 on; whatever a file names has a smaller number than itself.

    A text names another file of the table as `@@number@@`.
    """

    def __init__(self, site: Path, change: Change, stand_in: StandIn) -> None:
        self.site, self.change, self.stand_in = site, change, stand_in
        self.numbers: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.open: list[str] = []  # files whose texts are being read

    def number(self, path: str) -> int:
        """Return the number of a file, after adding it to the table with all files that it names.

        Raises `Problem` if files name each other in a circle, or name one that doesn't exist.
        """
        if path in self.numbers:
            return self.numbers[path]
        if path in self.open:
            raise Problem(f"these files refer to each other in a circle: {', '.join(self.open)}.")
        self.open.append(path)
        entry = self._entry(path)
        self.open.pop()
        self.numbers[path] = len(self.entries)
        self.entries.append(entry)
        return self.numbers[path]

    def _entry(self, path: str) -> Entry:
        stand_in = self.stand_in(path)
        if stand_in is not None:
            return Entry(path, type_of(path), stand_in.encode(), is_text=False)
        data = (self.site / path).read_bytes()
        is_text = path.endswith(TEXTS)
        if is_text:
            data = self._placed(path, self.change(path, data.decode())).encode()
        return Entry(path, type_of(path), data, is_text)

    def _placed(self, path: str, text: str) -> str:
        """Return a text with numbers in place of the files that it names."""
        folder = posixpath.dirname(path)

        def named(told: str) -> str | None:
            file = posixpath.normpath(posixpath.join(folder, told))
            return f"@@{self.number(file)}@@" if (self.site / file).is_file() else None

        def quoted(match: re.Match[str]) -> str:
            found = named(match[2])
            return f"{match[1]}{found}{match[1]}" if found else match[0]

        def beside(match: re.Match[str]) -> str:
            found = named(match[2])
            return f'{match[1]}"{found}"{match[3]}' if found else match[0]

        text = BESIDE.sub(beside, QUOTED.sub(quoted, text))
        if path.endswith(".js") and (left := LEFT.search(text)):
            raise Problem(f"{path} imports {left[1]}, which doesn't exist.")
        return text


class Block(NamedTuple):
    """Files of a table as one piece of bytes, and each one's number, MIME type, length, and if it is text."""

    listed: list[tuple[int, str, int, bool]]
    zipped: bool
    data: bytes


def blocks(table: Table) -> list[Block]:
    """Return the files of a table in two blocks."""
    numbered = list(enumerate(table.entries))
    found = []
    for zipped in (True, False):
        mine = [(n, entry) for n, entry in numbered if entry.path.endswith(PACKED) != zipped]
        data = b"".join(entry.data for _, entry in mine)
        listed = [(n, entry.type, len(entry.data), entry.is_text) for n, entry in mine]
        found.append(Block(listed, zipped, gzip.compress(data, 9, mtime=0) if zipped else data))
    return found


def elements(tables: Mapping[str, Table], first: int, names: list[str]) -> str:
    """Return the blocks of all realms as elements of a page, after a list of what is in them.

    `first` is the number of the worker's first script, `names` are those of attributes that wait.
    """
    lines, listed = [], {}
    for realm, table in tables.items():
        found = blocks(table)
        listed[realm] = [{"listed": block.listed, "zipped": block.zipped} for block in found]
        for i, block in enumerate(found):
            lines.append(_element(f"single-{realm}-{i}", "text/plain", base64.b64encode(block.data).decode()))
    told: dict[str, Any] = {"first": first, "names": names, "blocks": listed}
    lines.insert(0, _element("single-list", "application/json", json.dumps(told, separators=(",", ":"))))
    return "\n".join(lines) + "\n"


def _element(name: str, kind: str, text: str) -> str:
    return f'<script type="{kind}" id="{name}">{text}</script>'
