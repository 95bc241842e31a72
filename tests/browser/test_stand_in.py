"""Pages that are not kept on the device: one that is kept opens instead, and says so."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from downhill.text.format import PAGE
from tests.browser.conftest import Kept, OpenEssay, OpenProfile, visit
from tests.browser.test_awake import play
from tests.support.essay import Essay, plain, until
from tests.support.faults import FRONTS, faulty
from tools.languages import translations


def says(page: Page, code: str = "en") -> None:
    """The page is in that language, and tells that it stands in for another one."""
    told = PAGE["page.instead"] if code == "en" else translations.catalogue(code)["page"]["page.instead"]
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("#instead")).to_be_visible()
    expect(page.locator("#instead")).to_have_text(told)


def is_itself(page: Page, code: str) -> None:
    """The page is the one that was asked for."""
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("#instead")).to_be_hidden()


def test_without_a_network_every_address_of_the_site_opens_in_the_language_that_is_kept(
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
    for rest in ("", "index.html#line", "?lang=fr&theme=dark", "?teacher", "zh-Hans.html?lang=pt-BR#line"):
        essay.open(rest)
        says(page)
        play(essay.ready())
        expect(page.locator(".panel")).to_have_count(1 if "teacher" in rest else 0)
    for paper in ("worksheet", "answers", "plan", "privacy", "embedding"):
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
    essay.ready()
    essay.open().ready()
    is_itself(page, "en")
    assert essay.complaints == []


@pytest.mark.parametrize("front", FRONTS)
def test_nothing_that_stands_in_front_of_the_host_passes_for_a_page(kept: Kept, front: str) -> None:
    essay, kept.server.front = kept.essay, front
    for rest in ("de.html#line", "?lang=fr", "worksheet-es.html"):
        essay.open(rest)
        says(essay.page)
    essay.open("?lang=de&teacher").ready()
    expect(essay.page.locator(".panel")).to_be_visible()
    says(essay.page)
    play(essay)


def test_another_language_is_kept_with_english_beside_it(open_profile: OpenProfile, site: Path) -> None:
    with faulty(site) as server:
        essay = visit(open_profile(), server, "de.html?patience=120")
    for rest in ("fr.html?patience=120", "?lang=es&patience=120"):
        essay.open(rest)
        says(essay.page, "de")
        play(essay.ready())
    essay.open("privacy-fr.html")
    says(essay.page, "de")
    for rest in ("accessibility.html", "de.html?patience=120", "?lang=en&patience=120"):
        essay.open(rest)
        is_itself(essay.page, "de" if "de" in rest else "en")
    play(essay.ready())
    # The browser itself complains that it can't look for a newer worker.
    assert [said for said in essay.complaints if "fetching the script" not in said] == []


def test_a_page_comes_from_the_network_where_there_is_one_and_when_it_is_back(
    open_profile: OpenProfile, site: Path
) -> None:
    with faulty(site) as server:
        essay = visit(open_profile(), server)
        essay.open("privacy-fr.html")
        is_itself(essay.page, "fr")
        server.front = "login"
        essay.open("de.html#line").ready()
        says(essay.page)
        server.front = ""
        essay.page.locator("nav.languages a[hreflang=de]").click()
        is_itself(essay.page, "de")
        play(essay.ready())
        assert plain(essay.page.url).startswith(f"{server.address}de.html#")


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


def test_a_panel_that_a_sign_in_page_answers_for_is_told_to_be_missing(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site) as server:
        server.front, server.fronted = (
            "login",
            (next(site.glob("app-*/teacher.html")).relative_to(site).as_posix(),),
        )
        essay: Essay = open_essay("?teacher", at=server.address).ready()
        expect(essay.page.locator("#teacher")).to_have_text(PAGE["teacher.missing"])
        play(essay)
