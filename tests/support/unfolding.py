"""What a lesson shows in details that are folded at first, while it is worked with."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from downhill.session.view import View
from tests.support.essay import Lesson
from tests.support.player import Player


def follow(lesson: Lesson, model: Player, details: Locator, agree: Callable[[View], None]) -> None:
    """Unfold details of a lesson, press Step and move its first slider: the page must `agree` with each view."""
    name = lesson.name
    expect(details).not_to_have_attribute("open", "")
    with lesson.next_frame():
        details.locator("summary").click()
    agree(model.look(name))
    lesson.press("step")
    agree(model.step(name))
    slider = model.state(name).lesson.sliders[0]
    value = slider.snap(slider.low + 0.75 * slider.span)
    lesson.set(slider.name, value)
    agree(model.move(name, slider.name, value))
