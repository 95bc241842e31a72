"""What Python's start weighs on the line, gzip-compressed.

python3 -m tools.startup.download_size [FOLDER]      prints a table
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import NamedTuple

from tools.common import paths
from tools.startup.snapshot import SECOND, archives

UNASKED = (*archives.NAMES, archives.CODES)  # archives that no start fetches


class Weights(NamedTuple):
    """Bytes of what a start fetches: core and libraries, and then either the pack or the snapshot."""

    core: int
    libraries: int
    pack: int
    snapshot: int

    @property
    def packed(self) -> int:
        """All of a start from the pack, fonts and lessons with it."""
        return self.core + self.libraries + self.pack

    @property
    def woken(self) -> int:
        """All of a start from the snapshot."""
        return self.core + self.libraries + self.snapshot


def weights(site: Path) -> Weights:
    """Weigh a built folder. Files that are compressed already count as they are."""
    parts = {
        file.stem: file.stat().st_size for file in site.glob("start-*/*.bin") if file.stem not in UNASKED
    }
    pack = parts.pop("pack")
    core = sum(map(_compressed, site.glob("pyodide-*/*")))
    libraries = [file for file in site.glob("start-*/*.wasm") if not file.name.startswith(SECOND)]
    return Weights(core, sum(map(_compressed, libraries)), pack, sum(parts.values()))


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def table(found: Weights) -> str:
    """The weights as a Markdown table, in MB of a million bytes."""
    rows = {
        "core": (found.core, found.core),
        "libraries": (found.libraries, found.libraries),
        "pack, or snapshot": (found.pack, found.snapshot),
        "together": (found.packed, found.woken),
    }
    lines = [
        f"| {name} | {packed / 1e6:.1f} MB | {woken / 1e6:.1f} MB |" for name, (packed, woken) in rows.items()
    ]
    return "\n".join(["| part | packed | snapshot |", "| --- | --- | --- |", *lines])


if __name__ == "__main__":
    print(table(weights(Path(sys.argv[1]) if len(sys.argv) > 1 else paths.SITE)))
