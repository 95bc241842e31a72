"""Data sets, squares, the best line, the outlier and raw units, on the page."""

from downhill.lessons.lesson_20_line.datasets import SETS
from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, Lesson


def choose_data(lesson: Lesson, name: str) -> None:
    lesson.rest()  # what came before has been answered, so that the next view is the answer to this
    with lesson.next_frame():
        lesson.section.locator("select[data-choice=data]").select_option(name)


def switch(lesson: Lesson, name: str) -> None:
    lesson.rest()
    with lesson.next_frame():
        lesson.section.locator(f"input[type=checkbox][data-choice={name}]").click()


def test_axe_finds_nothing_with_everything_switched_on(essay: Essay) -> None:
    lesson = essay.lesson("line")
    choose_data(lesson, "braking")
    lesson.pick("squared")
    for name in ("best", "outlier", "raw"):
        switch(lesson, name)
    lesson.section.locator("details.numbers:has(table.live) summary").click()
    lesson.press("step10")
    assert violations_light_and_dark(essay.page, "#line") == []
    lesson.section.locator("details.numbers:has(table.live) summary").click()


def test_on_a_phone_no_data_set_makes_the_page_wider(phone: Essay) -> None:
    lesson = phone.lesson("line")
    for name in SETS:
        choose_data(lesson, name)
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
