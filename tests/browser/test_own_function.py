"""A function of the reader's own: typed, taken or told what is wrong, walked on, and kept in the address."""

import re

from playwright.sync_api import Locator, expect

from downhill.lessons.lesson_10_valley import FIRST
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson
from tests.support.often import thorough


def own(essay: Essay) -> Lesson:
    """The valley with a function of the reader's own."""
    valley = essay.lesson("valley")
    valley.pick("own")
    return valley


def field(valley: Lesson) -> Locator:
    """Where the function is typed."""
    return valley.section.get_by_label("f(x) =")


def mistake(valley: Lesson) -> Locator:
    """What is wrong with it."""
    return valley.section.locator(".mistake")


def enter(valley: Lesson, text: str) -> None:
    """Type a function and take it."""
    with valley.next_frame():
        field(valley).fill(text)
        field(valley).press("Enter")
    valley.rest()


def test_what_is_wrong_is_told_beside_the_field_with_its_place_marked(essay: Essay) -> None:
    valley = own(essay)
    loss = valley.loss
    enter(valley, "x + sinn(x)")
    expect(mistake(valley)).to_contain_text("“sinn” is not known here. Did you mean sin?")
    expect(mistake(valley)).to_have_attribute("aria-live", "polite")
    expect(mistake(valley).locator("mark")).to_have_text("sinn")
    expect(mistake(valley).locator("code")).to_have_text("x + sinn(x)")
    expect(field(valley)).to_have_attribute("aria-invalid", "true")
    expect(field(valley)).to_have_accessible_description(re.compile("Did you mean sin?"))
    expect(field(valley)).to_be_focused()
    assert valley.loss == loss
    essay.page.keyboard.type("sin")  # the wrong place is selected
    with valley.next_frame():
        essay.page.keyboard.press("Enter")
    expect(mistake(valley)).to_be_hidden()
    expect(field(valley)).to_have_value("x + sin(x)")
    expect(field(valley)).to_have_attribute("aria-invalid", "false")


@thorough
def test_all_of_it_works_by_keyboard_alone(essay: Essay) -> None:
    valley, keys = essay.lesson("valley"), essay.page.keyboard
    valley.section.locator("input[type=radio][value=flat-slope]").focus()
    for _ in range(3):  # from the one that is chosen; the radios are a group, and arrows go round
        if valley.section.locator("input[value=own]").is_checked():
            break
        keys.press("ArrowRight")
        valley.rest()
    expect(field(valley)).to_be_visible()
    for _ in range(8):  # it stands above the picture, the choice below the sliders
        keys.press("Shift+Tab")
        if field(valley).evaluate("field => field === document.activeElement"):
            break
    expect(field(valley)).to_be_focused()
    keys.press("Control+a")
    keys.type("|x|")
    keys.press("Enter")
    expect(valley.section.locator("[data-mathml]")).to_contain_text("|x|")
    valley.button("play").focus()
    keys.press("Enter")
    expect(valley.section).to_have_attribute("data-verdict", "hovering", timeout=PATIENCE)


def test_a_mangled_function_in_a_link_is_left_out_and_named(essay: Essay) -> None:
    valley = own(essay)
    enter(valley, "x +")
    essay.follow("valley&v=1&valley.shape=own&valley.f=x%20%2B%20%3Cb%3E")
    expect(essay.page.locator("#address-note")).to_contain_text("valley.f")
    expect(field(valley)).to_have_value(FIRST)
    expect(mistake(valley)).to_be_hidden()


@thorough
def test_axe_finds_nothing_beside_a_mistake(essay: Essay) -> None:
    valley = own(essay)
    enter(valley, "x + (2")
    assert violations_light_and_dark(essay.page, "#valley") == []


@thorough
def test_a_phone_has_room_for_it(phone: Essay) -> None:
    valley = own(phone)
    enter(valley, "1234567890.12345x^2 + sin(2x)cos(3x)/(1 + x^2) + why")
    box = field(valley).bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    enter(valley, "1234567890.12345x^2 + sin(2x)cos(3x)/(1 + x^2) + exp(-x^2)x^3 - tanh(x)")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
