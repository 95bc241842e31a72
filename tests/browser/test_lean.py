"""Hosts that compress nothing, on lines of several speeds: how many bytes a first visit takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.line import Line, meter
from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay
from tests.support.faults import PLAIN, faulty
from tests.support.often import thorough
from tools.server.server import Server, Settings, running

CORE, LEAN = "pyodide.asm.wasm", "core.lean"
TRIES = 4  # the page measures the line, which is slow while the machine is busy


@contextmanager
def paced(site: Path, megabits: float, gzip: bool) -> Iterator[str]:
    """The address of a host behind a line of so many Mbit/s."""
    server = Server(site, settings=Settings(gzip=gzip))
    meter(server, Line(megabits))
    with running(server) as address:
        yield address


def names(essay: Essay) -> list[str]:
    """The names of all files that were asked for."""
    return [url.rpartition("/")[2].partition("?")[0] for url in essay.requests]


def test_a_slow_line_gets_copies_that_are_compressed_already(open_essay: OpenEssay, site: Path) -> None:
    with paced(site, 20, gzip=False) as address:
        essay = open_essay(at=address).ready()
        essay.lesson("line").press("step")
    assert {LEAN, "libs.lean", "pack.bin"} < set(names(essay))
    assert not [
        name for name in names(essay) if name.endswith(".wasm") and name not in (CORE, "micropython.wasm")
    ]
    assert essay.complaints == []


def test_a_host_that_compresses_is_asked_for_no_copies(open_essay: OpenEssay, site: Path) -> None:
    with paced(site, 40, gzip=True) as address:
        essay = open_essay("?start=packed", at=address).ready()
    assert names(essay).count(CORE) == 1
    assert {LEAN, "libs.lean"}.isdisjoint(names(essay))


def test_a_fast_line_is_asked_for_no_copies(open_essay: OpenEssay) -> None:
    visits = (names(open_essay().ready()) for _ in range(TRIES))
    asked = next((names for names in visits if "heap.bin" in names), [])
    assert asked, "the snapshot was never chosen"
    assert {LEAN, "libs.lean"}.isdisjoint(asked)


def test_where_a_copy_is_missing_the_file_itself_will_do(open_essay: OpenEssay, site: Path) -> None:
    (copy,) = site.glob("start-*/core.lean")
    with faulty(site, missing=(copy.relative_to(site).as_posix(),)) as server:
        meter(server, Line(40))
        essay = open_essay("?start=packed", at=server.address).ready()
        essay.lesson("line").press("step")
    assert LEAN in names(essay)
    assert CORE in names(essay)


@pytest.mark.parametrize("how", [pytest.param("truncated", marks=thorough), "corrupt"])
def test_a_spoilt_copy_of_the_core_is_told(open_essay: OpenEssay, site: Path, how: str) -> None:
    (copy,) = site.glob("start-*/core.lean")
    with faulty(site, PLAIN, **{how: (copy.relative_to(site).as_posix(),)}) as server:
        meter(server, Line(40))
        essay = open_essay("?start=packed", at=server.address)
        essay.page.wait_for_selector("html[data-python=failed]")
        assert "core.lean" in essay.page.locator("#failure-what").inner_text()
