"""Worksheet, answers and plan: printed by Chromium, read on a phone, heard by axe."""

import re

import pytest
from playwright.sync_api import Page, expect

from downhill.lessons import every_lesson
from tests.browser.conftest import PHONE, OpenEssay
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


def opened(open_essay: OpenEssay, sheet: str, **options: object) -> Page:
    return open_essay(f"{sheet}.html", **options).loaded().page


@a_few(2)
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_sheet_is_printed_on_few_pages_without_links_to_elsewhere(
    open_essay: OpenEssay, sheet: str, size: str
) -> None:
    page = opened(open_essay, sheet)
    data = page.pdf(format=size)
    assert 1 <= len(PAGES.findall(data)) <= MOST[sheet]
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator(".printing")).to_be_hidden()
    kept = page.evaluate(
        "[...document.querySelectorAll('.exercise')].map(e => getComputedStyle(e).breakInside)"
    )
    assert set(kept) <= {"avoid"}


def test_the_links_on_the_worksheet_can_be_typed_and_lead_to_the_challenge(
    open_essay: OpenEssay, address: str
) -> None:
    page = opened(open_essay, "worksheet")
    link = page.locator(".there a").first
    home = address.partition("//")[2]
    expect(link).to_have_text(f"{home}?challenge=valley/escape#valley")
    link.click()
    page.wait_for_url("**/?challenge=valley/escape#valley")
    expect(page.locator("section#valley")).to_be_in_viewport()


@a_few(2)
@pytest.mark.parametrize("sheet", SHEETS)
def test_axe_finds_nothing_on_a_sheet(open_essay: OpenEssay, sheet: str) -> None:
    assert violations_light_and_dark(opened(open_essay, sheet)) == []


@a_few(1)
@pytest.mark.parametrize("sheet", [*SHEETS, "privacy"])
def test_a_phone_never_scrolls_a_sheet_sideways(open_essay: OpenEssay, sheet: str) -> None:
    page = opened(open_essay, sheet, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
