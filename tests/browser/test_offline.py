"""Days without a network, newer versions, and devices without room.

What the service worker keeps and answers is held with a light page, which has next to nothing in the place of
Python (`tests/support/light.py`). That the whole page has itself kept, and plays from what is kept, is held with a few.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Kept, OpenLight, OpenProfile, visit
from tests.browser.test_awake import asked, memory, play, visit_again, wait_until_kept
from tests.support.essay import Essay, until
from tests.support.faults import FRONTS, LOGIN, FaultyServer, faulty, path_of
from tests.support.light import KEEP, NEWER, SECOND, answers_with, keep, settled
from tests.support.often import FULLY, a_few, thorough
from tests.support.worker_list import rows
from tools.release import service_worker

KEPT = """async () => {
    const names = (await caches.keys()).filter(name => name.startsWith("workbox"));
    const stores = await Promise.all(names.map(name => caches.open(name)));
    return (await Promise.all(stores.map(store => store.keys()))).flat().map(one => one.url);
}"""
USED = "async () => (await navigator.storage.estimate()).usage"
KEPT_AS = """async text => {
    const found = await Promise.all((await caches.keys()).map(name => caches.open(name)));
    const kept = (await Promise.all(found.map(async store => Promise.all((await store.keys()).map(key => store.match(key)))))).flat().filter(Boolean);  // it may go just now
    const texts = kept.map(response => response.blob()).map(async blob => (await blob).size === text.length && (await blob).text());
    return (await Promise.all(texts)).filter(one => one === text).length;
}"""


def again_light(essay: Essay) -> Essay:
    """Load a light page anew."""
    essay.page.reload()
    return essay


def tried(essay: Essay) -> Essay:
    """Load a light page anew, which looks for a newer version of itself as one that is live does."""
    again_light(essay).page.evaluate(KEEP)
    return essay


def has(essay: Essay, app: str) -> bool:
    """Whether a version's own files are among what is kept."""
    return any(f"/{app}/" in url for url in essay.page.evaluate(KEPT))


def apps(essay: Essay) -> set[str]:
    """The versions whose files the page asked for; what the page before it still asked for does not count."""
    urls = essay.page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    parts = [url.removeprefix(essay.address).partition("/")[0] for url in urls]
    return {part for part in parts if part.startswith("app-")}


def test_after_one_visit_every_lesson_plays_without_a_server(open_profile: OpenProfile, site: Path) -> None:
    with faulty(site) as server:
        essay = visit(open_profile(), server)
        wait_until_kept(essay, memory(site))
    for rest in ("", "index.html?start=packed", "?start=snapshot#line"):
        visit_again(essay, rest)
        play(essay)
        assert ("core.wasm" in asked(essay)) == ("packed" not in rest)  # the service worker has it
    for name in ("valley", "ten-thousand"):  # the latter with an image in it
        take = essay.lesson(name).section.locator("details.take")
        take.locator("summary").click()
        with essay.page.expect_download() as waiting:
            take.locator("[data-take=svg]").click()
        assert waiting.value.suggested_filename.endswith(".svg")
    assert essay.complaints == []


def unkept(server: FaultyServer) -> set[str]:
    """What was asked for of a host whose page is kept; a browser that looks for a newer worker asks for two things."""
    return {name for name in server.asked if name != "sw.js" and not name.startswith("workbox-")}


FETCHED = "async url => (await fetch(url)).text()"
WORKER = "async () => (await navigator.serviceWorker.getRegistration()).active?.scriptURL"


def test_first_pictures_in_dark_are_kept_where_it_was_dark_once_and_light_ones_stand_in_until_then(
    open_light: OpenLight, light: Path
) -> None:
    for_english = [row["url"] for row in rows(light) if "readers" not in row]
    dark = {url.removeprefix("./") for url in for_english if "-dark" in url}
    assert len(dark) > 30
    with faulty(light) as server:
        essay = keep(open_light(server))
        page = essay.page

        def kept_dark() -> set[str]:
            return {url.removeprefix(essay.address) for url in page.evaluate(KEPT) if "-dark" in url}

        assert kept_dark() == set()
        page.reload()
        for server.front in ("login", ""):
            for name in sorted(dark)[:3]:
                shown = name.replace("-dark", "-light") if server.front else name
                there = (light / shown).read_text(encoding="utf-8")
                assert page.evaluate(FETCHED, essay.address + name) == there
        assert kept_dark() == set()
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(KEEP)
            until(page, lambda: "dark" in page.evaluate(WORKER), "another list is kept")
            until(page, lambda: kept_dark() == dark, f"dark is kept, when it is {scheme}")


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("caching", "vary"),
    [
        ("", ""),
        ("no-store", "*"),
        pytest.param("no-cache", "Accept-Encoding, *", marks=thorough),
        ("max-age=1", "Accept, User-Agent, Cookie, Origin"),
    ],
)
def test_it_is_kept_and_opens_whatever_its_host_says_and_whatever_stands_in_front_of_it(
    open_light: OpenLight, light: Path, caching: str, vary: str
) -> None:
    with faulty(light) as server:
        server.more = {"Cache-Control": caching, "Vary": vary} if caching else {}
        essay = keep(open_light(server))
        essay.page.wait_for_timeout(1500 if "age" in caching else 0)  # what the browser keeps is too old
        for server.front in FRONTS if FULLY else ("login", "hanging"):
            server.asked.clear()
            assert SECOND not in again_light(essay).page.title()
            assert answers_with(essay, light)
            assert unkept(server) == set()
    assert answers_with(again_light(essay), light)


@thorough
def test_on_a_host_that_tells_what_never_changes_nothing_is_fetched_twice(
    open_profile: OpenProfile, site: Path
) -> None:
    with faulty(site) as server:
        server.settings = server.settings._replace(plain=False)
        visit(open_profile(), server)
        large = [name for name in server.asked if name.endswith((".wasm", ".bin"))]
        assert len(large) > 10
        assert [name for name in large if large.count(name) > 1] == []


def test_a_newer_version_comes_whole_with_the_second_visit_and_replaces_the_first(
    open_light: OpenLight, light: Path, second: Path
) -> None:
    (first,) = (folder.name for folder in light.glob("app-*"))
    with faulty(light) as server:
        essay = keep(open_light(server))
        server.folder = second
        assert essay.page.title() != SECOND
        tried(essay)
        assert (essay.page.title() != SECOND, apps(essay)) == (True, {first})
        until(essay.page, lambda: has(essay, NEWER), "the second edition comes in")
        settled(essay.page, ["active"], "it is whole")
        tried(essay)
        assert (essay.page.title(), apps(essay)) == (SECOND, {NEWER})
        until(essay.page, lambda: not has(essay, first), "the first edition is forgotten")
    again_light(essay)
    assert (essay.page.title(), answers_with(essay, second)) == (SECOND, True)


def test_a_newer_version_is_looked_for_while_the_page_waits_for_something_else(
    open_light: OpenLight, light: Path, second: Path
) -> None:
    with faulty(light) as server:
        essay = keep(open_light(server))
        server.folder, server.hanging = second, ("slow.bin",)
        again_light(essay).page.evaluate("() => { for (let i = 0; i < 4; i += 1) fetch(`slow.bin?${i}`); }")
        essay.page.evaluate(KEEP)
        until(essay.page, lambda: has(essay, NEWER), "the second edition comes in")


def leave_room(page: Page, server: FaultyServer, size: int) -> None:
    """Let the device have room for that many bytes of the page's."""
    where = {"origin": server.address.removesuffix("/a/b/"), "quotaSize": size}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", where)


@thorough
def test_on_a_full_device_the_page_works_and_says_nothing(open_profile: OpenProfile, site: Path) -> None:
    context = open_profile()
    with faulty(site) as server:
        leave_room(context.pages[0], server, 1_000_000)
        essay = Essay(context.pages[0], server.address)
        for _ in range(2):
            server.asked.clear()
            essay.open().ready()
            until(essay.page, lambda: "sw.js" in server.asked, "the worker is tried")
            settled(essay.page, [], "it is given up")
            play(essay)
        for banner in ("#failure", "#address-note", "#old", "#framed"):
            expect(essay.page.locator(banner)).to_be_hidden()
        assert essay.complaints == []


@thorough
def test_where_there_is_room_for_pythons_core_but_not_for_its_memory_none_of_both_is_kept(
    open_profile: OpenProfile, site: Path
) -> None:
    context = open_profile()
    with faulty(site) as server:
        leave_room(context.pages[0], server, memory(site) // 2)
        essay = Essay(context.pages[0], server.address)
        with essay.page.expect_console_message(lambda told: "nothing is kept" in told.text):
            essay.open("?start=snapshot").ready()
        assert not [name for name in essay.page.evaluate("caches.keys()") if name.startswith("awake")]
        play(essay)


@thorough
@pytest.mark.parametrize("how", ["killed", "login"])
def test_a_first_visit_whose_keeping_is_broken_off_keeps_nothing_and_the_next_one_keeps_all(
    open_light: OpenLight, light: Path, how: str
) -> None:
    late = path_of(light, "app-*/icons/icon-512.png")  # only for the device
    with faulty(light, hanging=(late,)) as server:
        essay = open_light(server).loaded()
        line = essay.page.context.new_cdp_session(essay.page)
        line.send("ServiceWorker.enable")
        essay.page.evaluate(KEEP)
        until(essay.page, lambda: late in server.asked, "half of it is kept")
        if how == "killed":
            line.send("ServiceWorker.stopAllWorkers")
        else:
            server.front = "login"
        server.release.set()
        settled(essay.page, [], "it is given up")
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
        server.front, server.hanging = "", ()
        keep(again_light(essay))
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
    assert answers_with(again_light(essay), light)


@thorough
def test_a_worker_that_is_killed_while_the_page_opens_begins_again(kept_light: Kept, light: Path) -> None:
    essay, server = kept_light
    line = essay.page.context.new_cdp_session(essay.page)
    line.send("ServiceWorker.enable")
    server.front = "hanging"
    essay.open("?patience=120").loaded()
    for pause in (100, 300, 900):  # any earlier, the browser shows a page of its own
        essay.page.reload(wait_until="commit")
        essay.page.wait_for_timeout(pause)
        line.send("ServiceWorker.stopAllWorkers")
        assert answers_with(essay.loaded(), light), pause


@thorough
def test_where_data_is_saved_only_what_the_pack_needs_is_kept(open_profile: OpenProfile, site: Path) -> None:
    context = open_profile()
    session = context.new_cdp_session(context.pages[0])
    session.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    with faulty(site) as server:
        essay = visit(context, server, "?start=packed")
        kept = {url.rpartition("/")[2] for url in essay.page.evaluate(KEPT)}
        assert "pack.bin" in kept
        assert kept.isdisjoint(service_worker.SPARE)
        assert not [name for name in server.asked if name.endswith(service_worker.SPARE)]
        server.front = "hanging"
        play(essay.open("?start=snapshot").ready())
    essay.page.reload(wait_until="commit")
    play(essay.ready())


@pytest.mark.parametrize(
    "front", ["login", *(pytest.param(front, marks=thorough) for front in ("moved", "error", "full"))]
)  # an error for a file of a newer version is in the test of half a one, too; on a `full` device nothing stands in front
def test_what_is_kept_stays_when_a_sign_in_page_comes_up_amid_a_newer_version(
    open_light: OpenLight, light: Path, second: Path, front: str
) -> None:
    (first,) = (folder.name for folder in light.glob("app-*"))
    late = path_of(second, "app-*/icons/icon-512.png")
    with faulty(light) as server:
        essay = keep(open_light(server))
        before = set(essay.page.evaluate(KEPT))
        server.folder, server.hanging = second, (late,)
        tried(essay)
        until(essay.page, lambda: late in server.asked, "half of the newer version is there")
        if front == "full":
            leave_room(essay.page, server, essay.page.evaluate(USED))
        else:
            server.front = front
        server.release.set()
        settled(essay.page, ["active"], "it is given up")
        tried(essay)
        assert (essay.page.title() != SECOND, apps(essay)) == (True, {first})
        assert before <= set(essay.page.evaluate(KEPT))
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
        server.front, server.hanging = "", ()
        leave_room(essay.page, server, 10**9)
        tried(essay)
        until(
            essay.page,
            lambda: any(url.endswith(late) for url in essay.page.evaluate(KEPT)),
            "it is tried again",
        )
        settled(essay.page, ["active"], "it comes whole")
    again_light(essay)
    assert (essay.page.title(), answers_with(essay, second)) == (SECOND, True)


@thorough
def test_what_a_filter_had_answered_and_the_browser_kept_is_asked_for_again(
    open_light: OpenLight, light: Path
) -> None:
    archive = path_of(light, "start-*/svg.bin")
    with faulty(light) as server:
        essay = open_light(server, "README.txt")  # no page of ours, whose policy would not let it ask
        server.front, server.more = "login", {"Cache-Control": "public, max-age=86400"}
        ask = "async name => (await fetch(name)).status"
        assert essay.page.evaluate(ask, archive) == 200
        server.front, server.more = "", {}
        assert essay.page.evaluate(ask, archive) == 200
        assert server.asked.count(archive) == 1
        keep(essay.open("?patience=120"))
        assert server.asked.count(archive) == 2
