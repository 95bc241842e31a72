"""Ways downhill on the page: their lines are described, their switches are in Tools."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.axe import violations_light_and_dark
from tests.support.beats import open_tools
from tests.support.essay import Essay


def test_a_line_of_the_way_that_is_chosen_is_described_by_what_it_works_out(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    lesson.section.locator("details.python").evaluate("details => { details.open = true }")
    with lesson.next_frame():
        lesson.section.locator("[data-way=momentum]").check(force=True)
    function = lesson.section.locator("[data-function=momentum]")
    value = function.locator("[data-worked-out]").first.get_attribute("id")
    expect(function.locator("li > code").first).to_have_attribute("aria-describedby", value or "none")
    lesson.rest()
    assert violations_light_and_dark(essay.page, "#valley .ways") == []


def test_the_ways_are_in_tools(open_essay: OpenEssay) -> None:
    essay = open_essay("#valley", asleep=True, beats=True).loaded()
    for name in ("valley", "line"):
        tools = open_tools(essay.page, name)
        expect(tools.locator("[data-way=plain]")).to_be_in_viewport()
        essay.page.keyboard.press("Escape")
        expect(tools).to_be_hidden()
