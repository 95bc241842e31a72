"""Pages that are not kept on the device: one that is kept opens instead, and says so.

Which page opens is held with a light page (`tests/support/light.py`); that it plays, with a few whole ones.
"""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from downhill.text.format import PAGE
from tests.browser.conftest import Kept, OpenLight, OpenProfile, visit
from tests.browser.test_awake import play
from tests.support.essay import at_once, plain, until
from tests.support.faults import FRONTS, faulty
from tests.support.light import keep
from tests.support.often import a_few, thorough
from tools.languages import translations


def says(page: Page, code: str = "en") -> None:
    """The page is in that language, and tells that it stands in for another one."""
    told = PAGE["page.instead"] if code == "en" else translations.catalogue(code)["page"]["page.instead"]
    is_itself(page, code, instead=True)
    expect(page.locator("#instead")).to_have_text(told)


def is_itself(page: Page, code: str, instead: bool = False) -> None:
    """The page is the one that was asked for, in that language, unless it stands in for another one."""
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("#instead")).to_be_visible(visible=instead)


@thorough
def test_without_a_network_the_page_that_stands_in_keeps_the_state_and_plays(
    open_profile: OpenProfile, site: Path
) -> None:
    with faulty(site) as server:
        essay = visit(open_profile(), server)
    page = essay.page
    essay.lesson("valley").set("x", 2.5)
    page.locator("nav.languages a[hreflang=de]").click()
    until(page, lambda: "/de.html#" in plain(page.url), "the link is followed")
    says(page)
    expect(essay.ready().lesson("valley").box("x")).to_have_value("2.50")
    play(essay)
    expect(page.locator(".panel")).to_have_count(0)
    essay.open("?lang=fr&theme=dark&teacher").ready()
    says(page)
    play(essay)
    expect(page.locator(".panel")).to_have_count(1)
    assert essay.complaints == []


@thorough
def test_without_a_network_every_address_of_the_site_opens_in_the_language_that_is_kept(
    open_light: OpenLight, light: Path
) -> None:
    with faulty(light) as server:
        essay = keep(open_light(server))
    page = essay.page
    page.locator("nav.languages a[hreflang=de]").click()  # which is remembered
    until(page, lambda: "/de.html" in page.url, "the link is followed")
    says(page)
    for rest in ("", "index.html#line", "?lang=fr&theme=dark", "?teacher", "zh-Hans.html?lang=pt-BR#line"):
        essay.open(rest)
        says(page)
    for paper in ("worksheet", "answers", "guide", "privacy", "embedding"):
        essay.open(f"{paper}-de.html")
        says(page)
        title = page.title()
        essay.open(f"{paper}.html")
        is_itself(page, "en")
        assert page.title() == title
    essay.open("de.html")
    page.locator("nav.languages a[hreflang=en]").click()
    until(page, lambda: "/index.html?lang=en" in plain(page.url), "the link is followed")
    is_itself(page, "en")
    essay.open()
    is_itself(page, "en")


def test_a_page_that_is_kept_opens_as_itself_with_every_query_an_empty_one_too(kept_light: Kept) -> None:
    (essay, server), page = kept_light, kept_light.essay.page
    server.front = "login"
    for rest in ("index.html?", "?", "index.html?#line", "?a=b", "index.html?a=b&c", "worksheet.html?"):
        server.asked.clear()
        page.goto(essay.address + rest)  # with nothing more in its query
        is_itself(page, "en")
        assert not {"", "index.html", "worksheet.html"}.intersection(server.asked), rest


@a_few(1)
@pytest.mark.parametrize("front", FRONTS)
def test_nothing_that_stands_in_front_of_the_host_passes_for_a_page(kept_light: Kept, front: str) -> None:
    essay, kept_light.server.front = kept_light.essay, front
    asked = ("de.html#line", "?lang=fr", "worksheet-es.html", "?lang=de&teacher")
    pages = [essay.page.context.new_page() for _ in asked]
    for page, rest in zip(pages, asked, strict=True):  # side by side, for each waits a while for its host
        page.evaluate("address => { location.href = address; }", at_once(essay.address + rest))
    for page in pages:
        says(page)
        page.close()


@thorough
def test_another_language_is_kept_with_english_beside_it(open_light: OpenLight, light: Path) -> None:
    with faulty(light) as server:
        essay = keep(open_light(server, "de.html?patience=120"))
    for rest in ("fr.html?patience=120", "?lang=es&patience=120", "privacy-fr.html"):
        essay.open(rest)
        says(essay.page, "de")
    for rest in ("accessibility.html", "de.html?patience=120", "?lang=en&patience=120"):
        essay.open(rest)
        is_itself(essay.page, "de" if "de" in rest else "en")


def test_a_page_comes_from_the_network_where_there_is_one_and_when_it_is_back(
    open_light: OpenLight, light: Path
) -> None:
    with faulty(light) as server:
        essay = keep(open_light(server))
        essay.open("privacy-fr.html")
        is_itself(essay.page, "fr")
        server.front = "login"
        essay.open("de.html#line").loaded()
        says(essay.page)
        server.front = ""
        essay.page.locator("nav.languages a[hreflang=de]").click()
        is_itself(essay.page, "de")
        assert plain(essay.page.url).startswith(f"{server.address}de.html#")


@thorough
def test_in_a_frame_a_page_that_is_kept_stands_in_too(kept: Kept) -> None:
    page, server = kept.essay.page, kept.server
    server.front = "login"
    framed = f"<iframe src='{server.address}?embed=1&lang=de#line' width=900 height=800></iframe>"
    course = urljoin(
        server.address, "/course"
    )  # a page of the same host, which no worker of ours looks after
    page.route(course, lambda route: route.fulfill(body=framed, content_type="text/html"))
    page.goto(course)
    frame = page.frame_locator("iframe")
    expect(frame.locator("#instead")).to_be_visible()
    expect(frame.locator("html[data-python=ready]")).to_be_attached(timeout=60_000)
    page.unroute(course)
