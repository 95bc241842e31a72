"""The next word chosen by chance: temperature, draws, and a sentence that grows, on the page itself."""

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson
from tests.support.often import thorough
from tests.support.player import Player

NAME = "choose-word"


@pytest.fixture
def model() -> Player:
    """The same lesson, worked natively."""
    return Player(all_lessons())


def button(lesson: Lesson, name: str) -> Locator:
    return lesson.section.locator(f"button[data-act={name}]")


def act(lesson: Lesson, name: str) -> None:
    """Press one of the lesson's own buttons, and wait for what it does."""
    with lesson.next_frame():
        button(lesson, name).click()
    lesson.rest()


def cells(lesson: Lesson) -> list[list[str]]:
    """The rows of the table that are to be seen."""
    rows = lesson.section.locator("table.live tbody tr:visible").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def agree(lesson: Lesson, model: Player) -> None:
    """The page shows what the model says."""
    seen = model.look(NAME)
    lesson.wait_for_loss(seen.loss)
    expect(lesson.shown("outcome")).to_have_text(seen.outcome, timeout=PATIENCE)
    expect(lesson.shown("sentence")).to_have_text(seen.sentence)
    assert cells(lesson) == seen.table
    for name, text in seen.causes.items():
        expect(lesson.section.locator(f"[data-cause={name}]")).to_have_text(text)
    for name in model.state(NAME).lesson.actions:
        expect(button(lesson, name)).to_be_visible(visible=name in seen.offered)
    onward = lesson.section.locator("[data-onward]")
    expect(onward).to_have_count(1)
    expect(onward).to_have_attribute("data-act", seen.offered[0])


def test_after_the_full_stop_one_thing_is_next_and_the_picture_follows_descent(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson(NAME)
    lesson.pick("highest")
    model.choose(NAME, "pick", "highest")
    beginning = lesson.pixels()
    for _ in range(5):
        button(lesson, "add").focus()
        with lesson.next_frame():
            essay.page.keyboard.press("Enter")
        lesson.rest()
        model.act(NAME, "add")
    agree(lesson, model)
    expect(button(lesson, "begin")).to_be_focused()
    expect(button(lesson, "begin")).to_have_attribute("data-onward", "")
    assert (lesson.pixels() == beginning).all()
    lesson.press("step10")
    model.step(NAME, 10)
    agree(lesson, model)
    assert (lesson.pixels() != beginning).any()
    button(lesson, "begin").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Enter")
    lesson.rest()
    expect(button(lesson, "draw")).to_be_focused()


@thorough
def test_axe_finds_nothing_in_a_sentence_that_grows(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    for name in ("many", "add", "many"):
        act(lesson, name)
    assert violations_light_and_dark(essay.page, f"#{NAME}") == []


def test_the_closing_table_is_read_on_a_phone_without_moving_the_page_sideways(phone: Essay) -> None:
    table = phone.page.locator(".giants")
    table.scroll_into_view_if_needed()
    expect(table.locator("tbody tr")).to_have_count(10)
    expect(table).to_contain_text("366\N{NO-BREAK SPACE}billion")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert table.evaluate("part => part.scrollWidth > part.clientWidth")
