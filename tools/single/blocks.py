"""Writes tables as text in a page: a block of files compressed here, and one of those compressed before."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from tools.single.site_files import PACKED
from tools.single.table import Table


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
