"""The same inputs give the same bytes: what the build has made is made again, in another folder.

It takes a snapshot. `test_site.py` builds all but the snapshot twice, every time.
"""

import shutil
from pathlib import Path

from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import snapshot


def test_pack_and_snapshot_made_again_elsewhere_are_the_same_byte_by_byte(
    cached: Runtime, kit: Path, tmp_path: Path
) -> None:
    shutil.copytree(cached.pyodide, tmp_path / "elsewhere" / "pyodide")
    once = snapshot.prepare(kit, cached.pyodide, paths.cache(), print)
    again = snapshot.prepare(kit, tmp_path / "elsewhere" / "pyodide", tmp_path / "again", print)
    assert once.libraries == again.libraries
    differing = [
        name
        for name in once.parts
        if once.parts[name].file.read_bytes() != again.parts[name].file.read_bytes()
    ]
    assert differing == []
