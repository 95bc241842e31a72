"""The next word chosen by chance: temperature, draws, and a sentence that grows, on the page itself."""

import re

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson, until
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


def test_the_temperature_is_moved_by_keys_and_every_probability_follows(essay: Essay, model: Player) -> None:
    lesson = essay.lesson(NAME)
    before = lesson.pixels()
    lesson.slider("temperature").press("PageDown")
    model.move(NAME, "temperature", 1.4)
    agree(lesson, model)
    lesson.slider("temperature").press("Home")
    model.move(NAME, "temperature", 0.05)
    agree(lesson, model)
    assert (lesson.pixels() != before).any()
    expect(lesson.shown("sentence")).to_contain_text("Too sure of itself")


def test_a_thousand_draws_meet_the_probabilities(essay: Essay, model: Player) -> None:
    lesson = essay.lesson(NAME)
    lesson.set("temperature", 0.5)
    model.move(NAME, "temperature", 0.5)
    before = lesson.pixels()
    for name in ("many", "draw"):
        act(lesson, name)
        model.act(NAME, name)
    agree(lesson, model)
    assert (lesson.pixels() != before).any()
    expect(lesson.section.locator("[data-cause=drawn]")).to_have_text("1001")
    expect(lesson.shown("outcome")).to_contain_text("within three standard deviations")
    expect(essay.page.locator("#voice")).to_contain_text("The word drawn last is")


def test_a_sentence_grows_by_buttons_and_a_link_restores_it(essay: Essay, model: Player) -> None:
    lesson = essay.lesson(NAME)
    act(lesson, "reseed")
    model.act(NAME, "reseed")
    for _ in range(7):
        act(lesson, "add")
        model.act(NAME, "add")
        agree(lesson, model)
        if button(lesson, "add").is_hidden():
            break
    expect(lesson.shown("outcome")).to_have_text(re.compile(r"^“I pet the .*\.” A period"))
    until(essay.page, lambda: essay.fragment == model.fragment(NAME), "the sentence is in the address")
    link, written = essay.fragment, cells(lesson)
    act(lesson, "begin")
    assert len(cells(lesson)) == 1
    essay.follow(f"{link}&v=1")
    agree(lesson, model)
    assert cells(lesson) == written


def test_a_button_with_nothing_to_do_is_not_there(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    expect(button(lesson, "begin")).to_be_hidden()
    act(lesson, "draw")
    expect(button(lesson, "begin")).to_be_visible()
    act(lesson, "begin")
    expect(button(lesson, "begin")).to_be_hidden()


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


def test_a_row_of_the_table_stays_as_it_was_when_its_word_was_chosen(essay: Essay, model: Player) -> None:
    lesson = essay.lesson(NAME)
    lesson.set("temperature", 3.0)
    act(lesson, "add")
    first = cells(lesson)[0]
    assert first[3] == "3.00"
    lesson.set("temperature", 0.05)
    assert cells(lesson)[0] == first
    act(lesson, "add")
    lesson.press("back")
    lesson.rest()
    assert cells(lesson)[0] == first
    for verb, *what in (
        ("move", "temperature", 3.0),
        ("act", "add"),
        ("move", "temperature", 0.05),
        ("act", "add"),
    ):
        getattr(model, verb)(NAME, *what)
        model.state(NAME).settle()
    model.back(NAME)
    agree(lesson, model)
    until(essay.page, lambda: essay.fragment == model.fragment(NAME), "the sentence is in the address")
    link = essay.fragment
    act(lesson, "begin")
    essay.follow(f"{link}&v=1")
    agree(lesson, model)
    essay.follow(f"{NAME}&v=2&{NAME}.sentence=cat")
    expect(lesson.section.locator("table.live tbody tr").first).to_contain_text("not known, shown for 1.50")


def test_always_the_highest_writes_the_same_sentence_whatever_the_seed(essay: Essay) -> None:
    lesson, written = essay.lesson(NAME), []
    lesson.pick("highest")
    for _ in range(2):
        act(lesson, "reseed")
        for _ in range(4):
            act(lesson, "add")
        written.append(cells(lesson))
        act(lesson, "begin")
    assert written[0] == written[1]
    assert [row[2] for row in written[0]] == ["cat", "and", "it", "purred", ""]


def test_drawing_lets_the_run_of_descent_go_on(essay: Essay, model: Player) -> None:
    lesson = essay.lesson(NAME)
    lesson.press("step10")
    act(lesson, "many")
    expect(lesson.shown("machine_steps")).to_have_text("10")
    model.step(NAME, 10)
    model.act(NAME, "many")
    agree(lesson, model)
    lesson.press("step")
    expect(lesson.shown("machine_steps")).to_have_text("11")


def test_descent_finds_the_temperature(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    lesson.press("play")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    expect(lesson.section).to_have_attribute("data-solved", "true")
    expect(lesson.section).to_have_attribute("data-verdict", "converged")
    assert lesson.values[0] == pytest.approx(0.28, abs=0.011)


@thorough
def test_axe_finds_nothing_in_a_sentence_that_grows(essay: Essay) -> None:
    lesson = essay.lesson(NAME)
    for name in ("many", "add", "many"):
        act(lesson, name)
    assert violations_light_and_dark(essay.page, f"#{NAME}") == []


def test_probabilities_of_the_next_word_are_one_click_away(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("next-word")
    before, values = lesson.pixels(), lesson.values
    lesson.pick("probabilities")
    seen = model.choose("next-word", "output", "probabilities")
    lesson.wait_for_loss(seen.loss)
    lesson.rest()
    assert lesson.values == values
    assert (lesson.pixels() != before).any()
    assert cells(lesson) == seen.table
    expect(lesson.section.locator(".task span:visible")).to_contain_text("cross-entropy")
    lesson.press("play")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    expect(lesson.section).to_have_attribute("data-verdict", "edge")
    expect(lesson.section).to_have_attribute("data-solved", "true")


def test_the_closing_table_is_read_on_a_phone_without_moving_the_page_sideways(phone: Essay) -> None:
    table = phone.page.locator(".giants")
    table.scroll_into_view_if_needed()
    expect(table.locator("tbody tr")).to_have_count(10)
    expect(table).to_contain_text("366\N{NO-BREAK SPACE}billion")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert table.evaluate("part => part.scrollWidth > part.clientWidth")
