"""The page opened as a file, without any server: it says so, and can be read."""

from pathlib import Path

from playwright.sync_api import expect

from downhill.lessons import all_lessons
from downhill.text.format import PAGE
from tests.browser.conftest import PHONE, OpenEssay
from tests.browser.test_failures import FIGURES_SHOWN


def test_opened_as_a_file_the_page_says_what_to_do_and_keeps_its_words_figures_and_style(
    open_essay: OpenEssay, site: Path
) -> None:
    for screen in ({}, PHONE):
        page = open_essay("index.html", at=f"{site.as_uri()}/", **screen).loaded().page
        expect(page.locator("#unserved")).to_have_text(PAGE["page.unserved"])
        expect(page.locator("#unserved")).to_be_visible()
        for other in ("#status", "#failure", "#old", "noscript"):
            expect(page.locator(other)).to_be_hidden()
        page.wait_for_function(FIGURES_SHOWN)
        for lesson in all_lessons():
            expect(page.locator(f"section#{lesson.id} h2")).to_have_text(lesson.words["title"])
            expect(page.locator(f"section#{lesson.id} .learned")).to_contain_text(lesson.words["learned"])
        assert page.locator("#unserved").evaluate("banner => getComputedStyle(banner).borderStyle") == "solid"
        page.evaluate("document.fonts.ready")
        assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
