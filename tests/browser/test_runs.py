"""Runs that are kept, compared and removed, and the way back to where one began."""

import re

from playwright.sync_api import Locator, expect

from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import thorough


def listed(lesson: Lesson) -> Locator:
    """The kept runs that are listed."""
    return lesson.section.locator("li[data-kept]:visible")


def keep(lesson: Lesson, runs: int) -> None:
    """Keep the present run, and wait until this many `runs` are listed."""
    lesson.button("keep").click()
    expect(listed(lesson)).to_have_count(runs, timeout=PATIENCE)
    lesson.rest()


def test_runs_are_kept_and_removed_by_keyboard_and_spoken(essay: Essay) -> None:
    lesson, keys = essay.lesson("valley"), essay.page.keyboard
    said = lesson.shown("kept_said")
    expect(said).to_have_attribute("aria-live", "polite")
    expect(lesson.button("keep")).to_have_attribute("aria-disabled", "true")
    lesson.button("keep").focus()
    keys.press("Enter")
    expect(said).to_contain_text("There is no run to keep yet")
    lesson.press("step")
    expect(lesson.button("again")).to_have_attribute("aria-disabled", "false")
    for number in (1, 2, 3):
        lesson.button("keep").focus()
        keys.press("Enter")
        expect(said).to_have_text(f"Kept as run {number}: rate 1.0, 1 step.")
    keys.press("Enter")
    expect(said).to_contain_text("Remove one")
    remove = lesson.section.get_by_role("button", name="Remove run 2")
    remove.focus()
    keys.press("Enter")
    expect(listed(lesson)).to_have_count(2)
    expect(said).to_have_text("Run 2 is removed.")
    expect(lesson.button("keep")).to_be_focused()
    lesson.button("again").focus()
    keys.press(" ")
    until(essay.page, lambda: lesson.shown("machine_steps").inner_text() == "0", "the run begins again")
    expect(lesson.button("again")).to_be_focused()


@thorough
def test_axe_finds_nothing_with_runs_that_are_kept(essay: Essay) -> None:
    for lesson in essay.lessons:
        lesson.press("step")
        keep(lesson, 1)
    assert violations_light_and_dark(essay.page, ".compare, ul.kept") == []


@thorough
def test_on_a_phone_kept_runs_are_no_wider_than_the_page(phone: Essay) -> None:
    for lesson in phone.lessons:
        lesson.press("step10")
        for number in (1, 2, 3):
            keep(lesson, number)
        assert re.search(r"rate .*steps", listed(lesson).first.inner_text())
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(phone.page, words=True) == []
