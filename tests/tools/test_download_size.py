"""What Python's start weighs, on the page that was built last."""

import gzip
from pathlib import Path

import pytest

from tools.startup.download_size import Weights, table, weights

MB = 1_000_000


@pytest.fixture(scope="module")
def found(built_page: Path) -> Weights:
    """The weights of the page's folder."""
    return weights(built_page)


def test_a_packed_start_is_at_most_4_megabytes_on_the_line(found: Weights) -> None:
    assert 2 * MB < found.packed <= 4 * MB


def test_a_start_from_the_snapshot_is_at_most_10_megabytes_on_the_line(found: Weights) -> None:
    assert 5 * MB < found.woken <= 10 * MB


def test_each_part_is_weighed_once_and_what_waits_for_readers_is_not(built: Path) -> None:
    scripts = [
        len(gzip.compress(file.read_bytes(), 9)) for file in built.glob("*/*.js") if asked_for(file, built)
    ]
    decoder = next(built.glob("brotli-*/*.bin")).stat().st_size
    core, libraries, standard, pack, *snapshot = (
        next(built.glob(f"start-*/{name}.bin")).stat().st_size
        for name in ("core", "libs", "standard", "pack", "heap", "record", "files")
    )
    assert weights(built) == Weights(sum(scripts) + decoder + core, libraries, standard + pack, sum(snapshot))


def asked_for(file: Path, site: Path) -> bool:
    """Whether a script is Pyodide's or the decoder's."""
    return file.relative_to(site).parts[0].startswith(("brotli-", "pyodide-"))


def test_the_table_adds_up() -> None:
    assert table(Weights(3_800_000, 1_900_000, 3_000_000, 9_000_000)).splitlines()[2:] == [
        "| core | 3.8 MB | 3.8 MB |",
        "| libraries | 1.9 MB | 1.9 MB |",
        "| pack, or snapshot | 3.0 MB | 9.0 MB |",
        "| together | 8.7 MB | 14.7 MB |",
    ]
