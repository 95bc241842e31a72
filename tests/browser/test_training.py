"""A language model trained for real on the page: what it writes, what it shows, who may interrupt it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons, all_models
from downhill.training.weight_map import weight_map
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import thorough
from tests.support.player import Player

NAME = "ten-thousand"


@pytest.fixture
def model() -> Player:
    """The same model, trained natively."""
    return Player(all_lessons(), all_models())


@pytest.fixture
def lesson(essay: Essay) -> Iterator[Lesson]:
    """The lesson with its model as it opens; left without training."""
    there = essay.lesson(NAME)
    stop(there)
    there.press("reset")
    there.rest()
    yield there
    stop(there)
    there.press("reset")
    there.rest()


def steps(lesson: Lesson) -> int:
    return int(lesson.section.get_attribute("data-steps") or 0)


def stop(lesson: Lesson) -> None:
    """Pause, wherever it is."""
    if lesson.button("play").get_attribute("aria-pressed") == "true":
        lesson.button("play").click()
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    lesson.rest()


def train_until(lesson: Lesson, holds: Callable[[], bool], what: str) -> None:
    """Train until something holds, and pause."""
    lesson.button("play").click()
    until(lesson.page, holds, what)
    stop(lesson)


def challenge(lesson: Lesson, name: str) -> Locator:
    """Open the list and begin a challenge; returns its panel."""
    lesson.section.locator("details.challenges").evaluate("details => { details.open = true }")
    lesson.section.locator(f"[data-begin={name}]").click()
    panel = lesson.section.locator(".challenge")
    expect(panel).to_have_attribute("data-state", "open", timeout=PATIENCE)
    lesson.rest()
    return panel


def middle_of(canvas: Locator, weight: int) -> tuple[float, float]:
    """Where a weight is on the page, in CSS pixels: the middle of its cell in the map, `weight` from 0."""
    box = canvas.bounding_box()
    assert box
    grid = weight_map(round(box["width"]), round(box["height"]), 1, len(all_models()[0].text().tokens))
    spot, half = grid.place(weight), grid.side / 2
    return box["x"] + spot.x + half, box["y"] + spot.y + half


def prompt(lesson: Lesson) -> Locator:
    return lesson.section.locator("input[name=prompt]")


PRESSED = """async button => {
    button.click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return [button.ariaPressed, button.textContent.trim()];
}"""
"""What a button says in the second frame after it was pressed."""


def test_pause_is_said_at_once_so_that_pressing_again_because_nothing_happened_trains_no_further(
    lesson: Lesson,
) -> None:
    play = lesson.button("play")
    word = play.text_content()
    play.click()
    until(lesson.page, lambda: steps(lesson) > 0, "it trains")
    assert play.evaluate(PRESSED) == ["false", (word or "").strip()]
    lesson.rest()
    paused = steps(lesson)
    lesson.rest()
    assert steps(lesson) == paused


def test_one_weight_is_dragged_in_the_map_and_hardly_anything_changes(essay: Essay, lesson: Lesson) -> None:
    canvas, page = lesson.canvas(), essay.page
    canvas.scroll_into_view_if_needed()
    x, y = middle_of(canvas, 5_000)
    page.mouse.move(x, y)
    expect(lesson.section.locator("figure.weights .reading")).to_have_text(
        re.compile(r"^Weight .*: [−\d.]+$"), timeout=PATIENCE
    )
    first = lesson.loss
    page.mouse.down()
    lesson.rest()
    value = float(lesson.slider("weight").input_value())
    for far in (10, 25, 50):
        page.mouse.move(x + far, y)
    lesson.rest()
    page.mouse.up()
    lesson.rest()
    assert float(lesson.slider("weight").input_value()) == pytest.approx(value + 1.0, abs=0.01)
    expect(lesson.shown("sentence")).to_contain_text("You have moved 1 of 9")
    assert 0 < abs(lesson.loss - first) < 0.5


def test_keys_that_come_faster_than_answers_all_count(lesson: Lesson) -> None:
    lesson.canvas().evaluate(
        """canvas => ["ArrowDown", ..."x".repeat(5)].forEach(key => canvas.dispatchEvent(
            new KeyboardEvent("keydown", { key: key === "x" ? "ArrowRight" : key, bubbles: true })))"""
    )
    title = lesson.section.locator("[data-weight=title]")
    expect(title).to_contain_text("Weight 82 of", timeout=PATIENCE)


def test_a_weight_is_chosen_and_changed_by_keys(lesson: Lesson) -> None:
    canvas = lesson.canvas()
    canvas.focus()
    for key in ("ArrowDown", "ArrowRight", "Shift+ArrowRight"):
        canvas.press(key)
    expect(lesson.section.locator("[data-weight=title]")).to_contain_text("Weight 178 of", timeout=PATIENCE)
    expect(lesson.page.locator("#voice")).to_contain_text("Weight 178")
    canvas.press("Enter")
    expect(lesson.slider("weight")).to_be_focused()
    value, first = float(lesson.slider("weight").input_value()), lesson.loss
    with lesson.next_frame():
        lesson.slider("weight").press("ArrowRight")
    lesson.rest()
    assert float(lesson.slider("weight").input_value()) == pytest.approx(value + 0.01, abs=0.006)
    assert lesson.loss != first


def test_a_slider_of_another_lesson_answers_while_the_model_trains(essay: Essay, lesson: Lesson) -> None:
    other, native = essay.lesson("valley"), Player(all_lessons())
    lesson.button("play").click()
    until(essay.page, lambda: steps(lesson) > 5, "it trains")
    for value in (1.5, -0.5, 2.0):
        other.set("x", value)
        assert other.loss == pytest.approx(native.move("valley", "x", value).loss, rel=1e-12)
    begun = steps(lesson)
    until(essay.page, lambda: steps(lesson) > begun, "it still trains")


def test_the_map_of_words_moves_with_the_training_and_is_read_under_the_pointer_and_by_keys(
    lesson: Lesson,
) -> None:
    canvas, reading = lesson.canvas("words"), lesson.section.locator("figure.words .reading")
    before = lesson.pixels("words")
    lesson.press("step")
    assert (lesson.pixels("words") != before).any()
    canvas.focus()
    canvas.press("Home")
    expect(reading).to_have_text(re.compile("^“.+” is most like “"), timeout=PATIENCE)
    first = reading.inner_text()
    canvas.press("ArrowRight")
    expect(reading).not_to_have_text(first, timeout=PATIENCE)
    expect(lesson.page.locator("#voice")).to_contain_text("is most like")
    lesson.section.locator("h2").hover()
    canvas.hover(position={"x": 200, "y": 150})
    expect(reading).to_contain_text("is most like")


def test_an_unknown_word_is_told_while_it_is_written_and_the_nearest_one_is_put_in(lesson: Lesson) -> None:
    mistake, nearest = lesson.section.locator(".mistake"), lesson.section.locator("[data-nearest]").first
    prompt(lesson).fill("I flew the ")
    prompt(lesson).press_sequentially("pla")
    lesson.rest()
    lesson.page.wait_for_timeout(600)  # longer than keys have to rest
    lesson.rest()
    expect(mistake).to_be_hidden()
    prompt(lesson).press_sequentially("en")
    expect(mistake).to_contain_text("“plaen” is not in its text", timeout=PATIENCE)
    expect(prompt(lesson)).to_be_focused()
    expect(prompt(lesson)).to_have_attribute("aria-invalid", "true")
    expect(nearest).to_have_text("plane")
    expect(nearest).to_have_accessible_name("Write “plane” instead")
    field, told = prompt(lesson).bounding_box(), mistake.bounding_box()
    assert field
    assert told
    assert told["y"] > field["y"] + field["height"] - 1
    written = lesson.shown("outcome").inner_text()
    assert not written.startswith("I flew")
    prompt(lesson).press("Tab")
    lesson.rest()
    expect(nearest).to_be_focused()
    nearest.press("Enter")
    expect(mistake).to_be_hidden(timeout=PATIENCE)
    expect(nearest).to_be_hidden()
    expect(prompt(lesson)).to_have_value("I flew the plane")
    expect(prompt(lesson)).to_be_focused()
    expect(lesson.shown("outcome")).to_have_text(re.compile("^I flew the plane"), timeout=PATIENCE)


@thorough
def test_while_the_model_trains_an_unknown_word_is_told_too(lesson: Lesson) -> None:
    lesson.button("play").click()
    until(lesson.page, lambda: steps(lesson) > 5, "it trains")
    prompt(lesson).fill("I pet the plnae ")
    nearest = lesson.section.locator("[data-nearest]").first
    expect(nearest).to_have_text("plane", timeout=PATIENCE)
    nearest.click()
    expect(nearest).to_be_hidden(timeout=PATIENCE)
    begun = steps(lesson)
    until(lesson.page, lambda: steps(lesson) > begun, "it still trains")
    expect(lesson.shown("outcome")).to_have_text(re.compile("^I pet the plane"), timeout=PATIENCE)
    prompt(lesson).fill("I pet the")
    prompt(lesson).press("Enter")


def test_on_a_phone_the_map_is_read_by_tapping_and_nothing_moves_sideways(phone: Essay) -> None:
    lesson = phone.lesson(NAME)
    lesson.canvas().scroll_into_view_if_needed()
    lesson.canvas().tap(position={"x": 100, "y": 120})
    reading = lesson.section.locator("figure.weights .reading")
    expect(reading).to_have_text(re.compile(r"^Weight "), timeout=PATIENCE)
    lesson.rest()
    lesson.canvas().dispatch_event("pointerleave", {"pointerType": "touch"})
    expect(reading).to_have_text(re.compile(r"^Weight "))
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320


@thorough
def test_a_challenge_ends_the_training_that_it_finds_and_the_one_that_decides_it(lesson: Lesson) -> None:
    lesson.button("play").click()
    until(lesson.page, lambda: steps(lesson) > 5, "it trains")
    panel = challenge(lesson, "steps")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    expect(panel.locator("[data-part=counts]")).to_have_text("0 of 200 steps")
    lesson.section.locator("input[name=rate]").fill("0")  # the power of a rate of 1
    lesson.button("play").click()
    expect(panel).to_have_attribute("data-state", "done", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    lesson.rest()
    decided = steps(lesson)
    train_until(lesson, lambda: steps(lesson) > decided + 30, "it goes on when it is asked to")
    lesson.section.locator("[data-do=leave]").click()
    expect(panel).to_be_hidden()
