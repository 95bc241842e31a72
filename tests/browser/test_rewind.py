"""The present run, wound back and forth."""

import re

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons
from tests.browser.test_machine import agree, play_to_the_end
from tests.support.essay import Essay, until
from tests.support.player import Player


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons())


def test_steps_are_taken_back_one_by_one_with_the_mouse_and_the_keyboard(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("valley")
    back = lesson.button("back")
    expect(back).to_have_attribute("aria-disabled", "true")
    losses = [lesson.loss]
    for _ in range(4):
        lesson.press("step")
        losses.append(lesson.loss)
    expect(back).to_have_attribute("aria-disabled", "false")
    model.step("valley", 4)
    for key, loss in zip(("", "Enter", " ", ""), reversed(losses[:-1]), strict=True):
        with lesson.next_frame():
            back.focus()
            essay.page.keyboard.press(key) if key else back.click()
        agree(lesson, model.back("valley"))
        assert lesson.loss == loss
    expect(back).to_have_attribute("aria-disabled", "true")
    expect(back).to_be_focused()


def test_the_run_is_wound_back_and_forth_by_keyboard_and_goes_on_from_there(essay: Essay) -> None:
    lesson = essay.lesson("line")
    scrub = lesson.slider("scrub")
    start, losses = lesson.loss, []
    before = lesson.pixels("map")
    for _ in range(3):
        lesson.press("step")
        losses.append(lesson.loss)
    scrub.focus()
    for key, loss in (("ArrowLeft", losses[1]), ("Home", start), ("ArrowRight", losses[0])):
        essay.page.keyboard.press(key)
        until(essay.page, lambda loss=loss: lesson.loss == loss, f"the loss is {loss} again")  # type: ignore[misc]
        spoken = f"machine steps: {lesson.shown('machine_steps').inner_text()}, "
        expect(scrub).to_have_attribute("aria-valuetext", re.compile(spoken))
        if key == "Home":
            lesson.rest()
            assert (lesson.pixels("map") == before).all()
    lesson.press("step")
    assert lesson.loss == losses[1]
    expect(scrub).to_have_attribute("max", "2")


def test_the_run_is_wound_by_the_pointer_and_a_reset_is_the_start(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("next-word")
    scrub = lesson.slider("scrub")
    start = lesson.loss
    play_to_the_end(lesson)
    end = lesson.loss
    scrub.scroll_into_view_if_needed()
    box = scrub.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    essay.page.mouse.move(box["x"] + box["width"] - 8, middle)
    essay.page.mouse.down()
    essay.page.mouse.move(box["x"] + box["width"] / 2, middle, steps=8)
    essay.page.mouse.up()
    lesson.rest()
    place = int(scrub.input_value())
    assert end < lesson.loss < start
    assert lesson.loss == pytest.approx(model.step("next-word", place).loss, rel=1e-12)
    expect(lesson.shown("machine_steps")).to_have_text(str(place))
    lesson.press("reset")
    agree(lesson, Player(all_lessons()).look("next-word"))
    assert lesson.loss == start
    expect(scrub).to_have_attribute("max", "0")


def test_winding_pauses_a_run_that_plays(essay: Essay) -> None:
    lesson = essay.lesson("next-word")
    with lesson.next_frame():
        lesson.section.locator("[data-preset=small]").click()
    lesson.press("play")
    until(essay.page, lambda: int(lesson.shown("machine_steps").inner_text()) > 3, "some steps were taken")
    lesson.slider("scrub").focus()
    essay.page.keyboard.press("Home")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    expect(lesson.shown("machine_steps")).to_have_text("0")
