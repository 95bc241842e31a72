"""Compiles modules ahead, without docstrings, assertions and positions inside lines; runs inside Pyodide.

Reads `wanted`, a list of paths; sets `compiled`, a list of [path, bytes]. A module inside the standard library's
archive gets the path that it would have beside it.
"""

import importlib.util
import marshal
import zipfile

ARCHIVE, BESIDE = "/lib/python314.zip/", "/lib/python3.14/"


def source_of(path, archive):
    """The text of a module, as bytes."""
    if path.startswith(ARCHIVE):
        return archive.read(path.removeprefix(ARCHIVE))
    with open(path, "rb") as file:
        return file.read()


def compiled_of(path, source):
    """A `.pyc` that is never compared with a source: magic, the flag for an unchecked hash, the hash, the code."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=2)
    head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + importlib.util.source_hash(source)
    return head + marshal.dumps(code)


with zipfile.ZipFile(ARCHIVE.rstrip("/")) as archive:
    compiled = [
        [path.replace(ARCHIVE, BESIDE).removesuffix(".py") + ".pyc", compiled_of(path, source_of(path, archive))]
        for path in wanted  # noqa: F821
    ]
    everything = [ARCHIVE + name for name in archive.namelist() if name.endswith(".py")]
