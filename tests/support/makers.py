"""A small runtime to test with: archives made here, and the lock that names their files."""

import io
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path

from tools.common import hashes
from tools.setup import lock

CODEMIRROR = {
    f"codemirror_{part}-0a.js": "var A=Object.freeze({__proto__:null,b});export{A as c};"
    for part in ("state", "commands", "lang-python", "view", "language")
}
"""Scripts of PyScript's package with the parts of an editor, of which nothing is in them."""


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


HEAP = "getHeapMax=()=>4294901760;"
"""How Pyodide's script says how large its memory may grow."""


def core_script(count: int = 1000, rest: str = HEAP) -> str:
    """Return a script that hands out exports `x0`, `x1` … as Pyodide's does; `rest` is what else is in it."""
    variables = ",".join(f"_x{number}" for number in range(count))
    lines = (f'_x{number}=Module["_x{number}"]=wasmExports["x{number}"];' for number in range(count))
    return f"var {variables};function assign(wasmExports){{{''.join(lines)}}}{rest}"
