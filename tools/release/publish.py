"""Writes a folder completely or not at all, and later tells whether it is ours and still up to date."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.common import hashes
from tools.common.console import Problem
from tools.common.copying import copy_tree
from tools.release import manifest


def publish(out: Path, inputs: str, fill: Callable[[Path], None]) -> None:
    """Replace `out` with a folder that `fill` writes.

    `inputs` is a hash of everything that determines the content. Nobody ever sees a half-written folder: it
    is written next to `out` and renamed. Raises `Problem` if `out` exists and isn't an earlier build of ours.
    """
    refuse_foreign(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    fresh = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
    try:
        site = fresh / "new"
        site.mkdir()
        fill(site)
        manifest.write(site, inputs)
        if out.exists():
            out.rename(fresh / "old")
        site.rename(out)
    finally:
        _discard(fresh, out)


def refuse_foreign(out: Path) -> None:
    """Raise `Problem` if `out` exists and is neither an empty folder nor an earlier build."""
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir() or out.is_symlink():
        raise Problem(f"{out} is not a folder: name another place to build into.")
    if any(out.iterdir()) and manifest.read(out) is None:
        raise Problem(
            f"{out} contains something that is not a Downhill build: empty it, or name another folder."
        )


def current(out: Path, inputs: str) -> bool:
    """Return whether `out` is a build from exactly these inputs, with all its files in their full size."""
    known = manifest.read(out)
    if known is None or known.inputs != inputs:
        return False
    return {name: entry.size for name, entry in known.files.items()} == manifest.sizes(out)


def copy(site: Path) -> Callable[[Path], None]:
    """Return a filler that copies a build without its manifest, which is written again."""

    def fill(out: Path) -> None:
        copy_tree(site, out, without=(manifest.NAME,))

    return fill


def inputs(root: Path) -> str:
    """Return the hash of what a build is made from: docs, py, tools (with the locks), web, and two files."""
    return hashes.tree(
        [root / name for name in ("docs", "py", "tools", "web", "CHANGELOG.md", "LICENSE")], root
    )


def _prefix(out: Path) -> str:
    return f".{out.name}.building-"


def _sweep(out: Path) -> None:
    """Remove what an interrupted build left."""
    for folder in out.parent.glob(_prefix(out) + "*"):
        _discard(folder, out)


def _discard(fresh: Path, out: Path) -> None:
    """Remove a build's work folder; first restore an older build caught between the two renames."""
    if not out.exists() and (fresh / "old").exists():
        (fresh / "old").rename(out)
    shutil.rmtree(fresh, ignore_errors=True)
