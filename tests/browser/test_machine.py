"""The machine while it plays: paused, grasped, wound back, given another rate; and where focus goes that is moved."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.beats import open_tools
from tests.support.essay import PATIENCE, Essay, Lesson, until


def test_one_lesson_plays_at_a_time(essay: Essay) -> None:
    first, second = essay.lesson("next-word"), essay.lesson("valley")
    for lesson in (first, second):
        lesson.slider("rate").focus()
        with lesson.next_frame():
            essay.page.keyboard.press("Home")
    first.press("play")
    second.press("play")
    expect(first.button("play")).to_have_attribute("aria-pressed", "false")
    expect(second.button("play")).to_have_attribute("aria-pressed", "true")


def play_slowly(essay: Essay) -> Lesson:
    """A lesson that plays at its smallest rate to try, some steps on its way."""
    lesson = essay.lesson("next-word")
    with lesson.next_frame():
        lesson.section.locator("[data-preset=small]").click()
    lesson.press("play")
    until(essay.page, lambda: int(lesson.shown("machine_steps").inner_text()) > 3, "some steps were taken")
    return lesson


def test_pause_stops_where_it_stands(essay: Essay) -> None:
    lesson = play_slowly(essay)
    expect(lesson.button("play")).to_have_text("Pause")
    lesson.button("play").click()
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    lesson.rest()
    loss, frame = lesson.loss, lesson.frame
    essay.page.wait_for_timeout(300)
    assert (lesson.loss, lesson.frame) == (loss, frame)


def test_a_run_that_plays_goes_on_with_a_rate_to_try(essay: Essay) -> None:
    lesson = play_slowly(essay)
    lesson.section.locator("[data-preset=good]").click()
    expect(lesson.section).to_have_attribute("data-verdict", "converged", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)


def test_winding_pauses_a_run_that_plays(essay: Essay) -> None:
    lesson = play_slowly(essay)
    lesson.slider("scrub").focus()
    essay.page.keyboard.press("Home")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    expect(lesson.shown("machine_steps")).to_have_text("0")


def test_the_machine_and_the_ways_downhill_are_in_tools(open_essay: OpenEssay) -> None:
    page = open_essay("#line", asleep=True, beats=True).loaded().page
    tools = open_tools(page, "line")
    expect(tools.locator("[data-way=plain]")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(tools).to_be_hidden()


def test_runs_are_kept_and_removed_by_keyboard_and_the_focus_stays_near(essay: Essay) -> None:
    lesson, keys = essay.lesson("valley"), essay.page.keyboard
    said = lesson.shown("kept_said")
    expect(said).to_have_attribute("aria-live", "polite")
    lesson.button("keep").focus()
    keys.press("Enter")
    expect(said).to_contain_text("There is no run to keep yet")
    lesson.press("step")
    for number in (1, 2):
        lesson.button("keep").focus()
        keys.press("Enter")
        expect(said).to_have_text(f"Kept as run {number}: rate 1.0, 1 step.")
    lesson.section.get_by_role("button", name="Remove run 2").focus()
    keys.press("Enter")
    expect(said).to_have_text("Run 2 is removed.")
    expect(lesson.button("keep")).to_be_focused()
    lesson.button("again").focus()
    keys.press(" ")
    until(essay.page, lambda: lesson.shown("machine_steps").inner_text() == "0", "the run begins again")
    expect(lesson.button("again")).to_be_focused()


def test_after_the_full_stop_the_focus_goes_to_the_one_thing_that_is_next(essay: Essay) -> None:
    lesson, keys = essay.lesson("choose-word"), essay.page.keyboard
    add, begin = (lesson.section.locator(f"button[data-act={name}]") for name in ("add", "begin"))
    lesson.pick("highest")
    for button in (*[add] * 5, begin):
        button.focus()
        with lesson.next_frame():
            keys.press("Enter")
        lesson.rest()
        if button == add and lesson.section.locator("[data-onward]").get_attribute("data-act") == "begin":
            expect(begin).to_be_focused()
    expect(lesson.section.locator("button[data-act=draw]")).to_be_focused()


def test_of_a_function_of_ones_own_what_is_wrong_is_marked_and_the_focus_stays_there(essay: Essay) -> None:
    valley, keys = essay.lesson("valley"), essay.page.keyboard
    valley.pick("own")
    field, mistake = valley.section.get_by_label("f(x) ="), valley.section.locator(".mistake")
    field.fill("x + sinn(x)")
    field.press("Enter")
    expect(field).to_have_accessible_description(re.compile("Did you mean sin?"))
    expect(mistake).to_have_attribute("aria-live", "polite")
    expect(field).to_be_focused()
    keys.type("sin")  # the wrong place is selected
    with valley.next_frame():
        keys.press("Enter")
    expect(mistake).to_be_hidden()
    expect(field).to_have_value("x + sin(x)")
