"""The page read by keyboard and by ear, and what axe-core says of it in every state."""

import re

from playwright.sync_api import Locator, Route, expect

from downhill.text.format import PAGE
from tests.browser.conftest import PHONE, OpenEssay
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import LESSONS, Essay, Lesson, until
from tests.support.often import thorough


def test_axe_finds_nothing_on_the_live_page(essay: Essay) -> None:
    assert violations_light_and_dark(essay.page) == []


def test_axe_finds_nothing_on_a_phone(phone: Essay) -> None:
    assert violations(phone.page, words=True) == []


@thorough
def test_axe_finds_nothing_where_scripts_are_off(open_essay: OpenEssay, address: str) -> None:
    essay = open_essay(at="about:blank")  # axe is a script itself: the page's own are taken out instead

    page = essay.page

    def silent(route: Route) -> None:
        response = route.fetch()
        text = re.sub("<script.*?</script>", "", response.text(), flags=re.DOTALL)
        text = re.sub("(</?)noscript", r"\1div", text)
        route.fulfill(response=response, body=text.replace("(scripting: none)", "all"))

    page.route(re.compile(f"^{re.escape(address)}$|style.css$"), silent)
    page.goto(address)
    expect(page.get_by_text(PAGE["page.noscript"])).to_be_visible()
    assert violations(page) == []


def tell(essay: Essay, name: str) -> None:
    """What the pictures of a lesson say to a reader who hears the page."""
    lesson = essay.lesson(name)
    for canvas in lesson.section.locator("canvas:visible:not([aria-hidden])").all():
        reads = canvas.get_attribute("data-reads") is not None
        expect(canvas).to_have_role("application" if reads else "img")
        assert canvas.get_attribute("aria-label")
        sentence = lesson.shown("sentence").inner_text()
        points = canvas.get_attribute("data-points") is not None
        hints = [PAGE["picture.point"]] * points + [PAGE["picture.keys"]] * reads
        expect(canvas).to_have_accessible_description(" ".join([sentence, *hints]))


def test_every_canvas_has_a_name_and_the_sentence_that_is_true_now(essay: Essay) -> None:
    for name in LESSONS:
        tell(essay, name)


def test_a_slider_speaks_its_name_its_value_and_its_unit(essay: Essay) -> None:
    line = essay.lesson("line")
    line.set("m", 120)
    expect(line.slider("m")).to_have_attribute("aria-valuetext", "slope m: $120/sq\N{NO-BREAK SPACE}ft")
    line.set("b", -20)
    expect(line.slider("b")).to_have_attribute("aria-valuetext", "intercept b: \N{MINUS SIGN}$20k")


def test_the_sentence_is_spoken_when_a_drag_ends_and_not_during(essay: Essay) -> None:
    valley, voice = essay.lesson("valley"), essay.page.locator("#voice")
    before = voice.text_content()
    valley.slider("x").scroll_into_view_if_needed()
    box = valley.slider("x").bounding_box()
    assert box
    mouse, height = essay.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + 0.1 * box["width"], height)
    mouse.down()
    with valley.next_frame():
        mouse.move(box["x"] + 0.5 * box["width"], height, steps=5)
    valley.rest()
    assert voice.text_content() == before
    mouse.up()
    until(essay.page, lambda: voice.text_content() != before, "the sentence is spoken")
    assert valley.shown("sentence").inner_text() in (voice.text_content() or "")


def test_a_whole_lesson_can_be_played_by_keyboard_alone(essay: Essay) -> None:
    valley = essay.lesson("valley")
    valley.slider("x").focus()
    for _ in range(3):
        with valley.next_frame():
            essay.page.keyboard.press("PageUp")
    essay.page.keyboard.press("Tab")
    expect(valley.box("x")).to_be_focused()
    for _ in range(60):  # what is behind the slider comes first: places, links, the Python
        essay.page.keyboard.press("Tab")
        if valley.button("step").evaluate("button => button === document.activeElement"):
            break
    expect(valley.button("step")).to_be_focused()
    with valley.next_frame():
        essay.page.keyboard.press("Enter")
    essay.page.keyboard.press("Tab")
    expect(valley.button("play")).to_be_focused()
    essay.page.keyboard.press("Space")
    until(essay.page, lambda: valley.section.get_attribute("data-solved") == "true", "the lesson is solved")


def test_the_skip_link_is_the_first_stop_and_leads_to_the_first_lesson(open_essay: OpenEssay) -> None:
    essay = open_essay(asleep=True, **PHONE)
    essay.page.wait_for_selector("a.skip", state="attached")
    essay.page.keyboard.press("Tab")
    expect(essay.page.locator("a.skip")).to_be_focused()
    expect(essay.page.locator("a.skip")).to_have_attribute("href", f"#{LESSONS[0]}")


def reading(lesson: Lesson, picture: str) -> Locator:
    """The line under a picture that tells what is under the pointer."""
    return lesson.section.locator(f"figure.{picture} .reading")


def test_the_pointer_over_the_map_reads_its_numbers_and_says_nothing_aloud(essay: Essay) -> None:
    lesson, voice = essay.lesson("line"), essay.page.locator("#voice")
    canvas, line, before = lesson.canvas("map"), reading(lesson, "map"), voice.text_content()
    canvas.hover(position={"x": 200, "y": 100})
    expect(line).to_contain_text("sum of absolute errors $")
    expect(line).to_contain_text("slope m $")
    expect(lesson.shown("hand_moves")).to_have_text("0")
    assert voice.text_content() == before
    lesson.section.locator("h2").hover()
    expect(line).to_have_text(PAGE["read.map"])


@thorough
def test_arrow_keys_read_a_view_aloud_until_escape(essay: Essay) -> None:
    lesson, voice, keys = essay.lesson("line"), essay.page.locator("#voice"), essay.page.keyboard
    lesson.press("step10")
    lesson.rest()
    lesson.canvas("trace").focus()
    for key, start in (
        ("ArrowLeft", "move 9, machine: "),
        ("Home", "start: "),
        ("End", "move 10, machine: "),
    ):
        keys.press(key)
        expect(reading(lesson, "trace")).to_contain_text(start)
        expect(voice).to_contain_text(start)
    expect(voice).to_contain_text(lesson.shown("loss_shown").inner_text())
    assert violations(essay.page, f"#{lesson.name}") == []
    keys.press("Escape")
    expect(reading(lesson, "trace")).to_have_text(PAGE["read.trace"])
    lesson.canvas("map").focus()
    keys.press("ArrowUp")
    expect(voice).to_contain_text("slope m $")
    lesson.slider("m").focus()
    expect(reading(lesson, "map")).to_have_text(PAGE["read.map"])
    assert lesson.shown("hand_moves").inner_text() == "0"


def test_a_tap_on_the_trace_reads_the_move_under_it(phone: Essay) -> None:
    lesson = phone.lesson("valley")
    lesson.press("step10")
    lesson.canvas("trace").tap(position={"x": 60, "y": 60})
    expect(reading(lesson, "trace")).to_contain_text("start: value of f(x)")
