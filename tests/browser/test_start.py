"""The page before Python arrives, what it asks of the world, and that it can be installed."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from downhill.drawing.themes import COLOURS
from downhill.lessons import all_lessons
from tests.browser.conftest import Kept, OpenEssay
from tests.support.axe import violations
from tests.support.essay import LESSONS, PATIENCE, Essay, until
from tests.support.faults import PLAIN, faulty
from tests.support.often import a_few, thorough
from tools.server.server import serving

OWN = ("data:", "blob:")
"""Addresses that ask nobody."""


def unfold(page: Page) -> None:
    """Open all that is folded, as a reader can without scripts."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


def test_with_scripts_off_all_words_formulas_and_figures_are_there(open_essay: OpenEssay) -> None:
    page = open_essay(java_script_enabled=False).loaded().page
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("#status")).to_be_hidden()
    for lesson in all_lessons():
        section = page.locator(f"section#{lesson.id}")
        expect(section.locator("h2")).to_have_text(lesson.words["title"])
        expect(section.locator(".learned")).to_contain_text(lesson.words["learned"])
    unfold(page)
    for figure in page.locator("section.lesson .frame picture img").all():
        figure.scroll_into_view_if_needed()
        expect(figure).to_be_visible()
        width, complete = figure.evaluate("image => [image.naturalWidth, image.complete]")
        assert complete
        assert width > 200
    assert page.locator("math").count() > 10
    for formula in page.locator("math:visible").all():
        assert (formula.bounding_box() or {"width": 0})["width"] > 5


def test_in_the_dark_the_figures_are_dark_before_python_comes(open_essay: OpenEssay) -> None:
    page = open_essay(java_script_enabled=False, color_scheme="dark").loaded().page
    unfold(page)
    for figure in page.locator("section.lesson .frame picture img").all():
        figure.scroll_into_view_if_needed()
        assert "-dark" in figure.evaluate("image => image.currentSrc")


def test_while_python_loads_a_line_names_the_stage_a_bar_moves_and_sliders_are_echoed(
    site: Path, open_essay: OpenEssay
) -> None:
    with faulty(site, hanging=("start-*/core.bin",)) as server:
        essay = open_essay("?start=packed&patience=120", at=server.address)
        valley, bar = essay.lesson("valley"), essay.page.locator("#progress")
        until(essay.page, lambda: float(bar.evaluate("bar => bar.value")) > 5, "the bar moves")
        expect(essay.page.locator("[role=status] #stage")).to_contain_text("Fetching Python")
        expect(essay.page.locator("#stage")).to_contain_text("MB")
        valley.slider("x").focus()
        for _ in range(3):
            essay.page.keyboard.press("ArrowRight")
        expect(valley.box("x")).to_have_value("\N{MINUS SIGN}3.85", timeout=PATIENCE)
        assert violations(essay.page) == []


TURNS = """() => { globalThis.turns = []; new MutationObserver((changes) => changes.forEach(({ target }) =>
    turns.push(target.id))).observe(document, { subtree: true, attributeFilter: ["data-live"] }); }"""


@a_few(2)
@pytest.mark.parametrize("place", ["", "#next-word", "#nowhere"])
def test_lessons_go_live_in_the_order_of_the_page_the_one_in_the_address_first(
    site: Path, browser: Browser, place: str
) -> None:
    with serving(site) as address, closing(browser.new_context()) as context:
        context.add_init_script(f"({TURNS})()")
        page = context.new_page()
        page.goto(address + place)
        page.wait_for_selector("html[data-python=ready]", timeout=120_000)
        page.wait_for_selector("section.lesson:not([data-live])", state="detached")
        first = [place[1:]] if place[1:] in LESSONS else []
        turns = [name for name in page.evaluate("turns") if name in LESSONS]
        assert turns == first + [name for name in LESSONS if name not in first]


def test_under_our_own_servers_policy_nothing_is_asked_of_another_origin_and_the_console_is_clean(
    site: Path, open_essay: OpenEssay
) -> None:
    with serving(site) as address:
        essay = open_essay(at=address, bypass_csp=False).ready()
        essay.lesson("line").press("step10")
        essay.rest()
        assert [url for url in essay.requests if not url.startswith((address, *OWN))] == []
        assert essay.complaints == []


def test_on_a_plain_server_at_a_sub_path_every_request_stays_there(essay: Essay) -> None:
    assert [url for url in essay.requests if not url.startswith((essay.address, *OWN))] == []
    assert PLAIN.prefix in essay.address


@thorough
def test_the_browser_finds_nothing_that_keeps_the_page_from_being_installed(kept: Kept) -> None:
    essay = kept.essay.open().ready()
    session = essay.page.context.new_cdp_session(essay.page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"].endswith("/downhill.webmanifest")
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert json.loads(found["data"])["start_url"] == "../"
    app = session.send("Page.getAppId")
    assert app["appId"] == essay.address
    assert essay.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_browsers_own_bar_has_the_colour_of_the_paper(open_essay: OpenEssay, theme: str) -> None:
    page = open_essay(asleep=True).page
    meta = page.locator(f'meta[name=theme-color][media*="{theme}"]')
    expect(meta).to_have_attribute("content", str(COLOURS[theme]["paper"]))
