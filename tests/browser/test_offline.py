"""Days without a network, newer versions, and devices without room."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WORKERS, Kept, OpenProfile, visit
from tests.browser.test_awake import play
from tests.support.essay import Essay, until
from tests.support.faults import FRONTS, LOGIN, FaultyServer, faulty
from tests.support.often import FULLY, thorough
from tests.support.worker_list import given
from tools.release import service_worker

KEPT = """async () => {
    const names = (await caches.keys()).filter(name => name.startsWith("workbox"));
    const stores = await Promise.all(names.map(name => caches.open(name)));
    return (await Promise.all(stores.map(store => store.keys()))).flat().map(one => one.url);
}"""
KEPT_AS = """async text => {
    const found = await Promise.all((await caches.keys()).map(name => caches.open(name)));
    const kept = (await Promise.all(found.map(async store => Promise.all((await store.keys()).map(key => store.match(key)))))).flat();
    const texts = kept.map(response => response.blob()).map(async blob => (await blob).size === text.length && (await blob).text());
    return (await Promise.all(texts)).filter(one => one === text).length;
}"""
SECOND = "The second edition"


@pytest.fixture(scope="module")
def second(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newer version: another title, and our own files in a folder of another name."""
    folder = tmp_path_factory.mktemp("second") / "site"
    shutil.copytree(site, folder)
    (app,) = folder.glob("app-*")
    app.rename(folder / "app-0123456789ab")
    text = (folder / "index.html").read_text(encoding="utf-8").replace(app.name, "app-0123456789ab")
    head, _, rest = text.partition("<title>")
    text = f"{head}<title>{SECOND}{rest[rest.index('</title>') :]}"
    (folder / "index.html").write_text(text, encoding="utf-8")
    service_worker.write_worker(folder)
    return folder


def again(essay: Essay) -> Essay:
    """Load the page anew."""
    essay.page.reload(wait_until="commit")
    return essay.ready()


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
    for rest in ("", "index.html?start=packed", "?start=snapshot#line"):
        essay.open(rest)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'ready'")
        play(essay.ready())
    take = essay.lesson("valley").section.locator("details.take")
    take.locator("summary").click()
    with essay.page.expect_download() as waiting:
        take.locator("[data-take=svg]").click()
    assert waiting.value.suggested_filename.endswith(".svg")
    assert essay.complaints == []


def opens_whatever_stands_in_front(
    essay: Essay, server: FaultyServer, fronts: tuple[str, ...] = FRONTS
) -> None:
    """The page opens and takes a step, whatever answers in the place of its host, and asks for nothing it has."""
    for server.front in fronts:
        server.asked.clear()
        again(essay).lesson("valley").press("step")
        # A browser that looks for a newer worker asks for what that imports, too.
        assert {name for name in server.asked if not name.startswith("workbox-")} <= {"sw.js"}


def test_after_one_visit_the_page_opens_whatever_stands_in_front_of_its_host(kept: Kept) -> None:
    kept.essay.open().ready()
    opens_whatever_stands_in_front(*kept)
    assert kept.essay.complaints == []


@pytest.mark.parametrize(
    ("caching", "vary"),
    [
        ("no-store", "*"),
        pytest.param("no-cache", "Accept-Encoding, *", marks=thorough),
        ("max-age=1", "Accept, User-Agent, Cookie, Origin"),
    ],
)
def test_it_is_kept_and_opens_whatever_its_host_says_of_caching_and_of_what_files_vary_with(
    open_profile: OpenProfile, site: Path, caching: str, vary: str
) -> None:
    with faulty(site) as server:
        server.more = {"Cache-Control": caching, "Vary": vary}
        essay = visit(open_profile(), server)
        essay.page.wait_for_timeout(1500 if "age" in caching else 0)  # what the browser keeps is too old
        opens_whatever_stands_in_front(essay, server, FRONTS if FULLY else ("login", "hanging"))
    play(again(essay))
    assert essay.complaints == []


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
    open_profile: OpenProfile, site: Path, second: Path
) -> None:
    (first,) = (folder.name for folder in site.glob("app-*"))
    with faulty(site) as server:
        essay = visit(open_profile(), server)
        server.folder = second
        assert essay.page.title() != SECOND
        again(essay)
        assert (essay.page.title() != SECOND, apps(essay)) == (True, {first})
        until(essay.page, lambda: has(essay, "app-0123456789ab"), "the second edition comes in")
        until(essay.page, lambda: essay.page.evaluate(WORKERS) == ["active"], "it is whole")
        play(essay)
        again(essay)
        assert (essay.page.title(), apps(essay)) == (SECOND, {"app-0123456789ab"})
        until(essay.page, lambda: not has(essay, first), "the first edition is forgotten")
    again(essay)
    play(essay)
    assert (essay.page.title(), essay.complaints) == (SECOND, [])


def test_half_a_newer_version_changes_nothing(open_profile: OpenProfile, site: Path, second: Path) -> None:
    (first,) = (folder.name for folder in site.glob("app-*"))
    with faulty(site) as server:
        essay = visit(open_profile(), server)
        server.folder, server.missing = second, ("app-0123456789ab/style.css",)
        for _ in range(2):
            server.asked.clear()
            again(essay)
            until(essay.page, lambda: server.missing[0] in server.asked, "the newer version is tried")
            until(essay.page, lambda: essay.page.evaluate(WORKERS) == ["active"], "it is given up")
    again(essay)
    play(essay)
    assert (essay.page.title() != SECOND, apps(essay), essay.complaints) == (True, {first}, [])


def test_on_a_full_device_the_page_works_and_says_nothing(open_profile: OpenProfile, site: Path) -> None:
    context = open_profile()
    with faulty(site) as server:
        origin = server.address.removesuffix("/a/b/")
        session = context.new_cdp_session(context.pages[0])
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
        essay = Essay(context.pages[0], server.address)
        for _ in range(2):
            server.asked.clear()
            essay.open().ready()
            until(essay.page, lambda: "sw.js" in server.asked, "the worker is tried")
            until(essay.page, lambda: essay.page.evaluate(WORKERS) == [], "it is given up")
            play(essay)
        for banner in ("#failure", "#address-note", "#old", "#framed"):
            expect(essay.page.locator(banner)).to_be_hidden()
        assert essay.complaints == []


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
    play(again(essay))


def test_copies_of_what_is_kept_are_never_waited_for(kept: Kept, site: Path) -> None:
    page, server = kept.essay.open().ready().page, kept.server
    server.front = "hanging"
    server.asked.clear()
    copies = given(site, "COPIES")
    assert copies
    for name in copies:
        assert page.evaluate("async name => (await fetch(name)).status", name) == 204
    assert set(server.asked) <= {"sw.js"}


def part_of(site: Path, pattern: str) -> str:
    """A file by its name, as a path inside the site."""
    return next(site.glob(pattern)).relative_to(site).as_posix()


def test_a_sign_in_page_that_comes_up_while_the_page_is_first_kept_is_not_kept(
    open_profile: OpenProfile, site: Path
) -> None:
    late = part_of(site, "app-*/icons/icon-512.png")  # only for the device
    with faulty(site, hanging=(late,)) as server:
        essay = Essay(open_profile().pages[0], server.address).open().ready()
        until(essay.page, lambda: late in server.asked, "half of it is kept")
        server.front = "login"
        server.release.set()
        until(essay.page, lambda: essay.page.evaluate(WORKERS) == [], "it is given up")
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
        server.front, server.hanging = "", ()
        again(essay)
        until(essay.page, lambda: essay.page.evaluate(WORKERS) == ["active"], "the page is kept")
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
    play(again(essay))
    assert essay.complaints == []


@pytest.mark.parametrize("front", ["login", pytest.param("moved", marks=thorough), "error"])
def test_what_is_kept_stays_when_a_sign_in_page_comes_up_amid_a_newer_version(
    open_profile: OpenProfile, site: Path, second: Path, front: str
) -> None:
    (first,) = (folder.name for folder in site.glob("app-*"))
    late = part_of(second, "app-*/icons/icon-512.png")
    with faulty(site) as server:
        essay = visit(open_profile(), server)
        before = set(essay.page.evaluate(KEPT))
        server.folder, server.hanging = second, (late,)
        again(essay)
        until(essay.page, lambda: late in server.asked, "half of the newer version is there")
        server.front = front
        server.release.set()
        until(essay.page, lambda: essay.page.evaluate(WORKERS) == ["active"], "it is given up")
        again(essay).lesson("valley").press("step")
        assert (essay.page.title() != SECOND, apps(essay)) == (True, {first})
        assert before <= set(essay.page.evaluate(KEPT))
        assert essay.page.evaluate(KEPT_AS, LOGIN.decode()) == 0
        server.front, server.hanging = "", ()
        again(essay)
        until(
            essay.page,
            lambda: any(url.endswith(late) for url in essay.page.evaluate(KEPT)),
            "it is tried again",
        )
        until(essay.page, lambda: essay.page.evaluate(WORKERS) == ["active"], "it comes whole")
    play(again(essay))
    assert (essay.page.title(), essay.complaints) == (SECOND, [])


def test_what_a_filter_had_answered_and_the_browser_kept_is_asked_for_again(
    open_profile: OpenProfile, site: Path
) -> None:
    archive = part_of(site, "start-*/svg.bin")
    with faulty(site) as server:
        page = open_profile().pages[0]
        page.goto(f"{server.address}README.txt")  # no page of ours, whose policy would not let it ask
        server.front, server.more = "login", {"Cache-Control": "public, max-age=86400"}
        ask = "async name => (await fetch(name)).status"
        assert page.evaluate(ask, archive) == 200
        server.front, server.more = "", {}
        assert page.evaluate(ask, archive) == 200
        assert server.asked.count(archive) == 1
        visit(page.context, server)
        assert server.asked.count(archive) == 2


def test_a_page_into_which_a_proxy_writes_is_not_kept_and_tried_with_two_requests_a_visit(
    open_profile: OpenProfile, site: Path
) -> None:
    with faulty(site) as server:
        server.put_in = b"<meta name=watched>"  # a script would be kept out by the page's policy
        essay = Essay(open_profile().pages[0], server.address)
        for _ in range(2):
            server.asked.clear()
            essay.open().ready()
            expect(essay.page.locator("meta[name=watched]")).to_have_count(1)
            until(essay.page, lambda: server.asked.count("") == 3, "the worker tries the page twice")
            until(essay.page, lambda: essay.page.evaluate(WORKERS) == [], "it is given up")
            play(essay)
            assert "privacy.html" not in server.asked
            assert essay.page.evaluate(KEPT) == []
        assert essay.complaints == []
