"""The browser's runtime in the cache: Pyodide with its wheels, a decoder of brotli, PyScript, MicroPython,
Workbox, qr, and the typefaces.
"""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from tools.common import paths
from tools.common.console import Problem, Say
from tools.common.file_lock import PARTIAL, filling
from tools.setup import fetch, lock


class Runtime(NamedTuple):
    """The folders that hold the checked files of the lock, and nothing else. The wheels are in `pyodide`."""

    pyodide: Path
    brotli: Path
    pyscript: Path
    micropython: Path
    workbox: Path
    fonts: Path
    han: Path
    qr: Path


def ensure(cache: Path, say: Say, locked: Path = paths.LOCK) -> Runtime:
    """Return the runtime, after fetching what is missing from the cache or doesn't match the lock.

    A complete cache is only read. Raises `Problem` if a file can't be downloaded, doesn't match the lock, or
    can't be put into the cache.
    """
    sources = lock.read(locked)
    folders = {part: cache / name for part, name in lock.folders(sources).items()}
    lacking = next((source for source in sources if _missing(source, folders[source.folder])), None)
    if lacking:
        with filling(cache, f"{lacking.package} {lacking.version}", say):
            for source in sources:
                _complete(source, folders[source.folder], say)
                if source.package == "pyodide":
                    lock.agree_with_pyodide(sources, folders["pyodide"] / "pyodide-lock.json")
    return Runtime(**{part: folders[part] for part in Runtime._fields})


def _missing(source: lock.Source, folder: Path) -> tuple[lock.File, ...]:
    return tuple(file for file in source.files if not lock.whole(folder / file.name, file))


def _complete(source: lock.Source, folder: Path, say: Say) -> None:
    missing = _missing(source, folder)
    if not missing:
        return
    _room_for(folder.parent, source.size + sum(file.size for file in missing))
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=folder.parent) as name:
        fetch.unpack(fetch.archive(source, Path(name), say), missing, folder)


def _room_for(cache: Path, needed: int) -> None:
    free = shutil.disk_usage(cache).free
    if free < 2 * needed:  # the client keeps a second copy while it works
        raise Problem(
            f"the disk is too full: {2 * needed // 1_000_000} MB are needed in {cache}, "
            f"and {free // 1_000_000} MB are free. Free some, or name another folder in DOWNHILL_CACHE."
        )
