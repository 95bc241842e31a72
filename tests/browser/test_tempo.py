"""Motion that is seen: the tempo of Play and Train, marks that stay, and the start from where one began."""

import re
from collections.abc import Iterator
from itertools import pairwise
from time import monotonic

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay, brought_back, closed_after
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import thorough

COUNT = """([id, ms]) => new Promise((resolve) => {
    const section = document.getElementById(id), seen = [[performance.now(), 0]];
    const shown = section.querySelector("[data-show=machine_steps], [data-show=steps_shown]");
    const watch = new MutationObserver(() => {
        const steps = Number(shown.textContent.replace(/\\D/g, ""));
        if (steps !== seen[seen.length - 1][1]) seen.push([performance.now(), steps]);
    });
    watch.observe(shown, { childList: true, characterData: true, subtree: true });
    section.querySelector("[data-action=play]").click();
    setTimeout(() => { watch.disconnect(); resolve(seen.slice(1)); }, ms);
})"""
"""Presses Play, and returns the moments (ms) of all steps that are shown within a time, with their numbers."""


@pytest.fixture(scope="module")
def _slow(_shared: OpenEssay) -> Iterator[Essay]:
    yield from closed_after(_shared("?all", beats=True))


@pytest.fixture
def slow(_slow: Essay) -> Iterator[Essay]:
    """The page with its tempo, as a reader opens it: shared, and brought back to its start before each test."""
    yield from brought_back(_slow)


def steps_of(lesson: Lesson) -> int:
    return int(re.sub(r"\D", "", lesson.shown("machine_steps").inner_text()))


def watched(lesson: Lesson, ms: int) -> list[tuple[float, int]]:
    found = lesson.page.evaluate(COUNT, [lesson.name, ms])
    return [(moment, steps) for moment, steps in found]


def pause(lesson: Lesson) -> None:
    if lesson.button("play").get_attribute("aria-pressed") == "true":
        lesson.button("play").click()
    lesson.rest()


def crawl(lesson: Lesson) -> None:
    """A rate at which a run takes long."""
    with lesson.next_frame():
        lesson.slider("rate").press("Home")


def test_the_first_five_steps_of_play_take_two_seconds_and_a_paused_run_goes_on_in_its_tempo(
    slow: Essay,
) -> None:
    lesson = slow.lesson("next-word")
    crawl(lesson)
    seen = watched(lesson, 4000)
    assert [steps for _, steps in seen[:5]] == [1, 2, 3, 4, 5]
    assert seen[4][0] - seen[0][0] >= 1950
    pause(lesson)
    assert len(watched(lesson, 1500)) > 1500 / 400 > 3
    pause(lesson)
    lesson.press("reset")
    assert len(watched(lesson, 1500)) <= 4
    pause(lesson)


def test_pause_step_and_a_link_end_a_run_between_two_steps(slow: Essay) -> None:
    lesson = slow.lesson("next-word")
    crawl(lesson)
    lesson.press("play")
    lesson.button("play").click()
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=400)
    lesson.rest()
    lesson.press("play")
    taken = steps_of(lesson)
    lesson.press("step")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=400)
    lesson.rest()
    assert steps_of(lesson) <= taken + 2
    lesson.press("play")
    slow.follow("next-word&v=2&next-word.cat_animals=1")
    lesson.rest()
    assert lesson.values[0] == 1
    assert steps_of(lesson) == 0


def test_a_hand_takes_over_at_once_and_its_drag_is_one_move(slow: Essay) -> None:
    lesson = slow.lesson("next-word")
    crawl(lesson)
    lesson.press("play")
    lesson.slider("cat_animals").focus()
    for _ in range(6):
        slow.page.keyboard.press("ArrowRight")
        slow.page.wait_for_timeout(120)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=400)
    lesson.rest()
    expect(lesson.shown("hand_moves")).to_have_text("1")
    loss = lesson.loss
    slow.page.wait_for_timeout(700)
    assert lesson.loss == loss


@thorough
def test_with_reduced_motion_play_takes_single_steps_a_second_apart_and_paints_each(
    open_essay: OpenEssay,
) -> None:
    lesson = open_essay("?all", beats=True, reduced_motion="reduce").ready().lesson("line")
    lesson.canvas().scroll_into_view_if_needed()  # a picture that is far is not painted
    expect(lesson.canvas().locator("xpath=../picture")).to_have_count(0)
    before = lesson.pixels()
    seen = watched(lesson, 3600)
    assert [steps for _, steps in seen] == [1, 2, 3, 4]
    assert all(later[0] - earlier[0] > 500 for earlier, later in pairwise(seen)), seen
    pause(lesson)
    assert (lesson.pixels() != before).any()


def test_tempo_fast_plays_as_fast_as_the_screen(essay: Essay) -> None:
    assert "tempo=fast" in essay.page.url
    lesson = essay.lesson("next-word")
    crawl(lesson)
    assert len(watched(lesson, 2000)) > 8
    pause(lesson)


NAME = "ten-thousand"


def test_training_takes_a_step_a_second_at_first_and_pauses_at_its_landmarks(slow: Essay) -> None:
    lesson = slow.lesson(NAME)
    began = monotonic()
    seen = watched(lesson, 4600)
    assert [steps for _, steps in seen[:4]] == [1, 2, 3, 4]
    assert seen[3][0] - seen[0][0] >= 2500  # three seconds, but the first step may be shown late
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    assert monotonic() - began < PATIENCE / 1000
    lesson.rest()
    assert lesson.section.get_attribute("data-steps") == "14"
    expect(lesson.shown("said")).to_contain_text("the the the")
    expect(lesson.shown("outcome")).to_contain_text("the the the")
    expect(slow.page.locator("#voice")).to_contain_text("the the the")
    lesson.button("play").click()
    until(
        slow.page, lambda: lesson.section.get_attribute("data-steps") == "31", "a right sentence is written"
    )
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    lesson.rest()
    expect(lesson.shown("said")).to_contain_text("I pet the cat.")
    lesson.button("play").click()
    until(slow.page, lambda: int(lesson.section.get_attribute("data-steps") or 0) > 60, "it goes on")
    lesson.button("play").click()
    lesson.rest()


def test_a_hand_ends_a_training_with_a_tempo_at_once_and_its_move_is_seen(slow: Essay) -> None:
    lesson = slow.lesson(NAME)
    lesson.press("play")
    lesson.slider("weight").focus()
    with lesson.next_frame():
        slow.page.keyboard.press("End")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    lesson.rest()
    assert lesson.values == (3.0,)
    taken = lesson.section.get_attribute("data-steps")
    slow.page.wait_for_timeout(1300)
    assert lesson.section.get_attribute("data-steps") == taken
