"""In which order a first visit fetches the parts of a start, as one table.

A turn begins when all of the one before it have come, and the turns of `LATER` when the page is live.
`tests/browser/test_turns.py` holds visits against it.
"""

from __future__ import annotations

from collections.abc import Mapping

Turn = tuple[str, ...]
"""Names of files of the start, as patterns; those of a turn come side by side."""

BEFORE_LIVE: Mapping[str, tuple[Turn, ...]] = {
    "packed": (("core.bin", "standard.bin"), ("libs.bin", "pack.bin")),
    "snapshot": (("core.bin",), ("record.bin", "files.bin", "libs.bin", "heap.bin")),
}
"""By the way that a start takes. Whether it may take the snapshot is known when part of the core has come, so
that there the second turn begins before the first one ends.
"""

LATER: tuple[Turn, ...] = (
    ("heap.bin", "core.bin", "record.bin", "files.bin", "libs.bin"),  # kept for the next visit
    (
        "second-*.bin",
        "cold.bin",
        "svg.bin",
        "codes.bin",
        "reader.bin",
        "pack.bin",
        "standard.bin",
    ),  # for days without a network
)
"""When the page is live and the browser idle; what has come before is taken from the browser's own cache."""
