"""What Python's start weighs, on the page that was built last."""

from pathlib import Path

from tools.startup.download_size import weights


def test_a_start_weighs_at_most_4_megabytes_from_the_pack_and_10_from_the_snapshot(built_page: Path) -> None:
    packed, woken = weights(built_page)["together"]
    assert 2e6 < packed <= 4e6
    assert 5e6 < woken <= 10e6
