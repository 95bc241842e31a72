"""The same inputs give the same bytes: what the build has made is made again, in another folder.

It takes a snapshot, and leaves out compressing it. `test_site.py` builds all but the snapshot twice, every
time.
"""

import shutil
from pathlib import Path

import pytest

from tests.support.often import thorough
from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import snapshot
from tools.startup.snapshot import compressing


@thorough  # it makes them once more
def test_pack_and_snapshot_made_again_elsewhere_are_the_same_byte_by_byte(
    cached: Runtime, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(cached.pyodide, tmp_path / "elsewhere" / "pyodide")
    once = snapshot.prepare(kit, cached.pyodide, paths.cache(), print)
    monkeypatch.setattr(compressing, "compress", lambda data: data)
    again = snapshot.prepare(kit, tmp_path / "elsewhere" / "pyodide", tmp_path / "again", print)
    assert set(once) == set(again)
    differing = [
        name
        for name, part in once.items()
        if part[1:] != again[name][1:] or not (part.size or same(part.file, again[name].file))
    ]
    assert differing == []


def same(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    return one.read_bytes() == other.read_bytes()
