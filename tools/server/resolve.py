"""Finds the file of the served folder for the path of a request, and nothing outside of the folder."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

HASHED = re.compile(r"-[0-9a-f]{8,}$")
# A backslash separates, and a colon names a drive or a hidden stream, on Windows.
FORBIDDEN = frozenset("\\:\0")


class Found(NamedTuple):
    """A file in the folder, or a folder in it, and whether its content can never change."""

    path: Path
    immutable: bool


def resolve(folder: Path, target: str, prefix: str = "/") -> Found | None:
    """Find what `target`, the request's path with its query, names under `prefix`.

    Returns None for anything that doesn't exist, or isn't in `folder` once links are followed. A folder with
    a slash at its end means its index.html; without, the folder itself is returned.
    """
    address = target.partition("?")[0]
    if address and address + "/" == prefix:
        return Found(folder, immutable=False)
    names = segments(address[len(prefix) :]) if address.startswith(prefix) else None
    if names is None:
        return None
    path = _inside(folder.resolve(), [*names, "index.html"] if address.endswith("/") else names)
    if path is None or not (path.is_file() or (path.is_dir() and not address.endswith("/"))):
        return None
    return Found(path, path.is_file() and any(HASHED.search(name) for name in names))


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
    except (OSError, RuntimeError, ValueError):  # not found, a loop of links, an impossible name
        return None
    return path if path.is_relative_to(root) else None
