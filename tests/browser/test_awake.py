"""The two ways to start: woken from a snapshot, or from the pack; and what happens when a part is spoilt."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.browser.essay import PATIENCE, Essay, until
from tests.browser.faults import faulty

WAKING = ("heap.bin", "record.bin", "fonts.bin")


def part(site: Path, name: str) -> str:
    """A part of the start, as a path inside the site."""
    return next(site.glob(f"start-*/{name}")).relative_to(site).as_posix()


def asked(essay: Essay) -> set[str]:
    """The names of all files that were asked for."""
    return {re.split("[?#]", url)[0].rpartition("/")[2] for url in essay.requests}


def play(essay: Essay) -> None:
    """Every lesson moves by hand and by machine."""
    essay.lesson("valley").set("x", 2.5)
    for lesson in essay.lessons:
        before = lesson.loss
        lesson.press("step")
        lesson.rest()
        assert lesson.loss < before


def test_from_the_snapshot_every_lesson_plays_and_no_pack_is_fetched(open_essay: OpenEssay) -> None:
    essay = open_essay("?start=snapshot").ready()
    play(essay)
    assert "heap.bin" in asked(essay)
    assert "pack.bin" not in asked(essay)
    assert essay.complaints == []


def test_from_the_pack_every_lesson_plays_without_the_snapshot(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, missing=tuple(part(site, name) for name in WAKING)) as server:
        essay = open_essay("?start=packed", at=server.address).ready()
        play(essay)
        assert "pack.bin" in asked(essay)


@pytest.mark.parametrize("how", ["missing", "truncated", "corrupt"])
@pytest.mark.parametrize("name", WAKING)
def test_a_snapshot_that_does_not_wake_gives_way_to_the_pack(
    open_essay: OpenEssay, site: Path, name: str, how: str
) -> None:
    with faulty(site, **{how: (part(site, name),)}) as server:
        essay = open_essay("?start=snapshot", at=server.address).ready()
        essay.lesson("line").press("step")
        assert "pack.bin" in asked(essay)
        assert [text for text in essay.complaints if name in text and "starting from the pack" in text]


@pytest.mark.parametrize("how", ["truncated", "corrupt"])
@pytest.mark.parametrize("name", ["pack.bin", "ft2font.wasm", "pyodide.asm.wasm"])
def test_a_spoilt_part_of_the_pack_is_told_by_name(
    open_essay: OpenEssay, site: Path, name: str, how: str
) -> None:
    path = next(site.glob(f"*/{name}")).relative_to(site).as_posix()
    with faulty(site, **{how: (path,)}) as server:
        essay = open_essay("?start=packed", at=server.address)
        essay.page.wait_for_selector("html[data-python=failed]", timeout=PATIENCE)
        assert name in essay.page.locator("#failure-what").inner_text()


KEPT = """async () => (await Promise.all((await caches.keys()).map(async name =>
    (await (await caches.open(name)).keys()).map(one => one.url)))).flat()"""
SPOIL = """async () => { for (const name of await caches.keys()) { const store = await caches.open(name);
    for (const one of await store.keys()) await store.put(one, new Response("spoilt")); } }"""
SPOILT = """async () => (await Promise.all((await caches.keys()).map(async name => Promise.all(
    (await (await caches.open(name)).matchAll()).map(async one => (await one.text()) === "spoilt"))))).flat()"""


def test_after_a_packed_visit_the_snapshot_is_kept_and_the_next_visit_wakes_from_it(
    open_essay: OpenEssay, site: Path
) -> None:
    essay = open_essay("?start=packed").ready()
    until(essay.page, lambda: len(essay.page.evaluate(KEPT)) == len(WAKING), "the snapshot is kept")
    essay.requests.clear()
    essay.open()
    essay.page.wait_for_function("document.documentElement.dataset.python !== 'ready'")
    essay.ready()
    play(essay)
    assert asked(essay).isdisjoint({"pack.bin", *WAKING})


def test_a_kept_snapshot_that_is_spoilt_is_forgotten_and_kept_anew(open_essay: OpenEssay) -> None:
    essay = open_essay("?start=packed").ready()
    until(essay.page, lambda: len(essay.page.evaluate(KEPT)) == len(WAKING), "the snapshot is kept")
    essay.page.evaluate(SPOIL)
    essay.open()
    essay.page.wait_for_function("document.documentElement.dataset.python !== 'ready'")
    essay.ready()
    assert [text for text in essay.complaints if "starting from the pack" in text]
    until(essay.page, lambda: essay.page.evaluate(SPOILT) == [False] * len(WAKING), "it is kept anew")
