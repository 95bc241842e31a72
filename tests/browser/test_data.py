"""Data sets, squares, the best line, the outlier and raw units, on the page."""

import re
from itertools import pairwise

import numpy as np
import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons
from downhill.lessons.lesson_20_line.datasets import SETS
from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, Lesson
from tests.support.player import Player


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons())


def choose_data(lesson: Lesson, name: str) -> None:
    lesson.rest()  # what came before has been answered, so that the next view is the answer to this
    with lesson.next_frame():
        lesson.section.locator("select[data-choice=data]").select_option(name)


def switch(lesson: Lesson, name: str) -> None:
    lesson.rest()
    with lesson.next_frame():
        lesson.section.locator(f"input[type=checkbox][data-choice={name}]").click()


def notes(lesson: Lesson) -> list[str]:
    return lesson.section.locator(".notes p").all_text_contents()


def test_another_data_set_brings_its_sliders_words_rows_and_source(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("line")
    numbers = lesson.section.locator("details.numbers:has(table.live)")
    numbers.locator("summary").click()
    for name in ("penguins", "sprint", "homes"):
        choose_data(lesson, name)
        view = model.choose("line", "data", name)
        lesson.wait_for_loss(view.loss)
        assert notes(lesson) == view.notes == [SETS[name].source]
        assert numbers.locator("thead th").all_text_contents() == view.columns
        rows = numbers.locator("tbody tr")
        expect(rows).to_have_count(len(view.table))
        last = [text.strip() for text in rows.last.locator("th, td").all_text_contents()]
        assert last == view.table[-1]
        expect(lesson.shown("sentence")).to_have_text(view.sentence)
        slider, ends = lesson.slider("b"), view.ends["b"]
        assert [float(slider.get_attribute(end) or "nan") for end in ("min", "max", "step")] == [*ends[:3]]
        expect(lesson.section.locator(".slider .unit").last).to_have_text(ends.unit)


def test_a_table_follows_while_it_is_closed(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("line")
    numbers = lesson.section.locator("details.numbers:has(table.live)")
    choose_data(lesson, "galaxies")
    lesson.set("m", 200.0)
    model.choose("line", "data", "galaxies")
    view = model.move("line", "m", 200.0)
    numbers.locator("summary").click()
    expect(numbers.locator("tbody tr")).to_have_count(len(view.table))
    assert numbers.locator("tbody tr").first.locator("th, td").all_text_contents() == view.table[0]


def test_squared_errors_are_drawn_as_squares_and_the_best_line_and_the_outlier_appear(essay: Essay) -> None:
    lesson = essay.lesson("line")
    seen = [lesson.pixels()]
    lesson.pick("squared")
    seen.append(lesson.pixels())
    for name in ("best", "outlier"):
        switch(lesson, name)
        seen.append(lesson.pixels())
    for before, after in pairwise(seen):
        assert (np.abs(before - after).max(axis=2) > 60).sum() > 100
    assert re.match(r"The best line has m = 83\.[01] and b = 14[23]\. Its error is ", notes(lesson)[0])
    assert notes(lesson)[1].startswith("One point, far off, and the best line turns")


def test_showing_the_best_line_keeps_the_run_and_the_loss_goes_on_from_there(essay: Essay) -> None:
    lesson = essay.lesson("line")
    lesson.press("step10")
    loss = lesson.loss
    switch(lesson, "best")
    assert lesson.loss == loss
    expect(lesson.shown("machine_steps")).to_have_text("10")


def test_in_raw_units_descent_crawls_at_the_largest_stable_rate_and_diverges_at_the_scaled_one(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson("line")
    lesson.pick("squared")
    switch(lesson, "raw")
    assert "21\N{NO-BREAK SPACE}million times" in notes(lesson)[0]
    for _ in range(8):
        lesson.press("step10")
    expect(lesson.section).to_have_attribute("data-verdict", "hopeless")
    expect(lesson.shown("said")).to_contain_text("no learning rate arrives soon")
    good = lesson.section.locator("[data-preset=good]")
    expect(good).to_have_attribute("aria-pressed", "true")
    expect(good).to_have_text("the best here")
    with lesson.next_frame():
        lesson.section.locator("[data-preset=big]").click()
    lesson.press("step10")
    expect(lesson.section).to_have_attribute("data-verdict", re.compile("diverging|held"))
    switch(lesson, "raw")
    expect(good).to_have_text("good")


def test_a_link_brings_data_set_switches_and_sliders_back(essay: Essay, model: Player) -> None:
    link = "line&v=1&line.data=air&line.error=squared&line.outlier=on&line.m=1.5&line.b=310"
    essay.follow(link)
    model.restore(link)
    lesson = essay.lesson("line")
    lesson.wait_for_loss(model.look("line").loss)
    expect(lesson.section.locator("select[data-choice=data]")).to_have_value("air")
    expect(lesson.section.locator("[data-choice=outlier]")).to_be_checked()
    assert lesson.values == (1.5, 310.0)


def test_axe_finds_nothing_with_everything_switched_on(essay: Essay) -> None:
    lesson = essay.lesson("line")
    choose_data(lesson, "braking")
    lesson.pick("squared")
    for name in ("best", "outlier", "raw"):
        switch(lesson, name)
    lesson.section.locator("details.numbers:has(table.live) summary").click()
    lesson.press("step10")
    assert violations_light_and_dark(essay.page, "#line") == []
    lesson.section.locator("details.numbers:has(table.live) summary").click()


def test_on_a_phone_no_data_set_makes_the_page_wider(phone: Essay) -> None:
    lesson = phone.lesson("line")
    for name in SETS:
        choose_data(lesson, name)
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
