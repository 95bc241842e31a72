"""Compiles modules ahead, without docstrings, assertions and positions inside lines; runs inside Pyodide.

Reads `wanted`, a list of paths; sets `compiled`, a list of [path, bytes]. A module inside the archive of the
standard library gets the path that it would have beside it.
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
    """A `.pyc` that is never compared with a source: magic, flag for an unchecked hash, hash, code."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=2)
    head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + importlib.util.source_hash(source)
    return head + marshal.dumps(code)


def placed(path):
    """Where a compiled module goes."""
    return path.replace(ARCHIVE, BESIDE).removesuffix(".py") + ".pyc"


with zipfile.ZipFile(ARCHIVE.rstrip("/")) as archive:
    compiled = [
        [placed(path), compiled_of(path, source_of(path, archive))]
        for path in wanted  # noqa: F821  (set by the caller)
    ]
