"""The same inputs give the same bytes: what the build has made is made again, in another folder."""

import shutil
from pathlib import Path

from tools import awake, places
from tools.runtime import Runtime


def test_pack_and_snapshot_made_again_elsewhere_are_the_same_byte_by_byte(
    cached: Runtime, kit: Path, tmp_path: Path
) -> None:
    shutil.copytree(cached.pyodide, tmp_path / "elsewhere" / "pyodide")
    once = awake.prepare(kit, cached.pyodide, places.cache(), print)
    again = awake.prepare(kit, tmp_path / "elsewhere" / "pyodide", tmp_path / "again", print)
    assert once.libraries == again.libraries
    differing = [
        name
        for name in once.parts
        if once.parts[name].file.read_bytes() != again.parts[name].file.read_bytes()
    ]
    assert differing == []
