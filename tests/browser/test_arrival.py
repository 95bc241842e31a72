"""Links, Back and Forward stop what runs, and what they name is what the page then shows."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_training import NAME, steps, stop
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import a_few, thorough


@pytest.fixture
def model(essay: Essay) -> Lesson:
    """The lesson with its model, as it opens."""
    return essay.lesson(NAME)


def train(lesson: Lesson, least: int = 60) -> None:
    """Press Train, and leave it at that after some steps."""
    lesson.button("play").click()
    until(lesson.page, lambda: steps(lesson) >= least, f"{least} steps are taken")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "true")


def rests_at(essay: Essay, lesson: Lesson, count: int) -> None:
    """The model has taken that many steps and stays there, paused; the address is the page's state."""
    until(essay.page, lambda: steps(lesson) == count, f"there are {count} steps")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    essay.rest()
    essay.page.wait_for_timeout(400)  # so long the page waits until it writes an address
    assert steps(lesson) == count
    assert (f"{NAME}.steps={count}" in essay.fragment) == (count > 0)
    assert essay.complaints == []


@a_few(1)
@pytest.mark.parametrize("fragment", [f"{NAME}&v=2&valley.x=1", "line&v=2&valley.x=1"])
def test_a_link_stops_the_training_and_nothing_runs_over_it(
    essay: Essay, model: Lesson, fragment: str
) -> None:
    train(model)
    essay.follow(fragment)
    rests_at(essay, model, 0)
    assert essay.lesson("valley").values == (1,)
    assert essay.fragment == fragment


def test_a_link_with_steps_comes_to_rest_at_its_own_steps(essay: Essay, model: Lesson) -> None:
    train(model)
    essay.follow(f"{NAME}&v=2&{NAME}.steps=40&valley.x=1")
    rests_at(essay, model, 40)


def test_back_and_forward_restore_what_was_trained_then(essay: Essay, model: Lesson) -> None:
    page = essay.page
    train(model)
    stop(model)
    first = steps(model)
    until(page, lambda: f"steps={first}" in essay.fragment, "the steps are in the address")
    left = essay.fragment
    model.press("reset")
    until(page, lambda: "steps" not in essay.fragment, "the address is without them")
    train(model, 20)
    page.go_back()
    rests_at(essay, model, first)
    assert essay.fragment == left
    page.go_forward()
    until(page, lambda: essay.fragment != left, "the next entry is there")
    essay.rest()
    told = essay.fragment.partition(f"{NAME}.steps=")[2].split("&")[0] or "0"
    rests_at(essay, model, int(told))


@thorough
def test_two_links_one_after_the_other_end_with_the_second(essay: Essay, model: Lesson) -> None:
    train(model)
    essay.page.evaluate(
        """async (name) => {
            location.hash = `${name}&v=2&${name}.steps=500`;
            await new Promise((resolve) => setTimeout(resolve, 30));
            location.hash = `valley&v=2&valley.x=2&${name}.steps=30`;
        }""",
        NAME,
    )
    rests_at(essay, model, 30)
    assert essay.lesson("valley").values == (2,)
    assert essay.fragment == f"valley&v=2&valley.x=2&{NAME}.steps=30"


@thorough
def test_a_catching_up_can_be_paused_and_gone_on_with(essay: Essay, model: Lesson) -> None:
    essay.follow(f"{NAME}&v=2&{NAME}.steps=4000")
    until(essay.page, lambda: steps(model) > 20, "it has begun")
    stop(model)
    count = steps(model)
    assert count < 4000
    essay.page.wait_for_timeout(400)
    assert steps(model) == count
    expect(model.shown("said")).to_contain_text(re.compile(rf"t step {count:,}\b"))  # or what it found there
    train(model, count + 20)
    stop(model)


def test_back_stops_a_run_that_plays_and_the_address_is_what_is_shown(essay: Essay) -> None:
    page, lesson, valley = essay.page, essay.lesson("next-word"), essay.lesson("valley")
    valley.set("x", 2.5)
    until(page, lambda: "valley.x=2.5" in essay.fragment, "the move is in the address")
    essay.follow("next-word&v=2&valley.x=1&next-word.rate=0.001")
    values = lesson.values
    lesson.press("play")
    until(page, lambda: int(lesson.shown("machine_steps").inner_text()) > 3, "it plays")
    page.go_back()
    until(page, lambda: valley.values == (2.5,), "the slider is back")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    essay.rest()
    page.wait_for_timeout(400)
    assert lesson.values == values
    expect(lesson.shown("machine_steps")).to_have_text("0")
    assert "valley.x=2.5" in essay.fragment
    assert "next-word." not in essay.fragment


def test_steps_that_are_taken_again_leave_the_place_of_the_address(essay: Essay, model: Lesson) -> None:
    fragment = f"choose-word&v=2&choose-word.temperature=0.5&{NAME}.steps=100"
    essay.follow(fragment)
    rests_at(essay, model, 100)
    assert essay.fragment == fragment
    model.press("step")
    until(essay.page, lambda: essay.fragment.startswith(f"{NAME}&"), "a step of one's own brings it here")
