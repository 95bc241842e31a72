"""The machine while it plays: paused, grasped, wound back, and given another learning rate."""

import pytest
from playwright.sync_api import expect

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


@pytest.mark.parametrize("name", ["valley", "line", "next-word"])
def test_the_machines_buttons_fit_a_phone_and_a_thumb(phone: Essay, name: str) -> None:
    for button in phone.lesson(name).section.locator(".machine button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
