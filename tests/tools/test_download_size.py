"""What Python's start weighs, on the page that was built last."""

import gzip
from pathlib import Path

import pytest

from tools.startup.download_size import Weights, table, weights
from tools.startup.snapshot import PARTS, archives

MB = 1_000_000


@pytest.fixture(scope="module")
def found(built_page: Path) -> Weights:
    """The weights of the page's folder."""
    return weights(built_page)


def test_a_packed_start_is_at_most_6_megabytes_on_the_line(found: Weights) -> None:
    assert 3 * MB < found.packed <= 6 * MB


def test_a_start_from_the_snapshot_is_at_most_16_megabytes_on_the_line(found: Weights) -> None:
    assert 8 * MB < found.woken <= 16 * MB


def test_each_part_is_weighed_once_and_what_waits_for_readers_is_not(built: Path) -> None:
    (start,) = built.glob("start-*")
    core = [len(gzip.compress(file.read_bytes(), 9)) for file in built.glob("pyodide-*/*")]
    snapshot = sum((start / f"{name}.bin").stat().st_size for name in {*PARTS} - {"pack", *archives.NAMES})
    library = len(gzip.compress((start / "numpy.wasm").read_bytes(), 9))
    pack = (start / "pack.bin").stat().st_size
    assert weights(built) == Weights(sum(core), library, pack, snapshot)


def test_the_table_adds_up() -> None:
    assert table(Weights(3_800_000, 1_900_000, 3_000_000, 9_000_000)).splitlines()[2:] == [
        "| core | 3.8 MB | 3.8 MB |",
        "| libraries | 1.9 MB | 1.9 MB |",
        "| pack, or snapshot | 3.0 MB | 9.0 MB |",
        "| together | 8.7 MB | 14.7 MB |",
    ]
