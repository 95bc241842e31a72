"""Learning rates to try: three buttons beside the learning rate's slider."""

import re

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons
from tests.browser.test_machine import play_to_the_end
from tests.support.essay import PATIENCE, Essay, until
from tests.support.player import Player


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons())


def test_three_buttons_set_learning_rates_to_try(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("line")
    lesson.pick("squared")
    model.choose("line", "error", "squared")
    buttons = {name: lesson.section.locator(f"[data-preset={name}]") for name in ("small", "good", "big")}
    expect(buttons["good"]).to_have_attribute("aria-pressed", "true")
    for name, key in (("small", ""), ("big", "Enter"), ("good", " ")):
        buttons[name].focus()
        with lesson.next_frame():
            essay.page.keyboard.press(key) if key else buttons[name].click()
        view = model.preset("line", name)
        for other, button in buttons.items():
            expect(button).to_have_attribute("aria-pressed", str(other == name).lower())
        expect(lesson.slider("rate")).to_have_attribute("aria-valuetext", view.rate_shown)
        expect(buttons[name]).to_be_focused()
    buttons["big"].click()
    play_to_the_end(lesson)
    expect(lesson.section).to_have_attribute("data-verdict", re.compile("diverging|held"))


def test_another_rate_is_none_of_those_to_try(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    lesson.slider("rate").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("ArrowRight")
    expect(lesson.section.locator(".presets [aria-pressed=true]")).to_have_count(0)


def test_a_run_that_plays_goes_on_with_a_rate_to_try(essay: Essay) -> None:
    lesson = essay.lesson("next-word")
    lesson.section.locator("[data-preset=small]").click()
    lesson.press("play")
    until(essay.page, lambda: int(lesson.shown("machine_steps").inner_text()) > 3, "some steps were taken")
    lesson.section.locator("[data-preset=good]").click()
    expect(lesson.section).to_have_attribute("data-verdict", "converged", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)


@pytest.mark.parametrize("name", ["valley", "line", "next-word"])
def test_the_machines_buttons_fit_a_phone_and_a_thumb(phone: Essay, name: str) -> None:
    for button in phone.lesson(name).section.locator(".machine button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
