"""Files of the start that are missing or never come, each in turn: the page says so, and keeps what it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenEssay
from tests.browser.essay import Essay
from tests.browser.faults import PLAIN, faulty
from tools.server import serving

SOON = 30_000  # milliseconds that a sentence may take on a busy machine
AT_ONCE = 4  # pages that fail at the same time


@pytest.fixture(scope="module")
def needed(browser: Browser, site: Path) -> list[str]:
    """Every file that a healthy start asks for, pictures, fonts and the page itself apart."""
    with faulty(site) as server:
        page = browser.new_context().new_page()
        page.goto(server.address)
        page.wait_for_selector("html[data-python=ready]", timeout=120_000)
        page.context.close()
    harmless = (".svg", ".woff2", ".css", ".html")
    names = sorted({name for name in server.asked if name and not name.endswith(harmless)})
    assert len(names) > 15
    return names


def in_groups(names: list[str]) -> Iterator[list[str]]:
    """The names, a few at a time."""
    for first in range(0, len(names), AT_ONCE):
        yield names[first : first + AT_ONCE]


def check_failure(page: Page, name: str) -> None:
    """A sentence, a button, and the figures as they were; without the watch itself, the page lives all the same."""
    if name.endswith("watch.js"):
        page.wait_for_selector("html[data-python=ready]", timeout=120_000)
        return
    failed = page.locator("#failure")
    expect(failed, name).to_be_visible(timeout=SOON)
    expect(page.locator("#retry"), name).to_be_visible()
    expect(page.locator("section.lesson .picture img").first, name).to_be_visible()
    assert len(page.locator("#failure-what").inner_text()) > 10, name


def failing(browser: Browser, site: Path, names: list[str], how: str) -> None:
    """Open one page for every name, each without that file, and see them all fail as they should."""
    for group in in_groups(names):
        servers = [faulty(site, **{how: (name,)}) for name in group]
        context = browser.new_context(viewport={"width": 1200, "height": 900})
        try:
            pages = [context.new_page() for _ in group]
            for page, server in zip(pages, servers, strict=True):
                page.goto(server.__enter__().address + "?patience=5", wait_until="commit")
            for page, name in zip(pages, group, strict=True):
                check_failure(page, name)
        finally:
            for server in servers:
                server.__exit__(None, None, None)
            context.close()


def test_each_missing_file_is_told_and_the_figures_stay(
    browser: Browser, site: Path, needed: list[str]
) -> None:
    failing(browser, site, needed, "missing")


def test_each_hanging_file_is_told_and_the_figures_stay(
    browser: Browser, site: Path, needed: list[str]
) -> None:
    failing(browser, site, needed, "hanging")


def test_a_missing_part_of_python_is_told_by_its_name(
    browser: Browser, site: Path, needed: list[str]
) -> None:
    name = next(name for name in needed if name.endswith("pyodide.asm.wasm"))
    with faulty(site, missing=(name,)) as server:
        page = browser.new_context().new_page()
        page.goto(server.address)
        expect(page.locator("#failure-what")).to_contain_text("pyodide.asm.wasm", timeout=SOON)
        page.context.close()


def test_trying_again_keeps_what_was_moved(browser: Browser, site: Path, needed: list[str]) -> None:
    name = next(name for name in needed if name.endswith("pyodide.asm.wasm"))
    with faulty(site, missing=(name,)) as server:
        page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
        essay = Essay(page, server.address).open()
        expect(page.locator("#failure")).to_be_visible(timeout=SOON)
        slider = essay.lesson("valley").slider("x")
        slider.focus()
        page.keyboard.press("ArrowRight")
        server.missing = ()
        page.locator("#retry").click()
        essay.ready()
        expect(slider).to_have_js_property("value", "-3.95")
        page.context.close()


def test_with_scripts_off_all_words_formulas_and_figures_are_there(open_essay: OpenEssay) -> None:
    page = open_essay(java_script_enabled=False).page
    expect(page.locator("noscript p")).to_be_visible()
    assert page.locator("section.lesson").count() == 3
    for figure in page.locator("section.lesson .picture img").all():
        figure.scroll_into_view_if_needed()
        expect(figure).to_be_visible()
        box = figure.bounding_box()
        assert box
        assert box["width"] > 200
    assert page.locator("math").count() > 10
    expect(page.locator("#status")).to_be_hidden()


def test_sliders_moved_while_python_loads_echo_at_once_and_are_honoured(browser: Browser, site: Path) -> None:
    wasm = next(site.glob("pyodide-*/pyodide.asm.wasm")).relative_to(site).as_posix()
    with faulty(site, hanging=(wasm,)) as server:
        page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
        essay = Essay(page, server.address).open("?patience=120")
        valley = essay.lesson("valley")
        page.wait_for_function(
            "() => document.querySelector('script[type=mpy]')?.target !== undefined", timeout=60_000
        )
        valley.slider("x").focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        expect(valley.box("x")).to_have_value("\N{MINUS SIGN}3.85", timeout=SOON)
        server.release.set()
        essay.ready()
        assert abs(valley.loss - (0.15 * (-3.85 - 1.5) ** 2 + 0.6)) < 1e-12
        page.context.close()


def test_nothing_is_asked_of_another_origin_and_the_console_stays_clean(browser: Browser, site: Path) -> None:
    with serving(site) as address:  # our own server, with its security policy
        essay = (
            Essay(browser.new_context(viewport={"width": 1200, "height": 900}).new_page(), address)
            .open()
            .ready()
        )
        essay.lesson("line").press("step10")
        essay.rest()
        assert [url for url in essay.requests if not url.startswith((address, "data:", "blob:"))] == []
        assert essay.complaints == []
        essay.page.context.close()


def test_on_a_plain_server_at_a_sub_path_every_request_stays_there(essay: Essay) -> None:
    assert [url for url in essay.requests if not url.startswith((essay.address, "data:", "blob:"))] == []
    assert PLAIN.prefix in essay.address
