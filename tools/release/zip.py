"""Writes a build as one zip file, to move to another server: the same build gives the same bytes."""

import tempfile
import zipfile
from pathlib import Path

from tools.common.console import Problem
from tools.release import manifest

TOP = "downhill"  # the folder that it unpacks to
EPOCH = (2020, 1, 1, 0, 0, 0)  # the date of every file in an archive: the same input gives the same bytes


def write(site: Path, file: Path) -> None:
    """Write the zip of a build, completely or not at all. Raises `Problem` if something else is there."""
    refuse_foreign(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        fresh = Path(folder, file.name)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(path for path in site.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo(f"{TOP}/{path.relative_to(site).as_posix()}", EPOCH)
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
        fresh.replace(file)


def refuse_foreign(file: Path) -> None:
    """Raise `Problem` if `file` exists and isn't an earlier zip of the site."""
    if not file.exists() and not file.is_symlink():
        return
    if not file.is_file() or not zipfile.is_zipfile(file):
        raise Problem(f"{file} already exists and is not a Downhill zip: name another file.")
    with zipfile.ZipFile(file) as archive:
        if f"{TOP}/{manifest.NAME}" not in archive.namelist():
            raise Problem(f"{file} already exists and is not a Downhill zip: name another file.")
