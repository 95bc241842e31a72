"""Papers and sheets: printed by Chromium, read on a phone and in large letters, heard by axe."""

import re

import pytest
from playwright.sync_api import expect

from downhill.lessons import every_lesson
from tests.browser.conftest import PHONE, OpenEssay
from tests.browser.test_large_text import holds_what_it_shows
from tests.support.axe import violations_light_and_dark
from tests.support.often import a_few
from tools.pages.worksheets import SHEETS

PAGES = re.compile(rb"/Type\s*/Page\b")
TASKS = sum(1 + len(lesson.challenges) for lesson in every_lesson())
MOST = {
    "worksheet": 2,
    "more": 1 + TASKS // 4,
    "answers": 1 + TASKS // 4,
    "guide": 5,
    "claims": 1,
    "glossary": 1,
}  # sheets of paper: four tasks fit on one, three of those with a picture


PAPERS = "privacy privacy-de privacy-zh-Hans embedding-fr accessibility browsers answers-zh-Hans".split()


@a_few(5)
@pytest.mark.parametrize("name", [*SHEETS, *PAPERS])
def test_a_paper_is_whole_under_its_policy_read_by_ear_and_on_a_phone_and_printed_on_few_pages(
    open_essay: OpenEssay, name: str
) -> None:
    essay = open_essay(f"{name}.html").loaded()
    page = essay.page
    page.evaluate("document.fonts.ready.then(() => {})")
    assert "Downhill" in page.locator("h1").first.evaluate("one => getComputedStyle(one).fontFamily")
    assert violations_light_and_dark(page) == []
    if name in PAPERS:
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        holds_what_it_shows(essay)
    for size in ("A4", "Letter"):
        assert 1 <= len(PAGES.findall(page.pdf(format=size))) <= MOST.get(name, 99)
    page.emulate_media(media="print")
    for part in ("nav", ".printing"):
        assert page.locator(f"{part}:visible").count() == 0
    exercises = page.locator(".exercise").evaluate_all("all => all.map(e => getComputedStyle(e).breakInside)")
    assert {*exercises} <= {"avoid"}
    assert essay.complaints == []


def test_the_links_on_the_worksheet_can_be_typed_and_lead_to_the_challenge(
    open_essay: OpenEssay, address: str
) -> None:
    page = open_essay("worksheet.html").loaded().page
    link = page.locator(".there a").first
    home = address.partition("//")[2]
    expect(link).to_have_text(f"{home}?challenge=valley/escape#valley")
    link.click()
    page.wait_for_url("**/?challenge=valley/escape#valley")
    expect(page.locator("section#valley")).to_be_in_viewport()


@a_few(1)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_phone_never_scrolls_a_sheet_sideways(open_essay: OpenEssay, sheet: str) -> None:
    page = open_essay(f"{sheet}.html", **PHONE).loaded().page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
