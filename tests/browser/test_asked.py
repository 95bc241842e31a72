"""What visits ask the server for, in every language and way: all of it is kept, and nothing else is."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NOTHING_KEPT, NOTHING_LATER, PHONE, WIDE
from tests.support.essay import Essay, until
from tests.support.faults import COMPRESSING, FaultyServer, faulty
from tests.support.often import FULLY, thorough
from tests.support.worker_list import kept
from tools.languages import translations
from tools.startup.snapshot import SECOND

pytestmark = thorough
WAYS = ("snapshot", "packed")
KEPT_IN = "de"
"""The language in which a packed start is kept on the device, and which is seen on a projector."""
CODES = ("en", *(translations.codes() if FULLY else [KEPT_IN]))
ALONE: dict[str, Any] = {"rest": "?embed=1&patience=120#line", "saves": True, **PHONE}
"""A visit of one lesson: what the address says, and the browser's settings."""
NAMED = re.compile(r"[\"' ]\./([\w-]+/[^\"'?#\s]+|[\w-]+\.html)")
OF_THE_SYSTEM = {"icon-192.png", "icon-512.png", "icon-maskable.png", "icon-touch.png"}
"""What an operating system asks for when the page is installed on its desktop."""


@contextmanager
def visit(browser: Browser, address: str, rest: str, **options: Any) -> Iterator[Essay]:
    """A live page, opened for the first time."""
    keeps, saves = options.pop("keeps", False), options.pop("saves", False)
    with closing(browser.new_context(**{"viewport": WIDE, **options})) as context:
        context.add_init_script(NOTHING_LATER if keeps else f"{NOTHING_LATER};{NOTHING_KEPT}")
        page = context.new_page()
        if saves:
            context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
        yield Essay(page, address).open(rest).ready()


def use(page: Page) -> None:
    """Open every view, and use all that asks for something.

    A picture in bits asks for nothing that one in lines does not, and a theme's pictures are named in the page: English has both.
    """
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.locator("[data-next=ask]").dispatch_event("click")
    page.locator("#next-sure").wait_for(state="attached")
    if page.locator(".embed, [data-embed]").count():
        return
    english = page.locator("html[lang=en]").count()
    kinds = ("png", "svg") if english else ("svg",)
    for kind in kinds:
        for place in ("#valley", "[data-keepsake]"):
            with page.expect_download():
                page.locator(f"{place} [data-take={kind}]").click()
    page.locator("#valley [data-share=code]").dispatch_event("click")
    page.wait_for_selector("#code[open]")
    page.keyboard.press("Escape")
    for theme in ("contrast", "light") if english else ():
        page.locator("#theme").select_option(theme)


def edit(page: Page) -> None:
    """Change the Python of a lesson, run it, and take it home."""
    page.locator("#line [data-code-do=edit]").dispatch_event("click")
    page.locator("#line .cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("more = 1")
    page.locator("#line [data-code-do=run]").click()
    page.wait_for_selector("#line [data-code-state=changed]")
    page.locator("#line .experiments summary").click()
    page.wait_for_selector("#line [data-experiment-id]")
    with page.expect_download():
        page.locator("#line [data-code-do=save-py]").click()


def read_papers(page: Page) -> None:
    """Open everything that the essay's foot leads to, but for the page on which Python starts once more."""
    links = page.locator("footer .papers a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 5
    for link in links:
        if "/make" not in link:
            page.goto(link)


class Log:
    """What a server was asked for in each language, as paths inside the site.

    `edited` is what changing code took, `making` what the page on which lessons are made took, in English.
    """

    def __init__(self, browser: Browser, server: FaultyServer) -> None:
        self.by_language: dict[str, set[str]] = {}
        self.at_start: dict[str, set[str]] = {}
        self.edited: dict[str, set[str]] = {}
        for i, code in enumerate(CODES):
            server.asked.clear()
            home = "" if code == "en" else f"{code}.html"
            rest, keeps = f"{home}?start={WAYS[i % 2]}&patience=120&teacher", code == KEPT_IN
            with visit(
                browser, server.address, f"{rest}&theme=projector" if keeps else rest, keeps=keeps
            ) as essay:
                self.at_start[code] = set(server.asked)
                use(essay.page)
                essay.page.wait_for_selector("#teacher:not([inert]) .doors")
                if keeps:
                    until(
                        essay.page,
                        lambda: any("/heap.bin" in name for name in server.asked),
                        "Python is kept",
                    )
                before = set(server.asked)
                edit(essay.page)
                self.edited[code] = set(server.asked) - before
                read_papers(essay.page)
            if code == "en":
                with visit(browser, server.address, **ALONE) as essay:
                    use(essay.page)
            asked = set(server.asked) - self.edited[code]
            self.by_language[code] = {name or "index.html" for name in asked}
        server.asked.clear()
        with visit(browser, f"{server.address}make.html", "?patience=120") as essay:
            essay.page.wait_for_selector(".cm-content")
        self.making = set(server.asked)


@pytest.fixture(scope="module")
def log(browser: Browser, site: Path) -> Iterator[Log]:
    with faulty(site, COMPRESSING) as server:
        yield Log(browser, server)


def named(site: Path, names: set[str]) -> set[str]:
    """Every file that some of these pages name."""
    pages = [(site / name).read_text(encoding="utf-8") for name in names if name.endswith(".html")]
    return {name for page in pages for name in NAMED.findall(page)}


def at_need(site: Path, names: set[str]) -> set[str]:
    """Every file that some of these scripts and style sheets name, or one that they name: it is fetched when something
    goes wrong, or is rare.
    """
    rare = (
        f"start-*/{SECOND}*.bin",
        "start-*/cold.bin",
        "app-*/fonts/*-Late.woff2",
        "app-*/**/questions.html",
        "app-*/qr/decode.js",
    )
    files = [*site.glob("app-*/boot/*/*"), *(file for each in rare for file in site.glob(each))]
    left, found = {file.relative_to(site).as_posix() for file in files} - names, set(names)
    while True:
        texts = [(site / name).read_text("utf-8") for name in found if name.endswith((".js", ".mjs", ".css"))]
        more = {name for name in left if any(name.rpartition("/")[2] in text for text in texts)}
        if not more:
            return found - names
        found, left = found | more, left - more


@pytest.mark.parametrize("code", CODES)
def test_whatever_visits_in_a_language_ask_for_is_kept(log: Log, site: Path, code: str) -> None:
    found = log.by_language[code]
    assert len(found) > 100
    assert (found | log.edited[code]) - kept(site, code) == set()


HINTED = {"zh-Hans": {f"{SECOND}ft2font.bin"}}  # signs of another script, which the build does not play


@pytest.mark.parametrize("code", CODES)
def test_no_start_calls_a_function_that_is_in_a_second_half(log: Log, code: str) -> None:
    asked = {name.rpartition("/")[2] for name in log.at_start[code]}
    seconds = {name for name in asked if name.startswith(SECOND) and name.endswith(".bin")}
    assert "core.bin" in asked
    assert seconds <= HINTED.get(code, set())


@pytest.mark.parametrize("code", CODES)
def test_no_start_asks_for_the_editor_of_code(log: Log, code: str) -> None:
    parts = ("/editor/", "/codemirror", "/index-")
    assert not [name for name in log.at_start[code] if any(part in name for part in parts)]
    assert [name for name in log.edited[code] if "/editor/" in name]


@pytest.mark.parametrize("code", CODES)
def test_no_visit_calls_a_function_that_waits_in_the_archive(log: Log, code: str) -> None:
    names = {name.rpartition("/")[2] for name in log.by_language[code]}
    assert "svg.bin" in names
    assert "cold.bin" not in names


def test_what_the_page_on_which_lessons_are_made_asks_for_is_kept(log: Log, site: Path) -> None:
    assert [name for name in log.making if name.endswith("/making.py")]
    assert log.making - kept(site, "en") == set()


def test_nothing_is_kept_that_no_visit_asks_for_and_no_page_shows(log: Log, site: Path) -> None:
    every = set().union(log.making, *log.by_language.values(), *log.edited.values())
    known = every | named(site, every) | at_need(site, every)
    left = {name for code in CODES for name in kept(site, code)} - known
    assert {name for name in left if not name.endswith(tuple(OF_THE_SYSTEM))} == set()


@pytest.mark.parametrize("code", ["en", *translations.codes()])
def test_every_picture_of_a_kept_page_is_kept_whatever_its_theme_and_width(site: Path, code: str) -> None:
    page = "index.html" if code == "en" else f"{code}.html"
    pictures = {name for name in named(site, {page}) if name.endswith(".svg")}
    assert len(pictures) > 40
    assert pictures - kept(site, code) == set()
