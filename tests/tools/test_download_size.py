"""What Python's start weighs, on the page that was built last."""

from pathlib import Path

import pytest

from tools.startup.download_size import Weights, weights

MB = 1_000_000


@pytest.fixture(scope="module")
def found(built_page: Path) -> Weights:
    """The weights of the page's folder."""
    return weights(built_page)


def test_a_packed_start_is_at_most_4_megabytes_on_the_line(found: Weights) -> None:
    assert 2 * MB < found.packed <= 4 * MB


def test_a_start_from_the_snapshot_is_at_most_10_megabytes_on_the_line(found: Weights) -> None:
    assert 5 * MB < found.woken <= 10 * MB
