"""What Python's start weighs on the line, its scripts compressed with gzip.

python3 -m tools.startup.download_size [FOLDER]      prints a table
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from tools.common import paths
from tools.startup import parts_file

PACK, SNAPSHOT = ("standard", "pack"), ("heap", "record", "files")


def weights(site: Path) -> dict[str, tuple[int, int]]:
    """Weigh a built folder: what a start fetches from the pack, and from the snapshot, in bytes.

    The core holds Pyodide's scripts, and the decoder that browsers without one of their own fetch. Files that
    are compressed already count as they are.
    """
    scripts = [file for kind in ("brotli", "pyodide") for file in site.glob(f"{kind}-*/*.js")]
    zipped = sum(len(gzip.compress(file.read_bytes(), 9)) for file in scripts)
    core = _part(site, "core") + _size(site, f"brotli-*/{parts_file.DECODER}") + zipped
    libraries = _part(site, "libs")
    pack, snapshot = (sum(_part(site, name) for name in names) for names in (PACK, SNAPSHOT))
    rows = {"core": (core, core), "libraries": (libraries, libraries), "pack, or snapshot": (pack, snapshot)}
    return rows | {"together": (core + libraries + pack, core + libraries + snapshot)}


def _part(site: Path, name: str) -> int:
    return _size(site, f"start-*/{name}.bin")


def _size(site: Path, pattern: str) -> int:
    (file,) = site.glob(pattern)
    return file.stat().st_size


if __name__ == "__main__":
    print("| part | packed | snapshot |\n| --- | --- | --- |")
    for name, (packed, woken) in weights(Path(sys.argv[1]) if sys.argv[1:] else paths.SITE).items():
        print(f"| {name} | {packed / 1e6:.1f} MB | {woken / 1e6:.1f} MB |")
