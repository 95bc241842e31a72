"""Modules that Python starts without: importing one fetches the archive that holds it. Runs in Pyodide.

`archives.json` next to this file lists the modules of each archive. An archive is fetched at most once,
while the import waits, and its files are written to where Python looks for them.
"""

import base64
import hashlib
import json
import sys
from importlib.machinery import PathFinder
from pathlib import Path


class Later:
    """A module finder that is tried after Python's own have found nothing."""

    def __init__(self, modules):
        self.archives = {module: archive for archive, names in modules.items() for module in names}
        self.brought, self.asked = set(), set()
        self.tell = None  # called with True before an archive is first fetched, and with False after that

    def find_spec(self, name, path=None, target=None):
        """Return where the module is, after fetching its archive; None if it is in no archive.

        Raises `ImportError`, with one sentence, if the archive can't be fetched.
        """
        archive = self.archives.get(name)
        if archive is None or archive in self.brought:
            return None
        self.bring(archive, name)
        return PathFinder.find_spec(name, path, target)

    def bring(self, archive, name, use="imported"):
        """Put the files of an archive where Python looks for them; `name` is the module that needs it.

        Raises `ImportError`, with one sentence that mentions `use`, if the archive can't be fetched.
        """
        if archive in self.brought:
            return
        for file, data in files_of(self.fetch(archive, name, use)):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_bytes(data)
        self.brought.add(archive)
        for finder in sys.path_importer_cache.values():  # what importlib does, without its metadata
            if hasattr(finder, "invalidate_caches"):
                finder.invalidate_caches()

    def fetch(self, archive, name, use):
        """Return the contents of an archive; the watchdog of readers' code is told about the first wait."""
        if self.tell is None or archive in self.asked:
            return fetched(archive, name, use)
        self.asked.add(archive)
        self.tell(True)
        try:
            return fetched(archive, name, use)
        finally:
            self.tell(False)


def fetched(archive, name, use="imported"):
    """Fetch the contents of an archive and check them; the worker waits for it."""
    import js

    part = getattr(js.downhillParts, archive)
    found = js.downhillBytes(archive)
    if isinstance(found, str):
        raise missing(name, use, part, found)
    data = found.to_bytes()
    if base64.b64encode(hashlib.sha256(data).digest()).decode() != part.content:
        raise missing(name, use, part, "these are not the bytes that were built")
    return data


def missing(name, use, part, reason):
    """Return the error of a module, or a function, whose archive can't be fetched."""
    return ImportError(
        f"{name} can't be {use}: it is in {part.name}, which did not come ({reason}).", name=name
    )


def files_of(container):
    """Yield pairs of path and bytes, from what tools/startup/snapshot/container.py packs."""
    at = 4 + int.from_bytes(container[:4], "little")
    for name, size in json.loads(container[4:at]):
        yield name, container[at : at + size]
        at += size


modules = json.loads(Path(__file__).with_name("archives.json").read_text())
finder = Later(modules)
sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, finder)
