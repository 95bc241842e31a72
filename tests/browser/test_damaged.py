"""What lies on the device and is not what was built: never served, and put right with the next visit.

What a stranger can put there once code has escaped its bounds, or half a file that a device has written. Held with a
light page (`tests/support/light.py`); what Python itself is woken from, in `test_awake.py`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from downhill.text.format import PAGE
from tests.browser.conftest import Kept, OpenLight
from tests.browser.test_offline import leave_room
from tests.support.essay import Essay, until
from tests.support.faults import FaultyServer, faulty, path_of
from tests.support.light import answers_with, keep, settled
from tests.support.often import a_few
from tests.support.worker_list import rows
from tools.languages import translations

STRANGER = "<!doctype html><title>Stranger</title><p>Stranger"
DAMAGE = """async ([file, how, stranger]) => {
    const store = await caches.open((await caches.keys()).find(name => name.startsWith("workbox")));
    const key = (await store.keys()).find(({ url }) => url.split("?")[0] === file);
    const before = await store.match(key), bytes = new Uint8Array(await before.arrayBuffer());
    const html = { "Content-Type": "text/html" }, same = { headers: before.headers };
    await store.put(key, {
        replaced: () => new Response(stranger, { headers: html }),
        "with one byte changed": () => new Response(bytes.map((byte, i) => byte ^ (i === 9)), same),
        halved: () => new Response(bytes.slice(0, bytes.length / 2), same),
        empty: () => new Response("", same),
        "of another type": () => new Response(bytes, { headers: html }),
        "a redirection": () => new Response(bytes, { status: 302, headers: { Location: "README.txt" } }),
        "right, and leads elsewhere": () => new Response(bytes, { headers: { ...html, Refresh: "0;url=README.txt" } }),
    }[how]());
}"""
KINDS = {
    "": ("replaced", "halved", "a redirection", "right, and leads elsewhere"),
    "app-*/boot/page/watch.js": ("replaced", "with one byte changed", "of another type"),
    "app-*/style.css": ("halved", "empty", "of another type"),
    "micropython-*/micropython.wasm": ("with one byte changed",),
    "start-*/svg.bin": ("halved",),
    "app-*/fonts/*.woff2": ("empty",),
}
"""Files of every kind, and what has become of them: names are patterns inside the site."""
CASES = [(pattern, how) for pattern, ways in KINDS.items() for how in ways]


def damage(essay: Essay, name: str, how: str) -> None:
    """Damage a file that is kept."""
    essay.page.evaluate(DAMAGE, [essay.address + name, how, STRANGER])


def is_ours(page: Page) -> None:
    """The page is the one that was built."""
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title(re.compile(re.escape(PAGE["page.headline"])))


def test_whatever_is_kept_and_damaged_is_never_served_and_is_mended_with_one_request(
    kept_light: Kept, light: Path
) -> None:
    essay, server = kept_light
    for pattern, how in CASES:
        name = path_of(light, pattern) if pattern else ""
        damage(essay, name, how)
        server.asked.clear()
        essay.open("?patience=120").loaded()
        is_ours(essay.page)
        assert answers_with(essay, light), (name, how)
        once = 0 if how.startswith("right") else 1  # all that is wrong with it is left out
        assert server.asked.count(name) == once, (name, how)
        server.asked.clear()
        assert answers_with(essay, light)
        assert name not in server.asked, (name, how)
        for own in ("", "index.html") if not name else ():  # at none of its addresses it leads elsewhere
            answer = essay.page.goto(f"{essay.address}{own}?patience=120")
            assert answer
            assert not {"refresh", "location"}.intersection(answer.headers), (own, how)


def said_in(code: str) -> str:
    """What is said of a page that is damaged."""
    return PAGE["page.damaged"] if code == "en" else translations.catalogue(code)["page"]["page.damaged"]


@a_few(1)
@pytest.mark.parametrize("code", ["en", "de"])
def test_where_the_host_cannot_be_reached_a_damaged_page_is_one_sentence_until_it_can(
    open_light: OpenLight, light: Path, code: str
) -> None:
    own = "" if code == "en" else f"{code}.html"
    with faulty(light) as server:
        essay = keep(open_light(server, f"{own}?patience=120"))
        for name in {"", own}:
            damage(essay, name, "replaced")
        for server.front in ("login", "hanging"):
            essay.open(f"{own}?patience=120")
            expect(essay.page.locator("body")).to_have_text(said_in(code))
            expect(essay.page.locator("html")).to_have_attribute("lang", code)
        server.release.set()
        server.front = ""
        essay.open(f"{own}?patience=120").loaded()
        expect(essay.page.locator("#instead")).to_be_hidden()
    essay.open(f"{own}?patience=120").loaded()
    expect(essay.page.locator("section.lesson").first).to_be_attached()


def test_where_the_host_cannot_be_reached_a_page_that_is_whole_stands_in_for_one_that_is_damaged(
    open_light: OpenLight, light: Path
) -> None:
    with faulty(light) as server:
        essay = keep(open_light(server, "de.html?patience=120"))
        damage(essay, "de.html", "halved")
    essay.open("de.html?patience=120")
    expect(essay.page.locator("#instead")).to_have_text(PAGE["page.instead"])


def test_a_script_that_is_damaged_and_cannot_be_fetched_is_told_by_name(
    open_light: OpenLight, light: Path
) -> None:
    name = path_of(light, "pyscript-*/core-*.js")
    with faulty(light) as server:
        essay = keep(open_light(server))
        damage(essay, name, "with one byte changed")
    essay.open("?patience=3")
    expect(essay.page.locator("#failure-what")).to_have_text(re.compile(r"core[\w-]*\.js"))


FORMER = """
addEventListener("install", () => skipWaiting());
addEventListener("fetch", (event) => event.respondWith((async () => {
    for (const name of await caches.keys()) {
        const found = await (await caches.open(name)).match(event.request, { ignoreSearch: true });
        if (found) return found;
    }
    return fetch(event.request);
})()));"""
"""A worker that serves whatever it finds, as one from before sums were checked."""
POISON = """async ([files, stranger]) => {
    const store = await caches.open(`workbox-precache-v2-${new URL(".", location)}`);
    const answer = () => new Response(stranger, { headers: { "Content-Type": "text/html" } });
    for (const file of files) await store.put(new URL(file, location), answer());
    const other = await caches.open("a stranger's");
    for (const file of files) await other.put(new URL(file, location).href.split("?")[0], answer());
    await navigator.serviceWorker.register("sw.js?lang=en");
}"""


@pytest.fixture
def poisoned(open_light: OpenLight, light: Path, tmp_path: Path) -> Iterator[tuple[Essay, FaultyServer]]:
    """A device on which a stranger's page is shown by an older worker, and waits under the keys of the newer one, too."""
    (tmp_path / "sw.js").write_text(FORMER, encoding="utf-8")
    os.utime(tmp_path / "sw.js", (0, 0))  # servers tell by the time whether a file has changed
    (tmp_path / "README.txt").write_text("here", encoding="utf-8")
    keys = [
        row["url"] + (f"?__WB_REVISION__={row['revision']}" if row["revision"] else "") for row in rows(light)
    ]
    with faulty(tmp_path) as server:
        essay = open_light(server, "README.txt")
        essay.page.evaluate(POISON, [keys, STRANGER])
        settled(essay.page, ["active"], "the older worker is there")
        essay.page.goto(essay.address)
        expect(essay.page).to_have_title("Stranger")
        server.folder = light
        yield essay, server


@pytest.mark.parametrize("room", ["enough", "none"])
def test_after_a_strangers_page_was_kept_by_an_older_version_the_newer_one_serves_its_own(
    poisoned: tuple[Essay, FaultyServer], light: Path, room: str
) -> None:
    essay, server = poisoned
    if room == "none":
        leave_room(essay.page, server, 10)

    def ours() -> bool:
        essay.page.wait_for_timeout(1500)
        essay.page.reload()  # which the browser takes to find the newer worker
        return essay.page.title() != "Stranger"

    until(essay.page, ours, "the stranger is gone")
    settled(essay.page, ["active"], "the newer worker is there")
    essay.page.reload()
    assert answers_with(essay.loaded(), light)
