"""Gradient descent takes the same sliders."""

import re

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons
from downhill.session.view import View
from downhill.text.format import number
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import a_few
from tests.support.player import Player

MODELS = {lesson.id: lesson for lesson in all_lessons()}
NO_NUMBER = re.compile(r"\bNaN\b|\bnan\b|\binf\b|Infinity")


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons())


def agree(lesson: Lesson, view: View) -> None:
    """The page shows what the model says."""
    lesson.wait_for_loss(view.loss)
    lesson.rest()
    for slider in MODELS[lesson.name].sliders:
        shown = number(view.rows[slider.name].value, slider.decimals)
        expect(lesson.box(slider.name)).to_have_value(shown)
    expect(lesson.shown("sentence")).to_have_text(view.sentence)
    expect(lesson.shown("said")).to_have_text(view.said)
    expect(lesson.shown("hand_moves")).to_have_text(str(view.hand_moves))
    expect(lesson.shown("machine_steps")).to_have_text(str(view.machine_steps))


def play_to_the_end(lesson: Lesson) -> None:
    """Press Play and wait until the run has paused itself."""
    lesson.press("play")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_text("Play")
    lesson.rest()


def assert_all_numbers_are_finite(essay: Essay) -> None:
    """Nowhere on the page, seen or spoken, stands a number that is none."""
    for lesson in essay.lessons:
        html = lesson.section.locator(".workbench").evaluate("bench => bench.outerHTML")
        assert not NO_NUMBER.search(html), NO_NUMBER.search(html)
        assert not NO_NUMBER.search(lesson.section.get_attribute("data-loss") or "")
        assert all(value == value for value in lesson.values)


def step_as_the_model(essay: Essay, model: Player, name: str) -> None:
    """Steps of a lesson are the model's own."""
    lesson = essay.lesson(name)
    lesson.press("step")
    agree(lesson, model.step(name))
    lesson.press("step10")
    agree(lesson, model.step(name, 10))


def test_step_and_ten_steps_are_the_models_own(essay: Essay, model: Player) -> None:
    for name in ("valley", "line", "next-word"):
        step_as_the_model(essay, model, name)


def test_the_machine_starts_where_the_hand_left_the_sliders(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("line")
    lesson.set("m", 200)
    lesson.set("b", 10)
    lesson.press("step")
    for name, value in (("m", 200), ("b", 10)):
        model.move("line", name, value)
        model.settle("line")
    agree(lesson, model.step("line"))
    expect(lesson.shown("hand_moves")).to_have_text("2")
    expect(lesson.shown("machine_steps")).to_have_text("1")
    expect(lesson.section).to_have_attribute("data-mover", "machine")


@a_few(3)
@pytest.mark.parametrize(
    ("name", "options", "verdict"),
    [
        ("valley", ["bowl"], "converged"),
        ("valley", ["flat-slope"], "converged"),
        ("line", ["squared"], "converged"),
        ("line", ["absolute"], "hovering"),
        ("next-word", [], "converged"),
    ],
)
def test_play_solves_a_lesson_and_stops(essay: Essay, name: str, options: list[str], verdict: str) -> None:
    lesson = essay.lesson(name)
    for option in options:
        if not lesson.section.locator(f"input[value={option}]").is_checked():
            lesson.pick(option)
    expect(lesson.section).to_have_attribute("data-solved", "false")
    play_to_the_end(lesson)
    expect(lesson.section).to_have_attribute("data-solved", "true")
    expect(lesson.section).to_have_attribute("data-verdict", verdict)
    expect(lesson.shown("said")).not_to_be_empty()
    expect(lesson.section.locator(".solved")).to_be_visible()
    assert_all_numbers_are_finite(essay)


def test_with_absolute_errors_it_hovers_and_says_so(essay: Essay) -> None:
    lesson = essay.lesson("line")
    play_to_the_end(lesson)
    expect(lesson.shown("said")).to_contain_text("Hovering: it gets no lower")


def test_in_the_wrong_valley_it_says_that_it_is_stuck(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    lesson.pick("two-valleys")
    play_to_the_end(lesson)
    expect(lesson.section).to_have_attribute("data-verdict", "stuck")
    expect(lesson.section).to_have_attribute("data-solved", "false")
    expect(lesson.shown("sentence")).to_contain_text("a valley, but not the lowest")
    expect(lesson.shown("said")).to_contain_text("can’t see lower ground elsewhere")


@pytest.mark.parametrize(("name", "option"), [("valley", "bowl"), ("line", "squared"), ("next-word", "")])
def test_too_large_a_rate_diverges_with_a_sentence_and_finite_numbers(
    essay: Essay, name: str, option: str
) -> None:
    lesson = essay.lesson(name)
    if option and not lesson.section.locator(f"input[value={option}]").is_checked():
        lesson.pick(option)
    lesson.slider("rate").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("End")
    play_to_the_end(lesson)
    expect(lesson.section).to_have_attribute("data-verdict", re.compile("diverging|held|edge|overflow"))
    expect(lesson.shown("said")).to_contain_text(re.compile("learning rate|end"))
    assert_all_numbers_are_finite(essay)


def test_pause_stops_where_it_stands(essay: Essay) -> None:
    lesson = essay.lesson("next-word")
    lesson.slider("rate").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Home")
    lesson.press("play")
    expect(lesson.button("play")).to_have_text("Pause")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "true")
    until(essay.page, lambda: int(lesson.shown("machine_steps").inner_text()) > 3, "some steps were taken")
    lesson.button("play").click()
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    lesson.rest()
    loss, frame = lesson.loss, lesson.frame
    essay.page.wait_for_timeout(300)
    assert (lesson.loss, lesson.frame) == (loss, frame)


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


def test_a_hand_can_move_a_slider_while_the_machine_plays(essay: Essay) -> None:
    lesson = essay.lesson("next-word")
    lesson.slider("rate").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Home")
    lesson.press("play")
    lesson.slider("cat_animals").focus()
    essay.page.keyboard.press("End")
    expect(lesson.shown("hand_moves")).to_have_text("1", timeout=PATIENCE)
    until(essay.page, lambda: lesson.values[0] < 2, "the machine goes on from there")


def test_reset_brings_back_the_start(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("line")
    lesson.press("reset")  # the page has scrolled to where it stays
    before = lesson.pixels()
    lesson.set("m", 100)
    lesson.press("step10")
    assert (lesson.pixels() != before).any()
    lesson.press("reset")
    agree(lesson, model.look("line"))
    assert (lesson.pixels() == before).all()


def test_every_step_shows_in_every_picture(essay: Essay) -> None:
    lesson = essay.lesson("line")
    pictures = ("picture", "map", "trace")
    before = {name: lesson.pixels(name) for name in pictures}
    lesson.press("step10")
    assert [name for name in pictures if (lesson.pixels(name) == before[name]).all()] == []


@pytest.mark.parametrize(
    ("name", "picture"), [("valley", "picture"), ("line", "map"), ("next-word", "picture")]
)
def test_before_a_step_an_arrow_shows_how_far_it_goes(essay: Essay, name: str, picture: str) -> None:
    lesson = essay.lesson(name)
    before, loss = lesson.pixels(picture), lesson.loss
    lesson.slider("rate").focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Home")
    assert (lesson.pixels(picture) != before).any()
    assert lesson.loss == loss


def test_the_tables_numbers_are_the_models(essay: Essay, model: Player) -> None:
    for name in ("line", "next-word"):
        lesson = essay.lesson(name)
        with lesson.next_frame():
            lesson.button("step10").click()
        view = model.step(name, 10)
        lesson.wait_for_loss(view.loss)
        rows = lesson.section.locator("table.live tbody tr")
        for row, cells in zip(rows.all(), view.table, strict=True):
            texts = [text.strip() for text in row.locator("th, td").all_text_contents()]
            assert texts == cells
    assert re.fullmatch(r"cat: 0\.\d{4}, plane: 0\.\d{4}", view.table[0][2])


def test_the_learning_rate_is_logarithmic_and_spoken_as_a_number(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    rate = lesson.slider("rate")
    expect(rate).to_have_attribute("aria-valuetext", "1.0")
    rate.focus()
    with lesson.next_frame():
        essay.page.keyboard.press("Home")
    expect(rate).to_have_attribute("aria-valuetext", "0.0010")
    expect(lesson.section.locator(".rate output")).to_have_text("0.0010")
    with lesson.next_frame():
        essay.page.keyboard.press("End")
    expect(rate).to_have_attribute("aria-valuetext", "10")


def test_a_choice_shows_its_own_task_formula_and_loss(essay: Essay) -> None:
    valley, line = essay.lesson("valley"), essay.lesson("line")
    formula = valley.section.locator(".formula:visible").inner_text()
    valley.pick("two-valleys")
    assert valley.section.locator(".formula:visible").inner_text() != formula
    line.pick("squared")
    expect(line.section.locator(".task")).to_contain_text("squared")
    expect(line.section.locator(".loss .name")).to_contain_text("squared")
    expect(line.shown("loss_shown")).to_contain_text("squares of")
