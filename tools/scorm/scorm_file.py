"""Writes the package, completely or not at all: the same site gives the same bytes."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from tools.common.console import Problem
from tools.release.zip import EPOCH
from tools.scorm.content import Content
from tools.scorm.course import Course
from tools.scorm.manifest import BEGINNING, NAME, manifest
from tools.single.single_file import refuse_folder

PAGE = "index.html"


def refuse(file: Path) -> None:
    """Raise `Problem` if `file` can't be written, or exists and isn't an earlier package."""
    refuse_folder(file)
    if (file.exists() or file.is_symlink()) and not _is_ours(file):
        raise Problem(f"{file} already exists and is not a Downhill package: name another file.")


def _is_ours(file: Path) -> bool:
    if not file.is_file() or not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        return NAME in archive.namelist() and f'identifier="{BEGINNING}'.encode() in archive.read(NAME)


def write(site: Path, file: Path, course: Course, address: str = "") -> int:
    """Write the package of a course; return its size in bytes.

    `address` is where the site is published, with a slash at its end, or ''. Raises `Problem` if the site
    isn't as expected.
    """
    refuse(file)
    entries = {
        NAME: manifest(course.identifier, course.title, PAGE),
        PAGE: Content(site, course, address).html(),
    }
    with tempfile.TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        fresh = Path(folder, file.name)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, text in entries.items():
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
                archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
        size = fresh.stat().st_size
        fresh.replace(file)
    return size
