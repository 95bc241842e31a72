"""What WCAG 2.2 asks for and no other test holds the page to: docs/accessibility.md names these tests."""

import pytest
from playwright.sync_api import expect

from tests.support.essay import Essay
from tests.support.often import thorough

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
)
"""WCAG 2.2, success criterion 1.4.12."""
TWICE = "html { font-size: 200% }"
LEAST = 24  # CSS pixels, success criterion 2.5.8
STYLE = "css => { const s = document.createElement('style'); s.id = 'tried'; s.textContent = css; document.head.append(s) }"
CUT = """() => [...document.querySelectorAll('button, label, summary, h1, h2, h3, .loss output')]
    .filter(e => e.checkVisibility() && e.clientWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 120))"""
SMALL = """least => [...document.querySelectorAll('button, summary, select, textarea, input, nav a, .papers a, .giants a')]
    .filter(e => e.checkVisibility()).map(e => e.closest('label') || e)
    .filter(e => { const box = e.getBoundingClientRect(); return box.width && Math.min(box.width, box.height) < least - 0.5 })
    .map(e => e.outerHTML.slice(0, 120))"""
SHOWN = """() => { const e = document.activeElement, sides = [e, e.nextElementSibling, e.closest('label')];
    return sides.some(s => s && getComputedStyle(s).outlineStyle !== 'none' && parseFloat(getComputedStyle(s).outlineWidth) >= 2) }"""


@thorough
@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("change", [SPACING, TWICE], ids=["spacing", "twice"])
def test_with_wider_spacing_or_twice_the_size_no_text_is_lost(essay: Essay, width: int, change: str) -> None:
    essay.page.set_viewport_size({"width": width, "height": 900})
    essay.page.evaluate(STYLE, change)
    try:
        assert essay.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert essay.page.evaluate(CUT) == []
    finally:
        essay.page.evaluate("document.getElementById('tried').remove()")


def test_every_target_is_at_least_24_pixels_wide_and_high(phone: Essay) -> None:
    phone.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert phone.page.evaluate(SMALL, LEAST) == []


def test_every_stop_of_the_keyboard_shows_where_it_is(essay: Essay) -> None:
    stops = 0
    essay.page.locator("a.skip").focus()
    for _ in range(60):
        essay.page.keyboard.press("Tab")
        if essay.page.evaluate("document.activeElement === document.body"):
            break
        assert essay.page.evaluate(SHOWN), essay.page.evaluate(
            "document.activeElement.outerHTML.slice(0, 120)"
        )
        stops += 1
    assert stops > 40


@pytest.mark.parametrize("size", [(320, 640), (640, 320)], ids=["upright", "lying"])
def test_the_page_is_whole_in_either_orientation(essay: Essay, size: tuple[int, int]) -> None:
    essay.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert essay.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for lesson in essay.lessons:
        expect(lesson.canvas()).to_be_visible()
        expect(lesson.button("play")).to_be_visible()
