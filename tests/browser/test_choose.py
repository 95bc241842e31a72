"""The next word chosen by chance: temperature, draws, and a sentence that grows, on the page itself."""

from playwright.sync_api import Locator, expect

from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, Lesson
from tests.support.often import thorough

NAME = "choose-word"


def button(lesson: Lesson, name: str) -> Locator:
    return lesson.section.locator(f"button[data-act={name}]")


def act(lesson: Lesson, name: str) -> None:
    """Press one of the lesson's own buttons, and wait for what it does."""
    with lesson.next_frame():
        button(lesson, name).click()
    lesson.rest()


def test_after_the_full_stop_the_focus_goes_to_the_one_thing_that_is_next(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    lesson.pick("highest")
    for _ in range(5):
        button(lesson, "add").focus()
        with lesson.next_frame():
            essay.page.keyboard.press("Enter")
        lesson.rest()
    expect(button(lesson, "begin")).to_be_focused()
    expect(button(lesson, "begin")).to_have_attribute("data-onward", "")
    button(lesson, "begin").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Enter")
    lesson.rest()
    expect(button(lesson, "draw")).to_be_focused()


@thorough
def test_axe_finds_nothing_in_a_sentence_that_grows(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    for name in ("many", "add", "many"):
        act(lesson, name)
    assert violations_light_and_dark(essay.page, f"#{NAME}") == []


def test_the_closing_table_is_read_on_a_phone_without_moving_the_page_sideways(phone: Essay) -> None:
    table = phone.page.locator(".giants")
    table.scroll_into_view_if_needed()
    expect(table.locator("tbody tr")).to_have_count(10)
    expect(table).to_contain_text("366\N{NO-BREAK SPACE}billion")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert table.evaluate("part => part.scrollWidth > part.clientWidth")
