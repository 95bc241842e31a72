"""Ways downhill on the page: chosen by keyboard, played, compared, linked, and shown in numbers and in Python."""

import re

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons, all_models
from tests.browser.conftest import OpenEssay
from tests.support.axe import violations_light_and_dark
from tests.support.beats import open_tools
from tests.support.essay import Essay, Lesson, until
from tests.support.player import Player


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons(), all_models())


def choose(lesson: Lesson, way: str) -> None:
    """Choose a way with the pointer."""
    with lesson.next_frame():
        lesson.section.locator(f"[data-way={way}]").check(force=True)


def test_a_way_is_chosen_by_keyboard_and_keeps_what_its_own_slider_says(essay: Essay, model: Player) -> None:
    lesson, keys = essay.lesson("valley"), essay.page.keyboard
    lesson.section.locator("[data-way=plain]").focus()
    with lesson.next_frame():
        keys.press("ArrowRight")
    view = model.set_way("valley", "momentum")
    expect(lesson.section.locator("[data-way=momentum]")).to_be_checked()
    expect(lesson.section.locator(".ways > p")).to_have_text(view.way["said"])
    expect(lesson.slider("rate")).to_have_attribute("aria-valuetext", view.rate_shown)
    beta = lesson.section.get_by_role("slider", name=re.compile("^β"))
    expect(beta).to_have_count(1)
    expect(beta).to_have_attribute("aria-valuetext", view.way["dials"][0]["spoken"])
    beta.focus()
    with lesson.next_frame():
        keys.press("ArrowRight")
    share = 1 - float(f"{10**-1.01:.3g}")
    assert model.set_beta("valley", "beta", share).way["dials"][0]["spoken"] == beta.get_attribute(
        "aria-valuetext"
    )
    lesson.press("step10")
    lesson.wait_for_loss(model.step("valley", 10).loss)
    lesson.rest()
    assert violations_light_and_dark(essay.page, "#valley .ways") == []


def test_runs_of_all_ways_from_one_start_are_compared_and_a_link_brings_them_back(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson("line")
    for way in ("plain", "momentum", "adam"):
        if way != "plain":
            choose(lesson, way)
        model.set_way("line", way)
        lesson.press("step10")
        model.step("line", 10)
        with lesson.next_frame():
            lesson.button("keep").click()
        kept = model.keep("line").kept
        lesson.press("again")
        model.again("line")
        lesson.rest()
    listed = lesson.section.locator("li[data-kept]:visible")
    assert listed.locator("p").all_text_contents() == [f"{name}: {end}" for _, name, end in kept]
    strokes = listed.locator("svg path").evaluate_all(
        "all => all.map(one => getComputedStyle(one).strokeDasharray)"
    )
    assert len({*strokes}) == 3
    fragment = model.fragment("line")
    until(essay.page, lambda: essay.page.url.endswith(f"#{fragment}"), "the address says so")
    choose(lesson, "plain")
    until(essay.page, lambda: "way=" not in essay.page.url, "the address says that it is plain")
    essay.page.evaluate("hash => { location.hash = hash }", fragment)
    expect(lesson.section.locator("[data-way=adam]")).to_be_checked()
    lesson.rest()
    assert listed.locator("p").all_text_contents() == [f"{name}: {end}" for _, name, end in kept]


def test_the_memory_is_shown_in_numbers_and_the_function_that_runs_in_python(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson("valley")
    for panel in ("details.maths", "details.python"):
        lesson.section.locator(panel).evaluate("details => { details.open = true }")
    choose(lesson, "momentum")
    model.watch("valley", True)
    model.watch_python("valley", True)
    model.set_way("valley", "momentum")
    for _ in range(2):
        lesson.press("step")
        view = model.step("valley", 1)
        lesson.rest()
        assert lesson.section.locator("[data-maths=rule]").locator("i").count() == 1
        expect(lesson.section.locator("[data-maths='x.formula'] i")).to_have_count(1)
        shown = lesson.section.locator("[data-worked-out='momentum:1']")
        expect(shown).to_have_text(view.python["momentum:1"])
    expect(lesson.section.locator(".maths p.rule").first).to_be_hidden()
    expect(lesson.section.locator("[data-function=step]")).to_be_hidden()
    line = lesson.section.locator("[data-function=momentum] li > code").first
    assert line.get_attribute("aria-describedby") == shown.first.get_attribute("id")
    choose(lesson, "plain")
    expect(lesson.section.locator("[data-function=momentum]")).to_be_hidden()
    expect(lesson.section.locator(".maths p.rule").first).to_be_visible()


def test_a_model_learns_with_adam_as_it_does_natively(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("ten-thousand")
    choose(lesson, "adam")
    model.set_way("ten-thousand", "adam")
    for _ in range(3):
        lesson.press("step")
        view = model.step("ten-thousand", 1)
    lesson.wait_for_loss(view.loss)
    expect(lesson.slider("rate")).to_have_attribute("aria-valuetext", view.rate_shown)
    low, high = (float(lesson.slider("rate").get_attribute(end) or "nan") for end in ("min", "max"))
    assert (low, high) == (-4.0, 0.0)
    choose(lesson, "plain")
    lesson.press("reset")


def test_the_ways_are_in_tools(open_essay: OpenEssay) -> None:
    essay = open_essay("#valley", asleep=True, beats=True).loaded()
    for name in ("valley", "line"):
        tools = open_tools(essay.page, name)
        expect(tools.locator("[data-way=plain]")).to_be_in_viewport()
        essay.page.keyboard.press("Escape")
        expect(tools).to_be_hidden()
