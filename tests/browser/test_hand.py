"""The reader's hand: pointer, keys and typed numbers."""

import json

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from tests.support.essay import Essay, Lesson, until

MODELS = {lesson.id: lesson for lesson in all_lessons()}


def native_loss(name: str, *values: float) -> float:
    model = MODELS[name]
    return float(model.chosen(model.first_choices()).measure_at(values).loss)


def thumb(lesson: Lesson, name: str, share: float) -> tuple[float, float]:
    """A point on a slider, in pixels of the page's view: `share` of the way from its left end to its right."""
    slider = lesson.slider(name)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    return box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2


def test_a_drag_by_the_pointer_moves_the_slider_and_all_that_depends_on_it(essay: Essay) -> None:
    lesson, before = essay.lesson("line"), essay.lesson("line").pixels()
    mouse = essay.page.mouse
    mouse.move(*thumb(lesson, "m", 0.1))
    mouse.down()
    mouse.move(*thumb(lesson, "m", 0.5), steps=12)
    mouse.up()
    lesson.rest()
    m, b = lesson.values
    assert 140 <= m <= 160
    assert b == 244
    lesson.wait_for_loss(native_loss("line", m, b))
    expect(lesson.box("m")).to_have_value(f"{m:.0f}")
    expect(lesson.shown("hand_moves")).to_have_text("1")
    assert (lesson.pixels() != before).any()


def test_what_is_being_typed_stays_while_the_machine_moves_the_slider(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    box, before = lesson.box("x"), lesson.values
    box.press("End")
    box.press_sequentially("9")
    typed = box.input_value()
    lesson.button("step").dispatch_event("click")
    until(lesson.page, lambda: lesson.values != before, "the machine has moved the slider")
    lesson.rest()
    expect(box).to_be_focused()
    expect(box).to_have_value(typed)


def spot(canvas: Locator, across: float, down: float, left: int = 58, right: int = 14) -> tuple[float, float]:
    """A point on a picture, in pixels of the page's view: shares of its axes' width and of its whole height.

    `left` and `right` of the axes lie that many pixels.
    """
    canvas.evaluate("canvas => canvas.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = canvas.bounding_box()
    assert box
    return box["x"] + left + across * (box["width"] - left - right), box["y"] + down * box["height"]


def test_a_click_on_the_map_puts_both_sliders_there_in_one_move(essay: Essay) -> None:
    lesson = essay.lesson("line")
    before = lesson.pixels()
    with lesson.next_frame():
        essay.page.mouse.click(*spot(lesson.canvas("map"), 0.5, 0.3))
    lesson.rest()
    m, b = lesson.values
    assert m in (149, 150, 151)
    assert b != 244
    lesson.wait_for_loss(native_loss("line", m, b))
    expect(lesson.box("m")).to_have_value(f"{m:.0f}")
    expect(lesson.shown("hand_moves")).to_have_text("1")
    until(essay.page, lambda: f"line.m={m:.0f}" in essay.page.url, "the address tells of it")
    assert (lesson.pixels() != before).any()


def test_a_tap_on_the_curve_puts_the_slider_under_it(phone: Essay) -> None:
    lesson = phone.lesson("valley")
    with lesson.next_frame():
        phone.page.touchscreen.tap(*spot(lesson.canvas(), 0.5, 0.3, 0, 0))
    lesson.rest()
    (x,) = lesson.values
    assert abs(x) <= 0.1
    lesson.wait_for_loss(native_loss("valley", x))
    expect(lesson.shown("hand_moves")).to_have_text("1")


def test_a_swipe_that_begins_on_the_map_scrolls_the_page_and_moves_no_slider(phone: Essay) -> None:
    lesson, page = phone.lesson("line"), phone.page
    x, y = spot(lesson.canvas("map"), 0.5, 0.5)
    before, finger = page.evaluate("scrollY"), page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(10, 160, 10):
        point = {"x": x, "y": y - way}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, lambda: page.evaluate("scrollY") > before + 50, "the page has scrolled")
    lesson.rest()
    expect(lesson.shown("hand_moves")).to_have_text("0")


@pytest.mark.parametrize(
    "slider", ["section#valley [name=x]", "section#line [name=rate]", ".model [name=weight]"]
)
def test_a_thumb_that_moves_is_laid_out_alone(essay: Essay, slider: str) -> None:
    browser = essay.page.context.browser
    assert browser
    essay.rest()
    browser.start_tracing(page=essay.page, categories=["devtools.timeline"])
    essay.page.locator(slider).evaluate("""async (slider) => {
      const value = slider.value, shown = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (const moved of [slider.max, slider.min, value]) {
        slider.value = moved;
        await shown();
        await shown();
      }
    }""")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    laid_out = [event["args"]["endData"]["layoutRoots"] for event in events if event["name"] == "Layout"]
    assert laid_out
    assert {root["nodeName"].split()[0] for roots in laid_out for root in roots} == {"INPUT"}
