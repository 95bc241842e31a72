"""Everything is reset for the next pupil: the lessons, and each place where this device keeps something."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from downhill.text.format import PAGE
from tests.browser.conftest import Kept, OpenEssay, OpenProfile, visit
from tests.browser.test_awake import play
from tests.browser.test_blocked import BLOCKED
from tests.browser.test_offline import KEPT
from tests.support.axe import violations
from tests.support.essay import Essay, until
from tests.support.faults import FRONTS, faulty
from tests.support.often import a_few, thorough

STORED = """async () => {
    const files = [], frame = document.body.appendChild(document.createElement("iframe"));
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const databases = await frame.contentWindow.indexedDB.databases();
    frame.remove();
    return {
        local: Object.keys(localStorage), session: Object.keys(sessionStorage), files,
        databases: databases.map(one => one.name), caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
    };
}"""
EMPTY: dict[str, list[str]] = {
    "local": [],
    "session": [],
    "files": [],
    "databases": [],
    "caches": [],
    "workers": [],
}


def ask(page: Page) -> None:
    """Press the button, which only asks."""
    page.locator("[data-next=ask]").click()
    expect(page.locator("#next-sure")).to_be_visible()


def reset(page: Page) -> None:
    """Reset everything, and wait until the page that opens says so."""
    ask(page)
    page.locator("[data-next=yes]").click()
    expect(page.locator("#next-done")).to_have_text(PAGE["next.done"])


@thorough
def test_all_that_is_kept_goes_and_the_page_works_afterwards(open_profile: OpenProfile, site: Path) -> None:
    context = open_profile()
    with faulty(site) as server:
        essay = visit(context, server, "?start=snapshot&theme=contrast#line&v=2&line.m=140")
        page = essay.page
        page.evaluate(
            """() => {
                localStorage.setItem("downhill.challenges", '["line/hand"]');
                localStorage.setItem("downhill.experiments", '["line/worst"]');
                localStorage.setItem("downhill.code", '{"line/absolute": "x = 1"}');
                localStorage.setItem("downhill.answers", '{"hand": "too many"}');
                localStorage.setItem("downhill.language", "en");
                sessionStorage.setItem("downhill.any", "1");
            }"""
        )
        page.locator("#theme").select_option("dark")
        kept = page.evaluate(STORED)
        for store in ("local", "session", "files", "caches", "workers"):
            assert kept[store], store
        essay.lesson("valley").press("step10")
        reset(page)
        assert page.url == server.address
        essay.ready()
        until(page, lambda: page.evaluate(STORED) == EMPTY, "nothing is kept")
        assert page.evaluate("document.documentElement.dataset.theme") is None
        assert essay.lesson("line").slider("m").input_value() != "140"
        valley = essay.lesson("valley")
        assert valley.shown("machine_steps").text_content() == "0"
        with valley.next_frame():  # the film plays
            valley.section.locator("[data-primary]").click()
        valley.rest()
        assert page.evaluate(STORED) == {**EMPTY, "local": ["downhill.left"]}  # where this reader is
        visit(context, server)
        expect(page.locator("#next-done")).to_be_hidden()
        play(essay)
        assert essay.complaints == []


@thorough
def test_it_asks_once_and_by_keyboard_too_and_what_other_pages_of_the_site_keep_stays(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?patience=120#line&v=2&line.m=140").ready()
    page = essay.page
    page.evaluate("localStorage.setItem('another', 'page'); caches.open('another')")
    page.locator("[data-next=ask]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-next=no]")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#next-sure")).to_be_hidden()
    expect(page.locator("[data-next=ask]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-next=no]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-next=ask]")).to_be_focused()
    assert "line.m=140" in essay.fragment
    page.keyboard.press("Enter")
    expect(page.locator("[data-next=no]")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("[data-next=yes]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#next-done")).to_have_text(PAGE["next.done"])
    assert essay.fragment == ""
    assert page.evaluate("localStorage.getItem('another')") == "page"
    assert page.evaluate("caches.has('another')")


@thorough
def test_without_a_network_nothing_is_reset_and_the_page_says_why(kept: Kept) -> None:
    page = kept.essay.open().ready().page
    page.evaluate("localStorage.setItem('downhill.language', 'en')")
    page.context.set_offline(True)
    try:
        ask(page)
        page.locator("[data-next=yes]").click()
        expect(page.locator("#next-said")).to_have_text(PAGE["next.offline"])
        assert page.evaluate("localStorage.getItem('downhill.language')") == "en"
    finally:
        page.context.set_offline(False)


PRESS = """async name => {
    const style = document.querySelector("link[rel=stylesheet]").href;
    (await import(new URL("boot/page/next-pupil.js", style).href)).press(name);
}"""
"""What a button does on a page that is live."""


def is_told_why(page: Page, front: str) -> None:
    """The page says what has answered in the place of its host."""
    told = PAGE["next.offline" if front == "hanging" else "next.portal"]
    expect(page.locator("#next-said")).to_have_text(told)


@thorough
@a_few(1)
@pytest.mark.parametrize("front", FRONTS)
def test_where_something_else_answers_nothing_is_reset_and_the_page_says_so(
    kept_light: Kept, front: str
) -> None:
    page = kept_light.essay.open("?patience=120#line&v=2&line.m=140").loaded().page
    page.evaluate("localStorage.setItem('downhill.language', 'en')")
    stored = page.evaluate(STORED)
    kept_light.server.front = front
    page.evaluate(PRESS, "yes")
    is_told_why(page, front)
    assert page.evaluate(STORED) == stored
    assert len(page.evaluate(KEPT)) > 100
    assert kept_light.essay.fragment == "line&v=2&line.m=140"


@thorough
def test_where_site_data_is_blocked_it_brings_the_lessons_to_their_start(
    open_profile: OpenProfile, address: str
) -> None:
    page = open_profile(BLOCKED).pages[0]
    essay = Essay(page, address).open("?patience=120#valley&v=2&valley.x=2").ready()
    reset(page)
    assert essay.ready().lesson("valley").slider("x").input_value() != "2"
    assert essay.complaints == []
