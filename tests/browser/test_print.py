"""The page on paper: figures and words as they stand, no buttons, light."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from downhill.session.beat_texts import BEATS
from tests.browser.conftest import OpenEssay
from tests.support.beats import open_rest
from tests.support.essay import LESSONS, Essay, painted, pixels, until
from tests.support.often import a_few, thorough

PAGES = re.compile(rb"/Type\s*/Page\b")
A4, LETTER = "A4", "Letter"


@contextmanager
def on_paper(essay: Essay) -> Iterator[None]:
    """The page as it is laid out for print, on a sheet's width."""
    essay.page.emulate_media(media="print")
    essay.page.set_viewport_size({"width": 660, "height": 950})
    yield
    essay.page.emulate_media(media="screen")


def test_on_paper_there_are_the_present_figures_and_nothing_to_press(essay: Essay) -> None:
    lesson = essay.lesson("line")
    lesson.press("step10")
    seen = lesson.pixels("map")
    with on_paper(essay):
        for name in LESSONS:
            for picture in ("picture", "trace"):
                expect(essay.lesson(name).canvas(picture)).to_be_visible()
        assert np.ptp(pixels(lesson.canvas("map")), axis=(0, 1)).max() > 100, "the map is empty"
        expect(lesson.shown("sentence")).to_be_visible()
        expect(lesson.shown("loss_shown")).to_be_visible()
        expect(lesson.box("m")).to_be_visible()
        assert (
            essay.page.locator("button:not(.beat):visible, input[type=range]:visible, nav:visible").count()
            == 0
        )
        assert essay.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.size


def test_what_is_open_is_printed_and_what_is_closed_is_not(essay: Essay) -> None:
    lesson = essay.lesson("line")
    maths = lesson.section.locator("details.maths")
    maths.locator("summary").click()
    with on_paper(essay):
        expect(maths.locator("dl")).to_be_visible()
        expect(essay.lesson("valley").section.locator("details.maths")).to_be_hidden()
        expect(lesson.section.locator("details.challenges")).to_be_hidden()


def test_no_figure_is_cut_by_the_end_of_a_sheet(essay: Essay) -> None:
    with on_paper(essay):
        kept = essay.page.evaluate(
            "[...document.querySelectorAll('figure, .frame')].map(f => getComputedStyle(f).breakInside)"
        )
    assert set(kept) == {"avoid"}


def test_in_the_dark_the_page_is_printed_light(essay: Essay) -> None:
    page, lesson = essay.page, essay.lesson("valley")
    page.emulate_media(color_scheme="dark")
    until(page, lambda: pixels(lesson.canvas())[2, 2].max() < 100, "the picture is dark")
    lesson.press("step")
    page.emulate_media(media="print", color_scheme="dark")
    try:
        assert pixels(lesson.canvas())[2, 2].min() > 200, "the picture is dark"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    finally:
        page.emulate_media(media="screen", color_scheme="light")


def test_pictures_that_were_not_painted_yet_are_printed_light_where_dark_was_chosen(
    open_essay: OpenEssay,
) -> None:
    page = open_essay("?theme=dark", asleep=True).loaded().page
    page.emulate_media(media="print", color_scheme="light")
    for picture, is_turned in (("#next-word .picture.picture", True), ("#line .map", False)):
        drawn = page.locator(f"{picture} picture").first
        assert drawn.evaluate("one => getComputedStyle(one).filter").startswith("invert") == is_turned
    page.locator("#theme").evaluate(
        "menu => { menu.value = ''; menu.dispatchEvent(new Event('change', { bubbles: true })) }"
    )
    assert (
        page.locator("#next-word .picture.picture picture").first.evaluate(
            "one => getComputedStyle(one).filter"
        )
        == "none"
    )


@a_few(1)
@pytest.mark.parametrize("size", [A4, LETTER])
def test_chromium_prints_the_essay_with_its_pictures(essay: Essay, size: str, tmp_path: Path) -> None:
    for name in LESSONS:  # a picture that nobody has come near is still the one that the page was built with
        for picture in ("picture", "trace"):
            assert painted(essay.lesson(name).canvas(picture)).size
    data = essay.page.pdf(format=size)
    assert 8 <= len(PAGES.findall(data)) <= 48
    assert data.count(b"/Subtype /Image") + data.count(b"/Subtype/Image") >= 2 * len(LESSONS)


@a_few(1)
@pytest.mark.parametrize("language", ["index", "fr", pytest.param("de", marks=thorough)])
def test_a_lesson_is_printed_on_one_sheet_whatever_is_open(open_essay: OpenEssay, language: str) -> None:
    essay = open_essay(f"{language}.html", beats=True).ready()
    page = essay.page
    page.evaluate("window.print = () => {}")
    for name in LESSONS:
        section = essay.lesson(name).section
        open_rest(section)
        section.locator("[data-more]").click()
        section.locator("[data-rest]").click()
        section.locator("[data-tools]").click()
        section.locator(".take summary").click()
        for size in (A4, LETTER):
            section.locator("[data-print]").click()
            assert len(PAGES.findall(page.pdf(format=size))) == 1, (name, size)
        section.locator("[data-close]").click()
    for name in LESSONS:  # from now on the page is no longer what a printer gets
        lesson = essay.lesson(name)
        lesson.section.locator("[data-print]").evaluate("button => button.click()")
        with on_paper(essay):
            says = lesson.section.locator(".beats [data-says]").count()
            assert lesson.section.locator(".beats p:visible").count() == says >= len(BEATS)
            expect(lesson.section.locator(".experiment-frame")).to_be_hidden()
            assert page.locator("section.lesson:visible").count() == 1
            expect(lesson.section.locator(".more-prose")).to_be_hidden()
            expect(lesson.shown("loss_shown")).to_be_visible()
        page.set_viewport_size({"width": 1366, "height": 650})


COUNT = """for (const kind of ["addEventListener", "addListener"]) {
    const add = MediaQueryList.prototype[kind];
    MediaQueryList.prototype[kind] = function (...what) { window.added = (window.added || 0) + 1; add.apply(this, what); };
}"""


@thorough
def test_the_page_beat_by_beat_is_printed_lesson_by_lesson_and_again_at_no_greater_cost(
    open_essay: OpenEssay,
) -> None:
    """Paper has another resolution: each time the page begins to listen anew, and must end to listen before."""
    essay = open_essay(beats=True, script=COUNT).ready()
    page, added = essay.page, []
    lessons = page.locator("section.lesson").count()
    for _ in range(5):
        page.evaluate("window.added = 0")
        assert lessons < len(PAGES.findall(page.pdf(format=A4))) <= lessons + 4
        page.evaluate("downhillIdle()")
        added.append(page.evaluate("added"))
    assert added[0] > 0
    assert added[-1] <= added[1], added
