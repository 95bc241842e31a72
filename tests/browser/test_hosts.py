"""Networks that answer with a page of their own, for all files or for some: told as what it is, and outlived."""

import re
import shutil
from contextlib import suppress
from http import HTTPStatus
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from downhill.text.format import PAGE, fill
from tests.browser.conftest import OpenEssay
from tests.browser.test_awake import OF_THE_DEVICE, memory, part, wait_until_kept
from tests.support.essay import PATIENCE, Essay, until
from tests.support.faults import COMPRESSING, PLAIN, FaultyServer, Portal, faulty
from tests.support.often import a_few, thorough

DAY = "public, max-age=86400"
FOREVER = "public, max-age=31536000, immutable"
SOON = "?patience=4"  # for what stays silent; a busy machine may need longer for a start, which then still succeeds
LATE = "?patience=60"
ONE = "&embed=1"
"""Shows one lesson alone: the page starts as it always does, and has less to draw."""
LINE = f"{SOON}{ONE}#line&v=1&line.m=99"


def all_but_the_page(name: str) -> bool:
    """Every file but the document itself."""
    return name not in ("", "index.html")


def everything(name: str) -> bool:
    """Every file, the document too."""
    return True


def told(page: Page, key: str, file: str) -> None:
    """The page tells that it can't start, in this sentence about this file."""
    sentence = re.escape(fill(PAGE[key], {"file": "FILE"})).replace("FILE", file)
    expect(page.locator("#failure-what")).to_have_text(re.compile(sentence), timeout=2 * PATIENCE)
    expect(page.locator("#failure")).to_be_visible()
    expect(page.locator("#retry")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-python", "failed")


def try_again(page: Page) -> None:
    """Press the button, unless the page has begun anew by itself: what was in the way is gone by now."""
    with suppress(Error):  # it restarts before it has answered
        page.evaluate(
            "document.documentElement.dataset.python === 'failed' && document.querySelector('#retry').click()"
        )


PORTALS = {
    "all files": (Portal(all_but_the_page), r"watch\.js"),
    "all scripts": (Portal((".js",), caching=FOREVER), r"watch\.js"),
    "a module of the worker": (Portal(("boot/worker/restore.js",), HTTPStatus.FORBIDDEN), r"restore\.js"),
    "a plugin": (Portal(lambda name: "error-" in name, HTTPStatus(511)), r"error-\w+\.js"),
    "wasm as bytes": (Portal((".wasm",), kind="application/wasm"), r"\w+\.wasm"),
    "the core": (Portal(("core.bin",), kind="text/plain", caching=DAY), r"core\.bin"),
    "bins": (Portal((".bin",), HTTPStatus.SERVICE_UNAVAILABLE), r"\w+\.bin"),
    "the worker's Python": (Portal(("worker/main.py",), caching=DAY), r"main\.py"),
}
"""Kinds of files; `tests/tools/test_watch.py` has every file of a start."""


@thorough
@a_few(2)
@pytest.mark.parametrize("name", PORTALS)
def test_a_page_of_the_network_in_the_place_of_a_file_is_told_as_that(
    open_essay: OpenEssay, site: Path, name: str
) -> None:
    portal, file = PORTALS[name]
    with faulty(site, COMPRESSING) as host:
        host.portal = portal
        page = open_essay(SOON, at=host.address).page
        told(page, "fail.page", file)


@thorough
def test_a_redirect_to_another_site_is_a_page_of_the_network(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, COMPRESSING) as host:
        elsewhere = host.address.replace("127.0.0.1", "localhost")
        host.portal = Portal(("page.bin",), HTTPStatus.FOUND, location=elsewhere)
        told(open_essay(SOON, at=host.address).page, "fail.page", r"page\.bin")


def test_when_the_network_has_a_page_for_every_address_it_is_told_whatever_the_status(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:
        page = open_essay("missing.html", at=host.address).page
        seen = iter(range(100))
        # All but the document that comes first; the browser may ask for an icon of the page before it.
        host.portal = Portal(lambda name: "favicon" in name or next(seen) > 0, HTTPStatus.NOT_FOUND)
        page.goto(host.address + SOON, wait_until="commit")
        told(page, "fail.page", r"watch\.js")


@thorough
def test_what_a_host_says_in_html_of_a_missing_file_is_no_page_of_the_network(
    open_essay: OpenEssay, site: Path
) -> None:
    for name in ("worker/restore.js", "page.bin"):
        with faulty(site, COMPRESSING) as host:
            host.portal = Portal((name,), HTTPStatus.NOT_FOUND)
            told(open_essay(SOON, at=host.address).page, "fail.missing", re.escape(name.rpartition("/")[2]))


@a_few(1)
@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("page.bin", "truncated"),
        ("boot/worker/restore.js", "corrupt"),
        pytest.param("page.bin", "corrupt", marks=thorough),
        pytest.param("boot/worker/restore.js", "truncated", marks=thorough),
    ],
)
def test_a_file_that_is_not_what_was_built_is_told_as_damaged(
    open_essay: OpenEssay, site: Path, name: str, how: str
) -> None:
    path = next(site.glob(f"app-*/{name}")).relative_to(site).as_posix()
    with faulty(site, PLAIN, **{how: (path,)}) as server:
        told(open_essay(SOON, at=server.address).page, "fail.spoilt", re.escape(path.rpartition("/")[2]))


FILTERED = {
    "scripts": ((".js",), DAY),
    "parts": ((".wasm", ".bin"), FOREVER),
    "some": (("worker/main.py", "restore.js"), DAY),
}
WAYS_BACK = ("Try again", "reload", "new tab")
AT_ONCE = [("scripts", "Try again"), ("parts", "Try again"), ("parts", "new tab"), ("some", "reload")]
"""Of what is filtered and of the ways back, just enough pairs that each occurs; the others are tried in thorough runs."""


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("filtered", "way"),
    [
        pytest.param(*pair, marks=[] if pair in AT_ONCE else [thorough])
        for pair in product(FILTERED, WAYS_BACK)
    ],
)
def test_the_answers_of_a_filter_do_not_outlive_it(
    open_essay: OpenEssay, site: Path, filtered: str, way: str
) -> None:
    takes, caching = FILTERED[filtered]
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal(takes, caching=caching)
        essay = open_essay(LINE, at=host.address)
        told(essay.page, "fail.page", r".*")
        host.portal = None
        if way == "Try again":
            try_again(essay.page)
        elif way == "reload":
            essay.page.reload(wait_until="commit")
        else:
            essay = Essay(essay.page.context.new_page(), host.address).open(LINE)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'failed'")
        essay.ready()
        assert essay.lesson("line").values == (99, 244)


@thorough
def test_a_filter_that_blocks_scripts_alone_makes_no_page_reload_for_ever(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:

        def scripts(name: str) -> bool:
            return (
                name.endswith("worker/restore.js") and host.asked.count(name) % 2 == 1
            )  # asked again, it comes

        host.portal = Portal(scripts, caching="no-store")
        essay = open_essay(SOON, at=host.address)
        ended = "html:is([data-python=failed], [data-python=ready])"  # it came, if it was asked for once more
        essay.page.wait_for_selector(ended, timeout=3 * PATIENCE)
        documents = [name for name in host.asked if name in ("", "index.html")]
        assert 1 <= len(documents) <= 5


@thorough
def test_a_style_sheet_and_figures_are_asked_for_anew_when_a_page_came_in_their_place(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal(("style.css", ".svg"), caching=DAY)
        essay = open_essay(LATE, at=host.address).ready()
        host.portal = None
        essay.page.reload(wait_until="commit")
        until(essay.page, lambda: bool(essay.page.evaluate(STYLED)), "the style is there")
        image = essay.page.locator("section.lesson .frame img").first
        until(essay.page, lambda: int(image.evaluate("one => one.naturalWidth")) > 0, "the figure is there")


STYLED = "getComputedStyle(document.querySelector('.skip')).position !== 'static'"


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("how", "key", "file"),
    [
        ("missing", "fail.missing", r"watch\.js"),
        pytest.param("truncated", "fail.spoilt", r"watch\.js", marks=thorough),
        ("hanging", "fail.late", ""),
    ],
)
def test_without_the_watch_every_other_failure_is_told_and_trying_again_helps(
    open_essay: OpenEssay, site: Path, how: str, key: str, file: str
) -> None:
    watch = next(site.glob("app-*/boot/page/watch.js")).relative_to(site).as_posix()
    core = next(site.glob("pyscript-*/core.js")).relative_to(site).as_posix()
    with faulty(site, PLAIN, missing=(core,)) as server:
        setattr(server, how, (*getattr(server, how), watch))
        essay = open_essay(SOON + ONE, at=server.address)
        told(essay.page, key, file)
        server.missing = server.truncated = server.hanging = ()
        server.release.set()
        try_again(essay.page)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'failed'")
        essay.ready()


@thorough
def test_without_the_watch_a_page_that_starts_takes_nothing_for_a_failure(
    open_essay: OpenEssay, site: Path
) -> None:
    watch = next(site.glob("app-*/boot/page/watch.js")).relative_to(site).as_posix()
    with faulty(site, missing=(watch,)) as server:
        essay = open_essay("?patience=1" + ONE, at=server.address).ready()  # the start takes longer
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("valley").press("step")


@thorough
def test_a_watch_that_comes_when_the_page_is_live_changes_nothing(open_essay: OpenEssay, site: Path) -> None:
    watch = next(site.glob("app-*/boot/page/watch.js")).relative_to(site).as_posix()
    with faulty(site, hanging=(watch,)) as server:
        essay = open_essay("?patience=1" + ONE, at=server.address).ready()
        with essay.page.expect_event("requestfinished", lambda request: request.url.endswith("watch.js")):
            server.release.set()
        asked = len(server.asked)
        essay.page.wait_for_timeout(1500)  # longer than its patience
        assert len(server.asked) == asked
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("valley").press("step")


@thorough
def test_of_a_networks_page_nothing_is_kept_and_what_is_built_is_kept_when_it_is_gone(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal((part(site, "heap.bin"),), caching=FOREVER)
        essay = open_essay(LATE + ONE, at=host.address, keeps=True).ready()  # from the pack
        until(essay.page, lambda: host.asked.count(part(site, "heap.bin")) > 1, "it is asked for anew")
        until(essay.page, lambda: essay.page.evaluate(OF_THE_DEVICE, "size") in ([], [0]), "nothing is kept")
        host.portal = None
        essay.page.reload(wait_until="commit")
        essay.ready()
        wait_until_kept(essay, memory(site))


@thorough
@pytest.mark.parametrize("fault", [pytest.param("cut", marks=thorough), "page"])
def test_words_of_another_language_that_are_damaged_are_told_and_come_with_the_next_try(
    open_essay: OpenEssay, site: Path, fault: str
) -> None:
    words = next(site.glob("app-*/de/words.json")).relative_to(site).as_posix()
    sentence = re.compile(r"words\.json.*(beschädigt|Webseite)", re.DOTALL)
    with faulty(site, PLAIN) as server:
        server.truncated = (words,) if fault == "cut" else ()
        server.pages = (words,) if fault == "page" else ()
        essay = open_essay("de.html" + SOON + ONE, at=server.address)
        expect(essay.page.locator("#failure-what")).to_have_text(sentence, timeout=2 * PATIENCE)
        text = essay.page.locator("#failure").inner_text()
        assert "Traceback" not in text
        assert "JsProxy" not in text
        server.truncated = server.pages = ()
        try_again(essay.page)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'failed'")
        essay.ready()
        expect(essay.lesson("valley").button("step")).to_have_text("Schritt")


HANDLER = """Traceback (most recent call last):
  File "page/sections/model.py", line 150, in clicked
KeyError: steps"""


@thorough
def test_an_error_in_an_answer_to_the_hand_is_no_failure_of_the_start(
    open_essay: OpenEssay, site: Path
) -> None:
    wasm = next(site.glob("start-*/core.bin")).relative_to(site).as_posix()
    with faulty(site, hanging=(wasm,)) as server:
        essay = open_essay(LATE + ONE, at=server.address)
        until(essay.page, lambda: "MB" in essay.page.locator("#stage").inner_text(), "the watch is there")
        essay.page.evaluate(
            "text => { Promise.reject(Object.assign(new Error(text), { name: 'PythonError' })); }", HANDLER
        )
        essay.page.wait_for_timeout(500)
        expect(essay.page.locator("html")).to_have_attribute("data-python", "loading")
        server.release.set()
        essay.ready()
        essay.page.evaluate("text => { Promise.reject(new Error(text)); }", "fetch of anything.js")
        essay.page.wait_for_timeout(500)
        expect(essay.page.locator("#failure")).to_be_hidden()


@thorough
def test_what_python_says_when_it_breaks_is_for_the_console(
    open_essay: OpenEssay, site: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (main,) = broken.glob("app-*/page/main.py")
    text = main.read_text(encoding="utf-8")
    broken_start = text.replace("    await start()", "    raise ValueError('nobody reads this')")
    assert broken_start != text
    main.write_text(broken_start, encoding="utf-8")
    (listed,) = broken.glob("app-*/start.json")
    listed.write_text("[]", encoding="utf-8")
    with faulty(broken) as server:
        essay = open_essay(SOON, at=server.address)
        expect(essay.page.locator("#failure-what")).to_have_text(PAGE["fail.broken"], timeout=2 * PATIENCE)
        assert [text for text in essay.complaints if "nobody reads this" in text]


def asked_once(host: FaultyServer) -> None:
    """Nothing but what stands twice in the folder under one name was asked for twice."""
    names = [name for name in host.asked if name.endswith((".js", ".wasm", ".bin", ".py"))]
    assert len(names) > 40
    assert len(names) == len(set(names))


def test_a_good_first_visit_asks_for_nothing_twice_and_for_no_list(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, COMPRESSING) as host:
        essay = open_essay(LATE, at=host.address).ready()
        assert essay.complaints == []
        asked_once(host)
        assert not [name for name in host.asked if name.endswith("start.json")]
