"""The pack where there is no Node.js to run Pyodide with: the lessons are played by this very Python instead.

It is not the browser's Python and has other versions of small packages, so that what is not used is left out
of numpy and matplotlib alone, of which both have the same. Everything is source: each start compiles it, and
no function is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools.common.console import Problem
from tools.startup.snapshot import archives
from tools.startup.snapshot.container import Files, container
from tools.startup.snapshot.versions import SHARED

FIND = Path(__file__).resolve().parent / "inside" / "find.py"
PLAY = "import runpy, sys; runpy.run_path(sys.argv[1]); print(*sys.modules)"


def pack(kit: Path, pyodide: Path, folder: Path) -> None:
    """Write `pack.bin`, `libs/`, `libraries.json` and `svg.json`, as pack.mjs does.

    Reads `archives.json` in `folder`. The pack holds what an SVG takes, too: nothing waits apart.

    Raises `Problem` with the error's last line where the lessons can't be played.
    """
    names = _played(kit, folder)
    files = [*archives.files(pyodide, "library"), *_of_kit(kit, folder)]
    libraries = []
    (folder / "libs").mkdir()
    for path, data in archives.files(pyodide, "packages"):
        if path.endswith(archives.ENDING):
            if archives.module(path) in names:
                libraries.append(path)
                (folder / "libs" / Path(path).name).write_bytes(data)
        elif _wanted(path, names):
            files.append((path, data))
    (folder / "pack.bin").write_bytes(container(files))
    (folder / "libraries.json").write_text(json.dumps(libraries), encoding="utf-8")
    (folder / "svg.json").write_text("[]", encoding="utf-8")


def _wanted(path: str, names: set[str]) -> bool:
    name = archives.module(path)
    return name is None or name.partition(".")[0] not in SHARED or name in names


def _of_kit(kit: Path, folder: Path) -> Files:
    yield archives.PACKAGES + "worker/archives.json", (folder / "archives.json").read_bytes()
    with zipfile.ZipFile(kit) as archive:
        for name in archive.namelist():
            yield archives.PACKAGES + name, archive.read(name)


def _played(kit: Path, folder: Path) -> set[str]:
    """The names of all modules that are there after the lessons were played."""
    with tempfile.TemporaryDirectory() as home:
        with zipfile.ZipFile(kit) as archive:
            archive.extractall(home)
        (Path(home) / "worker" / "archives.json").write_bytes((folder / "archives.json").read_bytes())
        settings = {**os.environ, "PYTHONPATH": home, "MPLBACKEND": "agg"}
        command = [sys.executable, "-c", PLAY, str(FIND)]
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"the lessons can't be played: {done.stderr.strip().splitlines()[-1]}")
    return set(done.stdout.split())
