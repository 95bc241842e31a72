"""In which order a first visit fetches: nothing comes before its turn.

A turn begins when all of the one before it have come, and the turns of `LATER` when the page is live.
"""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.essay import until
from tests.support.faults import PLAIN, FaultyServer, faulty
from tests.support.often import a_few, thorough

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
        "reader.bin",
        "pack.bin",
        "standard.bin",
    ),  # for days without a network
)
"""When the page is live and the browser idle; what has come before is taken from the browser's own cache."""


def names(server: FaultyServer) -> list[str]:
    """The parts of a start that were asked for, in order."""
    return [name.rpartition("/")[2] for name in server.asked if name.startswith("start-")]


def in_turn(turn: Turn, name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in turn)


def path_of(site: Path, part: str) -> str:
    (file,) = site.glob(f"start-*/{part}")
    return file.relative_to(site).as_posix()


@thorough
@a_few(1)
@pytest.mark.parametrize("way", BEFORE_LIVE)
def test_before_it_is_live_a_start_fetches_its_own_parts_once_each_and_nothing_else(
    open_essay: OpenEssay, site: Path, way: str
) -> None:
    with faulty(site, PLAIN) as server:
        open_essay(f"?start={way}", at=server.address).ready()
        asked = names(server)
    assert sorted(asked) == sorted(part for turn in BEFORE_LIVE[way] for part in turn)
    if way == "packed":  # the snapshot's second turn may begin before the first one ends
        first, _ = BEFORE_LIVE[way]
        assert {*asked[: len(first)]} == {*first}


@thorough
@a_few(1)
@pytest.mark.parametrize("held", BEFORE_LIVE["packed"][0])
def test_the_second_turn_of_a_packed_start_waits_for_all_of_the_first(
    open_essay: OpenEssay, site: Path, held: str
) -> None:
    with faulty(site, PLAIN, hanging=(path_of(site, held),)) as server:
        essay = open_essay("?start=packed&patience=120", at=server.address)
        until(essay.page, lambda: {*names(server)} >= {*BEFORE_LIVE["packed"][0]}, "the first turn begins")
        essay.page.wait_for_timeout(1500)
        assert {*names(server)} == {*BEFORE_LIVE["packed"][0]}
        server.release.set()
        essay.ready()
        assert {*names(server)} == {part for turn in BEFORE_LIVE["packed"] for part in turn}


@thorough
def test_python_itself_begins_while_the_lessons_are_still_on_their_way(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, PLAIN, hanging=(path_of(site, "pack.bin"),)) as server:
        essay = open_essay("?start=packed&patience=120", at=server.address)
        until(essay.page, lambda: "pack.bin" in names(server), "the second turn begins")
        asked = lambda: any(name.endswith("/pyodide.asm.mjs.js") for name in server.asked)  # noqa: E731
        until(essay.page, asked, "Python itself begins")
        assert essay.page.locator("html").get_attribute("data-python") == "loading"
        server.release.set()
        essay.ready()
        essay.lesson("valley").press("step")
        assert essay.complaints == []


def test_what_is_kept_comes_when_the_page_is_live_in_its_turn(open_essay: OpenEssay, site: Path) -> None:
    first, second = LATER
    own = {part for turn in BEFORE_LIVE["packed"] for part in turn}
    with faulty(site, PLAIN) as server:

        def later() -> list[str]:
            return names(server)[len(own) :]

        essay = open_essay("?start=packed", at=server.address, keeps=True, later=True).ready()
        until(essay.page, lambda: any(in_turn(second, name) for name in {*later()} - own), "all is kept")
        assert {*names(server)[: len(own)]} == own
        new = [name for name in later() if name not in own]
    begun = next(i for i, name in enumerate(new) if in_turn(second, name))
    assert {*new[:begun]} == {*first} - own
