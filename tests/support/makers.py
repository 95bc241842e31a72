"""A small runtime to test with: archives made here, and the lock that names their files."""

import io
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path

from tools.common import hashes
from tools.setup import lock


def tarball(path: Path, members: dict[str, bytes]) -> Path:
    """Write a .tgz with the members."""
    with tarfile.open(path, "w:gz") as tar:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return path


def wheel(path: Path, members: dict[str, bytes]) -> Path:
    """Write a .whl, which is a zip, with the members: the same bytes whenever it is made."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return path


def file(member: str, data: bytes) -> lock.File:
    """Return the lock's entry for a member, kept under its last name."""
    return lock.File(member.rpartition("/")[2], member, len(data), sha256(data).hexdigest())


def source(registry: str, folder: str, archive: Path, members: dict[str, bytes]) -> lock.Source:
    """Return the lock's entry for an archive of which all members are kept."""
    files = tuple(file(name, data) for name, data in members.items())
    integrity = hashes.integrity(archive) if registry == "npm" else ""
    size, name = archive.stat().st_size, archive.stem
    return lock.Source(registry, name, "1.0", folder, size, hashes.sha256(archive), integrity, files)
