"""A reader's code that has every power of its interpreter keeps nothing on the device, and reaches nobody.

It is tried as the end of the Python that the worker runs, with `js` at hand, in the worker of a live page.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenEssay
from tests.support.escapes import PYTHON, TRY, WAYS, program
from tests.support.essay import at_once, until
from tests.support.faults import FaultyServer, faulty
from tests.support.firefox import Tab, running
from tests.support.firefox import until as until_in_firefox

READY = "() => document.documentElement?.dataset.python === 'ready'"
TRIED = "() => window.tried"
KEPT = """async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
        caches: await caches.keys(), files, databases: (await indexedDB.databases()).map(({ name }) => name),
        buckets: await navigator.storageBuckets?.keys() ?? [], cookies: document.cookie, local: Object.keys(localStorage),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
}"""
"""What the device keeps of the site; for a page that does not put its own things in the place of the browser's."""


@pytest.fixture
def elsewhere(site: Path) -> Iterator[FaultyServer]:
    """Another host, which hears of everything that is asked of it."""
    with faulty(site) as server:
        yield server


@pytest.fixture
def host(site: Path, elsewhere: FaultyServer) -> Iterator[FaultyServer]:
    """The page's own host, whose worker runs the program."""
    with faulty(site) as server:
        (main,) = site.glob("app-*/worker/main.py")
        name = main.relative_to(site).as_posix()
        server.appended = {name: program(server.address, elsewhere.address, boot(site, server))}
        yield server


def boot(site: Path, server: FaultyServer) -> str:
    (folder,) = site.glob("app-*/boot")
    return f"{server.address}{folder.relative_to(site).as_posix()}/"


def untouched(run: Any, before: dict[str, Any], host: FaultyServer) -> None:
    """Nothing is kept but what the page itself keeps, and the page is what was built."""
    kept = run(KEPT)
    assert "evil" not in str(kept)
    ours = ("caches", "files", "workers")
    assert {**kept, **dict.fromkeys(ours)} == {**before, **dict.fromkeys(ours)}
    fetched = "async address => (await fetch(address, { cache: 'no-store' })).text()"
    assert run(fetched, host.address) == (host.folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["snapshot", "packed"])
def test_no_way_out_of_the_worker_leads_anywhere(
    open_essay: OpenEssay, host: FaultyServer, elsewhere: FaultyServer, way: str
) -> None:
    essay = open_essay(at=f"{host.address}README.txt", keeps=True, later=True)
    before = essay.page.evaluate(KEPT)
    essay.address = host.address
    essay.open(f"?start={way}").ready()
    title = essay.page.title()
    essay.page.evaluate(TRY)
    until(essay.page, lambda: bool(essay.page.evaluate(TRIED)), "all ways are tried")
    assert essay.page.evaluate(TRIED) == dict.fromkeys((*WAYS, *PYTHON), "held")
    assert (elsewhere.asked, essay.page.title()) == ([], title)
    assert essay.page.url.startswith(host.address)
    page: Page = essay.page.context.new_page()
    page.goto(f"{host.address}README.txt")
    untouched(page.evaluate, before, host)


def test_nor_does_any_in_firefox(firefox_path: Path, host: FaultyServer, elsewhere: FaultyServer) -> None:
    with running(firefox_path) as fox:
        other = Tab(fox, f"{host.address}README.txt")
        until_in_firefox(lambda: other.run("() => document.readyState") == "complete", "the text is there")
        before = other.run(KEPT)
        tab = Tab(fox, at_once(f"{host.address}?start=packed"))
        until_in_firefox(lambda: tab.run(READY), "Python is up")
        tab.run(TRY)
        until_in_firefox(lambda: bool(tab.run(TRIED)), "all ways are tried")
        assert tab.run(TRIED) == dict.fromkeys((*WAYS, *PYTHON), "held")
        assert elsewhere.asked == []
        assert tab.run("() => document.title") != "evil"
        untouched(other.run, before, host)
