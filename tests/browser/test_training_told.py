"""What a training shows besides its weights: the map of words, what was read, the cards, the log."""

import re
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import expect

from downhill.lessons import all_models
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay, Lesson, painted, until
from tests.support.often import thorough
from tests.support.player import Player

NAME = "ten-thousand"


@pytest.fixture
def lesson(essay: Essay) -> Iterator[Lesson]:
    """The lesson with its model as it opens; left as it opens."""
    there = essay.lesson(NAME)
    there.press("reset")
    there.rest()
    yield there
    if there.button("play").get_attribute("aria-pressed") == "true":
        there.button("play").click()
    there.press("reset")
    there.rest()


@pytest.fixture
def model() -> Player:
    """The same model, trained natively."""
    return Player([], all_models())


def take(lesson: Lesson, count: int) -> None:
    for _ in range(count):
        lesson.press("step")
    until(lesson.page, lambda: lesson.section.get_attribute("data-steps") == str(count), "steps are taken")
    lesson.rest()


def test_the_map_of_words_moves_with_the_training_and_its_sentence_is_the_models(
    lesson: Lesson, model: Player
) -> None:
    lesson.canvas("words").scroll_into_view_if_needed()
    lesson.rest()
    before = lesson.pixels("words")
    take(lesson, 9)
    assert (lesson.pixels("words") != before).mean() > 0.005
    expect(lesson.shown("map_said")).to_have_text(model.step(NAME, 9).map_said)
    before, canvas = lesson.pixels("words"), lesson.canvas("words")
    lesson.button("play").click()
    until(lesson.page, lambda: not np.array_equal(painted(canvas), before), "the map has moved")


def test_a_word_is_read_under_the_pointer_and_by_arrow_keys(lesson: Lesson) -> None:
    canvas = lesson.canvas("words")
    canvas.scroll_into_view_if_needed()
    reading = lesson.section.locator("figure.words .reading")
    canvas.focus()
    canvas.press("Home")
    expect(reading).to_have_text(re.compile("^“.+” is most like “"), timeout=PATIENCE)
    first = reading.inner_text()
    canvas.press("ArrowRight")
    expect(reading).not_to_have_text(first, timeout=PATIENCE)
    expect(lesson.page.locator("#voice")).to_contain_text("is most like")
    canvas.hover(position={"x": 200, "y": 150})
    expect(reading).to_contain_text("is most like")


@thorough
def test_axe_finds_nothing_where_a_card_is_chosen_and_words_are_offered(essay: Essay, lesson: Lesson) -> None:
    lesson.section.locator(".cards input[value=jumble]").check()
    lesson.section.locator("input[name=prompt]").fill("I pet the plnae ")
    expect(lesson.section.locator("[data-nearest]").first).to_be_visible(timeout=PATIENCE)
    assert violations(essay.page, f"#{NAME}") == []
    lesson.section.locator("button[data-prompt]").first.click()
    lesson.rest()
