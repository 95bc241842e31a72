"""Writes a folder or a zip completely or not at all; tells whether it is ours and still up to date."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Container, Iterable
from pathlib import Path

from tools.common import hashes
from tools.common.console import Problem
from tools.release import manifest

TOP = "downhill"  # the folder that a zip unpacks to
EPOCH = (2020, 1, 1, 0, 0, 0)  # the date of every file in an archive: the same input gives the same bytes


def copy_tree(source: Path, target: Path, without: Container[str] = ()) -> None:
    """Copy a folder's files and folders into `target`, with the permissions of new files.

    So copies of read-only files can be removed later. Left out are the files that `without` names, relative
    to `source`.
    """
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_dir():
            (target / name).mkdir(exist_ok=True)
        elif name.as_posix() not in without:
            shutil.copyfile(path, target / name)


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


def write_zip(site: Path, file: Path) -> None:
    """Write the zip of a build, completely or not at all. Raises `Problem` if something else is there."""
    refuse_foreign_zip(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    archive(file, ((f"{TOP}/{path.relative_to(site).as_posix()}", path.read_bytes()) for path in paths))


def archive(file: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip of names with their bytes, completely or not at all: the same entries, the same zip."""
    with tempfile.TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        fresh = Path(folder, file.name)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
            for name, data in entries:
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
                made.writestr(entry, data, zipfile.ZIP_DEFLATED)
        fresh.replace(file)


def refuse_foreign_zip(file: Path) -> None:
    """Raise `Problem` if `file` exists and isn't an earlier zip of the site."""
    if (file.exists() or file.is_symlink()) and not has_entry(file, f"{TOP}/{manifest.NAME}"):
        raise Problem(f"{file} already exists and is not a Downhill zip: name another file.")


def has_entry(file: Path, name: str, words: bytes = b"") -> bool:
    """Return whether a file is a zip with an entry of that name, which has these words in it."""
    if not file.is_file() or not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as found:
        return name in found.namelist() and words in found.read(name)
