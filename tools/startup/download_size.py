"""What Python's start weighs on the line, its scripts compressed with gzip.

python3 -m tools.startup.download_size [FOLDER]      prints a table
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import NamedTuple

from tools.common import paths
from tools.startup import parts_file
from tools.startup.snapshot import STARTS

SNAPSHOT = ("heap", "record", "files")


class Weights(NamedTuple):
    """Bytes of what a start fetches: core and libraries, and then either the pack or the snapshot.

    `core` holds Pyodide's scripts, and the decoder that browsers without one of their own fetch.
    """

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
    parts = {name: _size(site, f"start-*/{name}.bin") for name in STARTS}
    decoder = _size(site, f"brotli-*/{parts_file.DECODER}")
    scripts = [file for kind in ("brotli", "pyodide") for file in site.glob(f"{kind}-*/*.js")]
    core = parts["core"] + decoder + sum(map(_compressed, scripts))
    return Weights(
        core, parts["libs"], parts["standard"] + parts["pack"], sum(parts[name] for name in SNAPSHOT)
    )


def _size(site: Path, pattern: str) -> int:
    (file,) = site.glob(pattern)
    return file.stat().st_size


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
