"""The stage by keyboard: few stops for the Tab key, rows of buttons, numbers, and the whole of each lesson."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from downhill.session.beat_texts import BEATS
from tests.browser.conftest import OpenEssay, closed_after
from tests.browser.test_stage import UNDONE
from tests.support.beats import IDS, PATHS, beat_by_beat, go, open_tools
from tests.support.essay import PATIENCE, Essay
from tests.support.often import thorough
from tests.support.stops import MOST_PRESSES

LAPTOP = {"width": 1366, "height": 650}
AT_A_SLIDER = "document.activeElement.closest('.slider') !== null"


@pytest.fixture(scope="module")
def _staged(_shared: OpenEssay) -> Iterator[Essay]:
    yield from closed_after(_shared("?tempo=fast", beats=True, viewport=LAPTOP))


@pytest.fixture
def staged(_staged: Essay) -> Essay:
    """The page in beats, every lesson at its first one, as it opens."""
    for lesson in IDS:
        go(_staged.page, lesson, BEATS[0])
    _staged.page.evaluate(UNDONE)
    return _staged.reset()


def stops_of(page: Page, section: str) -> int:
    """How many stops the Tab key makes in a lesson, from its heading to what comes after it."""
    page.locator(f"#{section} h2").focus()
    inside = f"document.activeElement.closest('section.lesson')?.id === '{section}'"
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate(inside) and stops < 60:
        stops += 1
        page.keyboard.press("Tab")
    return stops


def stops_to_a_slider(page: Page) -> int:
    """How often the Tab key is pressed until a slider has the focus."""
    for stops in range(1, 20):
        page.keyboard.press("Tab")
        if page.evaluate(AT_A_SLIDER):
            return stops
    pytest.fail("no slider gets the focus")


@thorough
def test_a_lesson_has_few_tab_stops(staged: Essay) -> None:
    """And few stand before the first slider: bar and first screen have some, which the first of them skips."""
    page = staged.page
    skip = page.locator("a[href], button, input, select, textarea, summary, [tabindex='0']").first
    skip.focus()
    assert stops_to_a_slider(page) <= 10
    skip.focus()
    page.keyboard.press("Enter")
    assert stops_to_a_slider(page) <= 3
    for lesson in IDS:
        for beat in BEATS:
            go(page, lesson, beat)
            assert 3 <= stops_of(page, lesson) <= 15, (lesson, beat)


def test_arrow_keys_move_in_a_row_of_buttons_and_digits_write_in_the_box(staged: Essay) -> None:
    page, lesson = staged.page, staged.lesson("valley")
    go(page, "valley", "what-if")
    open_tools(page, "valley")
    lesson.button("step").focus()
    page.keyboard.press("ArrowRight")
    expect(lesson.button("play")).to_be_focused()
    page.keyboard.press("End")
    expect(lesson.button("reset")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(lesson.button("step")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(lesson.button("reset")).to_be_focused()
    page.keyboard.press("Escape")
    expect(lesson.section.locator("[data-tools]")).to_be_focused()
    go(page, "valley", "try")
    lesson.slider("x").focus()
    page.keyboard.type("1.5")
    expect(lesson.box("x")).to_be_focused()
    expect(lesson.box("x")).to_have_value("1.5")
    box = lesson.box("x").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24  # what has the focus is seen
    page.keyboard.press("Enter")
    expect(lesson.slider("x")).to_have_value("1.5")
    page.keyboard.press("Shift+Tab")
    expect(lesson.slider("x")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("-2")
    page.keyboard.press("Enter")
    expect(lesson.slider("x")).to_have_value("-2")


def test_all_lessons_are_gone_through_by_keyboard_alone(staged: Essay) -> None:
    """The filled button is reached with Tab and pressed with Enter, which ends what moves, too; it keeps the focus."""
    page = staged.page
    page.evaluate(
        "window.pressed = () => { const at = document.activeElement; return at.matches('[data-primary]') ? "
        "at.closest('section').id : ''; }"
    )
    for lesson, following in zip(IDS, [*IDS[1:], None], strict=True):
        section, seen = staged.lesson(lesson).section, []
        page.locator(f"#{lesson} h2").focus()
        while page.evaluate("pressed()") != lesson:
            page.keyboard.press("Tab")
            assert page.evaluate(f"document.activeElement.closest('#{lesson}') !== null"), lesson
        for _ in range(MOST_PRESSES):
            beat = section.locator(".beats > [aria-current]").get_attribute("data-beat") or ""
            seen += [beat] * (beat not in seen)
            page.keyboard.press("Enter")
            if page.evaluate("pressed()") != lesson:
                break
            if page.evaluate("document.body.dataset.busy"):
                page.keyboard.press("Enter")
            page.wait_for_function("!document.body.dataset.busy", timeout=4 * PATIENCE)
        assert seen == list(PATHS[lesson]), lesson
        expect(page.locator(f"#{following} h2" if following else "#closing-title")).to_be_focused()


def test_no_two_buttons_in_view_say_the_same(staged: Essay) -> None:
    page = staged.page
    said = """lesson => [...lesson.querySelectorAll(".screen button:not(.beat)")]
        .filter(b => b.getClientRects().length && getComputedStyle(b).visibility === "visible")
        .map(b => b.textContent.trim())"""
    for lesson in IDS:  # as the page opens, and in every beat
        texts = page.evaluate(f"({said})(document.getElementById('{lesson}'))")
        assert len(texts) == len(set(texts)), (lesson, texts)
    for lesson, beat, texts in beat_by_beat(page, said):
        assert len(texts) == len(set(texts)), (lesson, beat, texts)
