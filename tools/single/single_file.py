"""Writes the one file, completely or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tools.common.console import Problem
from tools.common.paths import ROOT
from tools.options import FIRST_LANGUAGE as FIRST
from tools.single.page import Page

MARK = b"<html data-single "
NEAR = 1000
"""A file of ours has the mark within this many bytes."""


def page_of(code: str) -> str:
    """Return the page of a language, by its code. Raises `Problem` for a language without a page."""
    others = sorted(file.stem for file in (ROOT / "web" / "languages").glob("*.toml"))
    if code not in (FIRST, *others):
        raise Problem(f"there is no page in {code}: name one of {', '.join((FIRST, *others))} with --lang.")
    return "index.html" if code == FIRST else f"{code}.html"


def refuse(file: Path) -> None:
    """Raise `Problem` if `file` can't be written, or exists and isn't ours."""
    refuse_folder(file)
    if not file.exists() and not file.is_symlink():
        return
    if not file.is_file() or MARK not in _beginning(file):
        raise Problem(f"{file} already exists and is not a Downhill page: name another file.")


def refuse_folder(file: Path) -> None:
    """Raise `Problem` if there is no folder for `file`, or nothing can be written into it."""
    if not file.parent.is_dir():
        raise Problem(
            f"there is no folder {file.parent} to write {file.name} into: make it, or name another one."
        )
    try:
        tempfile.TemporaryFile(dir=file.parent).close()
    except OSError:
        raise Problem(f"can't write into {file.parent}: name another folder.") from None


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(NEAR)


def write(site: Path, file: Path, code: str = FIRST, packed: bool = False, address: str = "") -> int:
    """Write the page in a language as one file; return its size in bytes.

    A `packed` one is smaller, starts slower, and lacks modules of packages that no lesson imports. `address`
    is where the site is published, with a slash at its end, or ''. Raises `Problem` if the site isn't as
    expected.
    """
    refuse(file)
    data = Page(site, page_of(code), packed, address).html().encode()
    with tempfile.TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        fresh = Path(folder, file.name)
        fresh.write_bytes(data)
        fresh.replace(file)
    return len(data)
