"""Twice the text's size on a phone: everything wraps, in every language, and nothing scrolls sideways."""

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.beats import beat_by_beat
from tests.support.essay import Essay
from tests.support.often import a_few, thorough
from tools.languages import translations

WIDTHS = (320, 360, 412)
OPEN = "open => document.querySelectorAll('details').forEach(d => { d.open = open })"
SIZE = "size => { document.documentElement.style.fontSize = size }"
BEYOND = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(part => {
    const { right, width } = part.getBoundingClientRect();
    const scrolls = part.closest(".wide, .rule, .formula, .math.block, pre, svg, option, .unseen");
    return width && !scrolls && part.checkVisibility() && right > innerWidth + 1;
}).map(part => `${part.closest("section")?.id} ${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`)"""
"""What ends beyond the window, but for formulas and tables, which scroll within their place."""


def holds_what_it_shows(essay: Essay) -> None:
    page = essay.page
    try:
        for opened in (False, True):
            page.evaluate(OPEN, opened)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 700})
                page.evaluate(SIZE, "200%")
                assert page.evaluate(BEYOND) == [], (width, opened)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, opened)
    finally:
        page.evaluate(SIZE, "")


def test_twice_the_size_fits_a_phone_while_the_page_is_live(essay: Essay) -> None:
    holds_what_it_shows(essay)


@a_few(1)
@pytest.mark.parametrize("code", translations.codes())
def test_twice_the_size_fits_a_phone_in_every_language(open_essay: OpenEssay, code: str) -> None:
    holds_what_it_shows(open_essay(f"{code}.html", asleep=True).loaded())


@a_few(1)
@pytest.mark.parametrize("code", translations.codes())
def test_twice_the_size_fits_a_phone_beat_by_beat_and_windows_of_every_width_that_phones_have(
    open_essay: OpenEssay, code: str
) -> None:
    viewport = {"width": 320, "height": 640}
    page = open_essay(f"{code}.html", beats=True, asleep=True, viewport=viewport).loaded().page
    page.evaluate(SIZE, "200%")
    beyond = {}
    for width in (*range(328, 468, 8), 560, 600, 320):
        page.set_viewport_size({"width": width, "height": 640})
        beyond[width] = page.evaluate("document.documentElement.scrollWidth") - width
    assert not any(beyond.values()), beyond
    for lesson, beat, width in beat_by_beat(page, "() => document.documentElement.scrollWidth"):
        assert width <= 320, (lesson, beat)


@thorough
def test_twice_the_size_fits_a_phone_in_the_teachers_panel(open_essay: OpenEssay) -> None:
    essay = open_essay("de.html?teacher").loaded()
    essay.page.wait_for_selector("#teacher:not([inert]) .doors")
    holds_what_it_shows(essay)
