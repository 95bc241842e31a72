"""Runs that are kept, compared and removed, and the way back to where one began."""

import re

from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import LESSONS, PATIENCE, Essay, Lesson, until
from tests.support.often import thorough
from tests.support.player import Player


def listed(lesson: Lesson) -> Locator:
    """The kept runs that are listed."""
    return lesson.section.locator("li[data-kept]:visible")


def keep(lesson: Lesson, runs: int) -> None:
    """Keep the present run, and wait until so many are listed."""
    lesson.button("keep").click()
    expect(listed(lesson)).to_have_count(runs, timeout=PATIENCE)
    lesson.rest()


def keep_side_by_side(essay: Essay, name: str) -> None:
    """Runs of a lesson are listed as the model has them."""
    lesson, model = essay.lesson(name), Player(all_lessons())
    first = model.state(name).lesson.sliders[0]
    lesson.set(first.name, first.snap(first.low + 0.75 * first.span))
    model.move(name, first.name, first.low + 0.75 * first.span)
    start = (lesson.values, lesson.loss)
    before = lesson.pixels("trace")
    for number, preset in enumerate(("small", "good"), start=1):
        with lesson.next_frame():
            lesson.section.locator(f"[data-preset={preset}]").click()
        model.preset(name, preset)
        lesson.press("step10")
        model.step(name, 10)
        keep(lesson, number)
        kept = model.keep(name).kept
        assert listed(lesson).locator("p").all_text_contents() == [f"{run}: {end}" for _, run, end in kept]
        lesson.press("again")
        model.again(name)
        lesson.rest()
        assert (lesson.values, lesson.loss) == start
        expect(lesson.shown("hand_moves")).to_have_text("1")
    assert (lesson.pixels("trace") != before).any()


def test_runs_with_other_rates_from_the_same_start_are_kept_side_by_side(essay: Essay) -> None:
    for name in LESSONS:
        keep_side_by_side(essay, name)


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


def test_another_variant_removes_kept_runs_and_says_so(essay: Essay) -> None:
    lesson = essay.lesson("line")
    lesson.press("step10")
    keep(lesson, 1)
    lesson.press("reset")
    expect(listed(lesson)).to_have_count(1)
    lesson.pick("squared")
    expect(listed(lesson)).to_have_count(0)
    expect(lesson.section.locator("ul.kept")).not_to_be_visible()
    expect(lesson.shown("kept_said")).to_contain_text("chosen before")


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
