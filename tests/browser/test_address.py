"""The address holds the page's state: moves write it; links, Back and Forward stop what runs and restore what it says."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDE, OpenEssay
from tests.browser.test_training import NAME, steps, stop
from tests.support.essay import LESSONS, PATIENCE, Essay, Lesson, until
from tests.support.often import a_few, thorough

TOP_OF = "id => document.getElementById(id).getBoundingClientRect().top"
FOLLOW = """async (fragments) => {
    for (const fragment of fragments) {
        location.hash = fragment;
        await new Promise((resolve) => setTimeout(resolve, 30));
    }
}"""


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
@pytest.mark.parametrize(
    ("fragments", "count"),
    [
        ([f"{NAME}&v=2&valley.x=1"], 0),
        (["line&v=2&valley.x=1"], 0),
        ([f"{NAME}&v=2&{NAME}.steps=40&valley.x=1"], 40),
        ([f"{NAME}&v=2&{NAME}.steps=500", f"valley&v=2&valley.x=1&{NAME}.steps=30"], 30),
    ],
)
def test_a_link_stops_the_training_and_the_last_one_is_what_the_page_comes_to_rest_at(
    essay: Essay, model: Lesson, fragments: list[str], count: int
) -> None:
    train(model)
    essay.page.evaluate(FOLLOW, fragments)
    rests_at(essay, model, count)
    assert essay.lesson("valley").values == (1,)
    assert essay.fragment.split("&")[0] == fragments[-1].split("&")[0]
    assert {*essay.fragment.split("&")} == {*fragments[-1].split("&")}


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


@thorough
def test_a_link_with_a_state_leads_to_its_lesson_and_going_back_to_where_one_was(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("#line&v=2&line.m=35", beats=True).ready()
    page, height = essay.page, WIDE["height"]
    assert 0 <= page.evaluate(TOP_OF, "line") < height / 4
    assert page.evaluate("document.activeElement.id") == "line-title"
    essay.lesson("next-word").section.evaluate("section => section.scrollIntoView()")
    essay.follow("choose-word&v=2&choose-word.temperature=0.5")
    assert 0 <= page.evaluate(TOP_OF, "choose-word") < height / 4
    page.go_back()
    until(page, lambda: 0 <= page.evaluate(TOP_OF, "next-word") < height / 4, "it stands where it was left")
    page.reload(wait_until="commit")
    essay.ready()
    until(page, lambda: 0 <= page.evaluate(TOP_OF, "next-word") < height / 4, "it stands where it was left")


def test_a_move_is_in_the_address_when_the_slider_is_let_go(essay: Essay) -> None:
    length = essay.page.evaluate("history.length")
    essay.lesson("valley").type("x", "2.5")
    until(essay.page, lambda: "valley.x=2.5" in essay.fragment, "the move is in the address")
    essay.lesson("line").pick("squared")
    until(essay.page, lambda: "line.error=squared" in essay.fragment, "the choice is in the address")
    assert "v=2" in essay.fragment.split("&")
    assert essay.page.evaluate("history.length") == length, "moves filled the history"


def test_going_to_a_place_of_the_page_changes_no_state(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    lesson.set("x", 2.5)
    frame = lesson.frame
    essay.page.locator(f"nav a[href='#{LESSONS[-1]}']").click()
    lesson.rest()
    until(essay.page, lambda: essay.fragment.startswith(LESSONS[-1] + "&"), "the place is in the address")
    assert "valley.x=2.5" in essay.fragment.split("&")
    assert (lesson.values, lesson.frame) == ((2.5,), frame)
