"""What a reader can bring a lesson into, and what holds in each: axe finds nothing, and a phone has room for all of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.test_challenges import occupied
from tests.browser.test_own_points import Own
from tests.browser.test_themes import CLIPPED
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import PATIENCE, Essay
from tests.support.often import a_few

NARROW = 320


def enter(essay: Essay, name: str, field: str, text: str) -> None:
    """Write something in a field of a lesson."""
    lesson = essay.lesson(name)
    lesson.section.locator(field).fill(text)
    lesson.section.locator(field).press("Enter")
    lesson.rest()


def moved(essay: Essay) -> None:
    """The machine has moved in every lesson, one run is kept, and no number was typed where one was expected."""
    for lesson in essay.lessons:
        lesson.press("step10")
        lesson.press("keep")
    essay.lesson("valley").type("x", "12345678901234567890")
    essay.lesson("line").type("m", "abc")


def opened(essay: Essay) -> None:
    """The same with all that can be opened: views, maths, Python, tables, what can be taken along."""
    essay.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    moved(essay)


def switched(essay: Essay) -> None:
    """Everything is switched on that a line has."""
    line = essay.lesson("line")
    line.section.locator("select[data-choice=data]").select_option("braking")
    line.pick("squared")
    for name in ("best", "outlier", "raw"):
        line.section.locator(f"input[type=checkbox][data-choice={name}]").click()
    line.press("step10")


def wrong(essay: Essay) -> None:
    """A long function of one's own that is none."""
    essay.lesson("valley").pick("own")
    enter(essay, "valley", "[data-entry=f] input", "1234567890.12345x^2 + sin(2x)cos(3x)/(1 + x^2) + why")


def diverging(essay: Essay) -> None:
    """A run that leaps further each time, with the picture of why."""
    lesson = essay.lesson("next-word")
    lesson.section.locator("[data-preset=big]").click()
    lesson.press("step10")
    expect(lesson.section.locator("figure.overshoot")).to_be_visible()


def growing(essay: Essay) -> None:
    """A sentence that grows word by word."""
    for name in ("many", "add", "many"):
        essay.lesson("choose-word").section.locator(f"button[data-act={name}]").click()


def trained(essay: Essay) -> None:
    """A model with a challenge on, a hint, a card, and words offered in the place of one that it lacks."""
    lesson = essay.lesson("ten-thousand")
    lesson.section.locator("details.challenges").evaluate("part => { part.open = true }")
    lesson.section.locator("[data-begin=predict]").click()
    lesson.section.locator("[data-do=hint]").click()
    lesson.press("step")
    lesson.section.locator(".cards input[value=jumble]").check()
    enter(essay, "ten-thousand", "input[name=prompt]", "I pet the plnae ")
    expect(lesson.section.locator("[data-nearest]").first).to_be_visible(timeout=PATIENCE)


def edited(essay: Essay) -> None:
    """Own points, one of them chosen, and a table that is none."""
    own = Own(essay).open()
    own.choose(4)
    own.paste("1;2\n3;four")


STATES: dict[str, Callable[[Essay], None]] = {
    each.__name__: each
    for each in (moved, opened, switched, wrong, diverging, growing, trained, edited, occupied)
}


@a_few(3)
@pytest.mark.parametrize("name", STATES)
def test_in_every_state_axe_finds_nothing_and_a_phone_has_room(essay: Essay, name: str) -> None:
    page = essay.page
    STATES[name](essay)
    essay.rest()
    assert violations_light_and_dark(page, "section.lesson") == []
    page.set_viewport_size({"width": NARROW, "height": 640})
    essay.rest()
    assert violations(page, "section.lesson", words=True) == []
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    assert page.evaluate(CLIPPED) == []
