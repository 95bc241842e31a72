"""The picture of an overshoot: there when the run diverges, gone when it does not."""

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from downhill.play.verdicts import WILD
from tests.browser.test_pictures import become, device_pixels, painted
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import a_few, thorough
from tests.support.player import Player

pytestmark = pytest.mark.usefixtures("typeface")
DIVERGING = [("valley", "bowl"), ("valley", "two-valleys"), ("line", "squared"), ("next-word", "")]


def figure(lesson: Lesson) -> Locator:
    return lesson.section.locator("figure.overshoot")


def diverge(lesson: Lesson, option: str, model: Player) -> None:
    """Play with the rate that is too big, on the page and natively."""
    if option and lesson.section.locator(f"input[type=radio][value={option}]:checked").count() == 0:
        lesson.pick(option)
    for choice in model.state(lesson.name).lesson.choices:
        if option in choice.options:
            model.choose(lesson.name, choice.name, option)
    with lesson.next_frame():
        lesson.section.locator("[data-preset=big]").click()
    model.preset(lesson.name, "big")
    lesson.button("play").click()
    while not (seen := model.step(lesson.name)).finished:
        pass
    assert seen.verdict in WILD
    expect(lesson.section).to_have_attribute("data-verdict", seen.verdict, timeout=PATIENCE)
    lesson.rest()


@thorough
@a_few(2)
@pytest.mark.parametrize(("name", "option"), DIVERGING)
def test_a_run_that_diverges_shows_why_in_a_picture_and_in_numbers(
    essay: Essay, name: str, option: str
) -> None:
    lesson, model = essay.lesson(name), Player(all_lessons())
    expect(figure(lesson)).not_to_be_visible()
    diverge(lesson, option, model)
    expect(figure(lesson)).to_be_visible()
    text = model.look(name).overshoot
    expect(lesson.shown("overshoot")).to_have_text(text)
    canvas = lesson.canvas("overshoot")
    expect(canvas).to_have_accessible_description(text)
    become(lesson, "overshoot", painted(model, name, "overshoot", device_pixels(canvas)))
    assert violations(essay.page, f"#{name}") == []


def test_on_a_phone_in_the_dark_it_fits(phone: Essay) -> None:
    phone.page.emulate_media(color_scheme="dark")
    lesson = phone.lesson("next-word")
    diverge(lesson, "", Player(all_lessons()))
    until(phone.page, lambda: bool(lesson.pixels("overshoot").mean() < 90), "it is dark")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
    phone.page.emulate_media(color_scheme="light")
