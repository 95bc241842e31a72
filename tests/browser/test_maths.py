"""The next step in numbers: opened, read, and live."""

from playwright.sync_api import Locator, expect

from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, Lesson
from tests.support.often import thorough


def details(lesson: Lesson) -> Locator:
    return lesson.section.locator("details.maths")


def part(lesson: Lesson, name: str) -> Locator:
    return lesson.section.locator(f"[data-maths='{name}']")


def unfold(lesson: Lesson) -> None:
    with lesson.next_frame():
        details(lesson).locator("summary").click()


def test_closed_nothing_is_computed_and_nothing_written(essay: Essay) -> None:
    lesson = essay.lesson("line")
    watch = """section => {
        window.written = 0;
        window.watcher = new MutationObserver(list => { window.written += list.length });
        const all = {subtree: true, childList: true, characterData: true, attributes: true};
        window.watcher.observe(section.querySelector("details.maths"), all);
    }"""
    lesson.section.evaluate(watch)
    for action in ("step", "step10", "reset"):
        lesson.press(action)
    lesson.set("m", 100)
    assert essay.page.evaluate("window.written") == 0
    unfold(lesson)
    expect(part(lesson, "m.formula")).to_contain_text("100")
    assert essay.page.evaluate("window.written") > 0
    with lesson.next_frame():
        details(lesson).locator("summary").click()
    essay.page.evaluate("window.watcher.takeRecords(); window.written = 0")
    lesson.press("step")
    lesson.rest()
    assert essay.page.evaluate("window.written") == 0
    essay.page.evaluate("window.watcher.disconnect()")


@thorough
def test_axe_finds_nothing_in_open_maths(essay: Essay) -> None:
    for lesson in essay.lessons:
        unfold(lesson)
        lesson.press("step10")
    assert violations_light_and_dark(essay.page, "details.maths") == []


@thorough
def test_on_a_phone_the_maths_are_no_wider_than_the_page(phone: Essay) -> None:
    for lesson in phone.lessons:
        unfold(lesson)
        lesson.press("step10")
        lesson.rest()
        wide = details(lesson).evaluate(
            "d => [...d.querySelectorAll('math, p')].filter(e => e.getBoundingClientRect().right > innerWidth).length"
        )
        assert wide == 0
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
        with lesson.next_frame():
            details(lesson).locator("summary").click()
