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


def test_what_the_last_step_has_read_is_shown_as_natively(lesson: Lesson, model: Player) -> None:
    line = lesson.section.locator(".reading-now")
    expect(line).to_contain_text("Each step reads 16 places")
    expect(line).to_have_attribute("aria-live", "off")
    for steps in (1, 2):
        lesson.press("step")
        seen = model.step(NAME, 1).read_now
        for part in ("before", "covered", "guessed"):
            expect(line.locator(f"[data-read={part}]")).to_have_text(seen[part], timeout=PATIENCE)
        assert lesson.section.get_attribute("data-steps") == str(steps)
    lesson.press("reset")
    expect(line).to_contain_text("Each step reads 16 places", timeout=PATIENCE)


def test_a_card_is_chosen_and_told_after_twenty_steps_and_comes_back_with_the_link(
    essay: Essay, lesson: Lesson, model: Player
) -> None:
    cards = lesson.section.locator(".cards")
    cards.locator("input[value=frequent]").check()
    lesson.rest()
    model.ask("choose_card", NAME, "frequent")
    take(lesson, 20)
    said = model.step(NAME, 20).cards["said"]
    expect(cards.locator("[data-cards=said]")).to_have_text(said)
    expect(cards.locator("input[value=right]")).to_be_disabled()
    until(essay.page, lambda: f"{NAME}.guess=frequent" in essay.fragment, "the guess is in the address")
    lesson.press("reset")
    expect(cards.locator("[data-cards=said]")).to_be_hidden(timeout=PATIENCE)
    expect(cards.locator("input[value=frequent]")).not_to_be_checked()


def test_the_log_grows_with_the_training_and_its_last_row_is_marked(lesson: Lesson) -> None:
    rows = lesson.section.locator("table.live tbody tr")
    expect(rows).to_have_count(1)
    take(lesson, 3)
    expect(rows).to_have_count(4)
    assert [row.get_attribute("aria-current") for row in rows.all()] == [None, None, None, "step"]
    expect(rows.last.locator("th")).to_have_text("3")
    expect(rows.last.locator("td").last).to_have_text(lesson.shown("outcome").inner_text())


def test_a_prompt_to_try_is_pressed(lesson: Lesson) -> None:
    for chip in lesson.section.locator("button[data-prompt]").all()[::-1]:
        chip.click()
        expect(lesson.section.locator("input[name=prompt]")).to_have_value(chip.inner_text())
        expect(lesson.shown("outcome")).to_have_text(re.compile("^" + chip.inner_text()), timeout=PATIENCE)
        lesson.rest()


def test_a_section_says_that_a_weight_was_picked_until_all_begins_anew(lesson: Lesson) -> None:
    expect(lesson.section).to_have_attribute("data-picked", "false")
    lesson.canvas().press("ArrowRight")
    expect(lesson.section).to_have_attribute("data-picked", "true", timeout=PATIENCE)
    lesson.press("reset")
    expect(lesson.section).to_have_attribute("data-picked", "false", timeout=PATIENCE)


@thorough
def test_axe_finds_nothing_where_a_card_is_chosen_and_words_are_offered(essay: Essay, lesson: Lesson) -> None:
    lesson.section.locator(".cards input[value=jumble]").check()
    lesson.section.locator("input[name=prompt]").fill("I pet the plnae ")
    expect(lesson.section.locator("[data-nearest]").first).to_be_visible(timeout=PATIENCE)
    assert violations(essay.page, f"#{NAME}") == []
    lesson.section.locator("button[data-prompt]").first.click()
    lesson.rest()
