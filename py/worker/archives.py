"""Modules that Python starts without: importing one brings the archive that holds it. Runs in Pyodide.

`archives.json` beside this file lists the modules of each archive. An archive is fetched at most once,
while the import waits, and its files are written to where Python looks for them.
"""

import base64
import hashlib
import json
import sys
from importlib.machinery import PathFinder
from pathlib import Path


class Later:
    """A finder of modules that is asked when Python's own has found nothing."""

    def __init__(self, modules):
        self.archives = {module: archive for archive, names in modules.items() for module in names}
        self.brought, self.asked = set(), set()
        self.tell = None  # called with True before an archive is first asked for, and with False after it

    def find_spec(self, name, path=None, target=None):
        """Where the module is, once its archive is here; None for a module that is in no archive.

        Raises ImportError, one sentence, when the archive can't be had.
        """
        archive = self.archives.get(name)
        if archive is None or archive in self.brought:
            return None
        self.bring(archive, name)
        return PathFinder.find_spec(name, path, target)

    def bring(self, archive, name, use="imported"):
        """Put the files of an archive where Python looks for them; `name` is the module that needs it.

        Raises ImportError, one sentence, when the archive can't be had; that tells what `use` was to be made.
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
        """What is in an archive; whoever looks after a reader's code hears of the first wait for it."""
        if self.tell is None or archive in self.asked:
            return fetched(archive, name, use)
        self.asked.add(archive)
        self.tell(True)
        try:
            return fetched(archive, name, use)
        finally:
            self.tell(False)


def fetched(archive, name, use="imported"):
    """What is in an archive, checked; the worker waits for it."""
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
    """The error of a module, or a function, whose archive isn't to be had."""
    return ImportError(
        f"{name} can't be {use}: it is in {part.name}, which did not come ({reason}).", name=name
    )


def files_of(container):
    """Pairs of path and bytes, from what tools/startup/snapshot/container.py packs."""
    at = 4 + int.from_bytes(container[:4], "little")
    for name, size in json.loads(container[4:at]):
        yield name, container[at : at + size]
        at += size


modules = json.loads(Path(__file__).with_name("archives.json").read_text())
finder = Later(modules)
sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, finder)
