"""From what a request asks for to a file of the served folder, and to nothing outside of it."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

HASHED = re.compile(r"-[0-9a-f]{8,}$")
# A backslash separates, and a colon names a drive or a hidden stream, on Windows.
FORBIDDEN = frozenset("\\:\0")


class Found(NamedTuple):
    """A file of the folder, and whether its address names its content, so that it can never change."""

    path: Path
    immutable: bool


class Moved(NamedTuple):
    """The address that was meant: a folder's, with its slash."""

    location: str


def resolve(folder: Path, target: str, prefix: str = "/") -> Found | Moved | None:
    """Find the file that `target`, the request's path with its query, names under `prefix`.

    Returns None for whatever is not there or not in `folder` once links are followed. A folder stands for its
    index.html; without its slash it has moved.
    """
    address, _, query = target.partition("?")
    if not address.startswith(prefix):
        return Moved(prefix) if address and address + "/" == prefix else None
    names = segments(address[len(prefix) :])
    if names is None:
        return None
    root = folder.resolve()
    path = _inside(root, names)
    if path is None:
        return None
    if path.is_dir() and not address.endswith("/"):
        return Moved(address + "/" + (f"?{query}" if query else ""))
    if address.endswith("/"):
        path = _inside(root, [*names, "index.html"])
    if path is None or not path.is_file():
        return None
    return Found(path, any(HASHED.search(name) for name in names))


def segments(address: str) -> list[str] | None:
    """Split an address, without the slash it begins with, into decoded names; None if one can't be a name."""
    if not address:
        return []
    names = []
    for part in address.removesuffix("/").split("/"):
        try:
            name = unquote_to_bytes(part).decode()
        except UnicodeDecodeError:
            return None
        if name in ("", ".", "..") or "/" in name or FORBIDDEN & set(name):
            return None
        names.append(name)
    return names


def _inside(root: Path, names: list[str]) -> Path | None:
    try:
        path = root.joinpath(*names).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # not there, a loop of links, a name no file can have
        return None
    return path if path.is_relative_to(root) else None
