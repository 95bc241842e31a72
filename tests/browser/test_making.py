"""The page on which lessons are made: what is written becomes a lesson with sliders, is sent along, and saved."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenEssay
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay, Lesson
from tests.support.made_lessons import FIRST, TWO, Making
from tests.support.often import thorough

GOAL = FIRST.split("\n").index("GOAL = 44.5  # km²; the least is 44.0, at the homes' average") + 1


def panel(made: Lesson) -> Locator:
    return made.section.locator("[data-code]")


def do(made: Lesson, what: str) -> Locator:
    """The button that does something with the code."""
    return panel(made).locator(f"[data-code-do='{what}']")


def run(essay: Essay, text: str, state: str) -> None:
    """Write a text, run it, and wait for how it stands then."""
    made = essay.lesson("made")
    panel(made).locator(".cm-content").click()
    essay.page.keyboard.press("Control+a")
    essay.page.keyboard.insert_text(text)
    do(made, "run").click()
    expect(panel(made)).to_have_attribute("data-code-state", state, timeout=PATIENCE)
    made.rest()


@pytest.fixture(scope="module")
def _opened(_shared: OpenEssay) -> Iterator[Essay]:
    essay = _shared("de.html?make&patience=120", script="localStorage.removeItem('downhill.code')").ready()
    expect(essay.lesson("made").section.locator(".cm-content")).to_be_visible()
    yield essay
    essay.page.close()


@pytest.fixture
def making(_opened: Essay) -> Iterator[Essay]:
    """The page in German, with the lesson that it begins with."""
    yield _opened.reset()
    made = _opened.lesson("made")
    # After a lesson of the reader's the page restarts: it has run classes, and may have left something behind.
    ran = panel(made).get_attribute("data-code-state") != "original"
    with _opened.page.expect_navigation() if ran else nullcontext():
        do(made, "restore").click()
    _opened.ready()
    expect(panel(made)).to_have_attribute("data-code-state", "original")
    expect(panel(made).locator(".cm-content")).to_be_visible()
    made.rest()
    assert _opened.complaints == []


def test_the_page_opens_in_the_readers_language_on_the_lesson_of_the_readme(making: Essay) -> None:
    made = making.lesson("made")
    assert making.page.url.split("?")[0].endswith("/make-de.html")
    assert panel(made).locator("[data-first-text]").text_content() == FIRST
    assert made.loss == pytest.approx(195.25)
    assert made.section.locator(".slider:visible").count() == 1
    made.press("step")
    assert made.loss < 195
    assert violations(making.page) == []


def test_what_is_written_becomes_the_section(making: Essay) -> None:
    made = making.lesson("made")
    run(making, TWO, "changed")
    expect(panel(made).locator(".came")).to_have_text("Deine Lektion läuft.")
    assert made.section.locator(".slider:visible label").all_text_contents() == ["along (km)", "across"]
    before = made.pixels()
    expect(made.canvas("map")).to_be_visible()
    made.set("s2", -0.5)
    made.rest()
    assert (made.pixels() != before).any()
    assert np.unique(made.pixels("map").reshape(-1, 3), axis=0).shape[0] > 10
    made.press("step")
    assert made.loss < 195.25


def test_a_mistake_is_told_in_the_readers_language_at_its_line_and_the_lesson_goes_on(making: Essay) -> None:
    made = making.lesson("made")
    run(making, TWO, "changed")
    run(making, FIRST.replace("GOAL = 44.5", "GOAL = 444.5"), "mistaken")
    expect(panel(made).locator(".came")).to_contain_text(
        f"Zeile {GOAL}: Die Lektion ist schon gelöst, wo sie beginnt."
    )
    expect(
        panel(made).locator(".cm-line[data-mistake], .cm-line.mistake, [data-mistake]").first
    ).to_contain_text("444.5")
    assert made.section.locator(".slider:visible").count() == 2


@thorough
def test_a_link_shows_a_lesson_that_runs_when_run_is_pressed(making: Essay) -> None:
    made, elsewhere = making.lesson("made"), Making()
    elsewhere.run(TWO)
    elsewhere.do("move", "s2", -0.5)
    making.follow(elsewhere.session.fragment("made"))
    expect(panel(made).locator(".whose")).to_contain_text("Dieser Code kam mit einem Link.")
    expect(panel(made).locator(".cm-content")).to_contain_text("meeting-in-town")
    assert made.section.locator(".slider:visible").count() == 1
    do(made, "run").click()
    expect(panel(made)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    made.rest()
    assert made.values[:2] == (9, -0.5)


def test_a_lesson_that_runs_is_saved_as_a_file(making: Essay) -> None:
    made = making.lesson("made")
    run(making, TWO, "changed")
    with making.page.expect_download() as saved:
        do(made, "save-lesson").click()
    assert saved.value.suggested_filename == "lesson_60_meeting_in_town.py"
    assert Path(saved.value.path()).read_text(encoding="utf-8") == TWO
    run(making, "lesson = 3", "mistaken")
    do(made, "save-lesson").click()
    expect(panel(made).locator(".saved .told")).to_contain_text("nicht gesichert")
