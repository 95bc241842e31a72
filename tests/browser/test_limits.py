"""What a link has locked can't be moved, what it has hidden is not there, and the rest is free."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenEssay
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay
from tests.support.often import a_few, thorough

STATE = "&v=2&line.m=77&valley.x=2"
LINK = (
    "?lock=line.m,valley.sliders,valley.machine,next-word.switches,line.error,line.own"
    f"&hide=line.b,views,line.play,challenges,valley.rate#line{STATE}"
)
HELD = "#line input[name=m]"


@pytest.fixture(scope="module")
def _held(_shared: OpenEssay) -> Essay:
    return _shared(LINK).ready()


@pytest.fixture
def held(_held: Essay) -> Essay:
    """The page with locked and hidden parts, as its link has put them."""
    _held.resets += 1
    _held.follow(f"again-{_held.resets}{STATE}", "replace")
    _held.rest()
    return _held


def pull(essay: Essay, selector: str, doing: str) -> None:
    """Let a script do something to a control."""
    essay.page.evaluate(
        f"""selector => {{
            const control = document.querySelector(selector);
            const send = (kind, Kind = Event, more = {{}}) =>
                control.dispatchEvent(new Kind(kind, {{ bubbles: true, cancelable: true, ...more }}));
            {doing}
        }}""",
        selector,
    )
    essay.rest()


@a_few(2)
@pytest.mark.parametrize(
    "doing",
    [
        "control.value = 10; send('input'); send('change');",
        "control.disabled = false; control.value = 10; send('input'); send('change');",
        "control.disabled = false; send('keydown', KeyboardEvent, { key: 'PageUp' });",
        "control.stepUp(5); send('input');",
    ],
)
def test_a_script_moves_no_locked_slider(held: Essay, doing: str) -> None:
    line = held.lesson("line")
    before = (line.values, line.loss)
    pull(held, HELD, doing)
    assert (line.values, line.loss) == before
    expect(line.box("m")).to_have_value("77")
    held.page.evaluate("document.querySelector('#line input[name=m]').disabled = true")


def test_keys_and_pointer_move_no_locked_slider(held: Essay) -> None:
    line = held.lesson("line")
    slider = line.slider("m")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    for part in (0.1, 0.9):
        held.page.mouse.click(box["x"] + part * box["width"], box["y"] + box["height"] / 2)
    held.page.keyboard.press("ArrowRight")
    line.rest()
    assert line.values[0] == 77


def test_no_number_is_typed_for_a_locked_slider(held: Essay) -> None:
    line = held.lesson("line")
    expect(line.box("m")).to_be_disabled()
    pull(held, "#line [data-box=m]", "control.disabled = false; control.value = '9'; send('change');")
    expect(line.box("m")).to_have_value("77")
    assert line.values[0] == 77


@a_few(1)
@pytest.mark.parametrize("action", ["step", "step10", "reset"])
def test_a_locked_button_does_nothing_however_it_is_pressed(held: Essay, action: str) -> None:
    valley = held.lesson("valley")
    before = (valley.values, valley.loss)
    pull(held, f"#valley [data-action={action}]", "control.disabled = false; control.click(); send('click');")
    assert (valley.values, valley.loss) == before
    expect(valley.shown("machine_steps")).to_have_text("0")


def test_a_locked_picture_gives_no_point_away(held: Essay) -> None:
    line = held.lesson("line")
    before = line.loss
    picture = line.canvas()
    picture.scroll_into_view_if_needed()
    for x in range(60, 500, 40):
        picture.click(position={"x": x, "y": 150})
    line.rest()
    assert line.loss == before


def test_what_is_hidden_is_neither_seen_nor_told_nor_reached_by_tab(held: Essay) -> None:
    page = held.page
    for hidden in (
        "#line .slider:has([name=b])",
        "#line .views",
        "#line [data-action=play]",
        "#line .challenges",
    ):
        assert page.locator(hidden).count() == 1
        expect(page.locator(hidden)).to_be_hidden()
    told = page.locator("main").aria_snapshot()
    assert "slope m" in told
    assert "intercept b" not in told
    page.locator("#line [data-action=step]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.action") == "reset"


def test_what_is_hidden_stays_hidden_when_views_are_shown(held: Essay) -> None:
    line = held.lesson("line")
    line.press("step10")
    line.section.locator("select[data-choice=data]").select_option(index=1)
    line.rest()
    for hidden in ("#line .slider:has([name=b])", "#line .views", "#line [data-action=play]"):
        expect(held.page.locator(hidden)).to_be_hidden()
    assert held.complaints == []


@thorough
def test_where_the_data_are_locked_no_point_is_dragged(open_essay: OpenEssay) -> None:
    essay = open_essay("?lock=line.data&embed=1#line").ready()
    line = essay.lesson("line")
    before = (line.loss, line.section.get_attribute("data-data"))
    picture = line.canvas()
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box
    for part in range(1, 20):
        essay.page.mouse.move(box["x"] + part * box["width"] / 20, box["y"] + box["height"] * 0.55)
        essay.page.mouse.down()
        essay.page.mouse.move(box["x"] + part * box["width"] / 20, box["y"] + box["height"] * 0.2, steps=3)
        essay.page.mouse.up()
    line.rest()
    assert (line.loss, line.section.get_attribute("data-data")) == before
    expect(line.section.locator("details.own textarea")).to_be_disabled()
    line.set("m", 100)


def test_the_page_says_that_something_is_locked_where_it_is(held: Essay) -> None:
    expect(held.page.locator("#line .limited")).to_have_count(1)
    expect(held.page.locator("#choose-word .limited")).to_have_count(0)


@thorough
def test_axe_finds_nothing_and_a_phone_never_scrolls_sideways(open_essay: OpenEssay) -> None:
    essay = open_essay(LINK, **PHONE).ready()
    assert violations(essay.page, words=True) == []
    assert essay.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@thorough
@a_few(1)
@pytest.mark.parametrize(
    "asked",
    [
        "lock=%3Cimg%20src=x%20onerror=alert(1)%3E,maths,donut.m,line.donut,..,line.,.m"
        f"&hide=__proto__,constructor,{'x' * 3000}&challenge=%3Cb%3E",
        "hide=%22]%7Bdisplay:none%7D%3C/style%3E%3Cscript%3Ealert(1)%3C/script%3E&challenge=line/donut",
    ],
)
def test_limits_that_make_no_sense_are_left_out_and_named(open_essay: OpenEssay, asked: str) -> None:
    essay = open_essay(f"?{asked}&lock=line.rate").ready()
    expect(essay.page.locator("#address-note")).to_contain_text("could not be read", timeout=PATIENCE)
    assert essay.page.locator('img[src="x"], [onerror]').count() == 0
    lesson = essay.lesson("line")
    lesson.set("m", 100)
    lesson.press("step")
    if asked.count("lock=") == 0:
        expect(lesson.slider("rate")).to_be_disabled()
    assert essay.complaints == []


@thorough
def test_of_a_model_training_and_weights_can_be_locked(open_essay: OpenEssay) -> None:
    essay = open_essay("?lock=machine,sliders#ten-thousand").ready()
    lesson = essay.lesson("ten-thousand")
    for action in ("play", "step", "reset", "reseed"):
        expect(lesson.button(action)).to_be_disabled()
    lesson.slider("weight").evaluate(
        "s => { s.disabled = false; s.value = 2; s.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    lesson.rest()
    assert float(lesson.slider("weight").input_value()) != 2
    expect(lesson.section.locator(".limited")).to_have_count(1)
    assert essay.complaints == []


def test_a_link_opens_with_the_challenge_that_it_names_and_locks_its_python(open_essay: OpenEssay) -> None:
    essay = open_essay("?challenge=line/hand&lock=line.challenges,line.python").ready()
    panel = essay.page.locator("#line .challenge")
    expect(panel).to_be_visible()
    expect(panel).to_have_attribute("data-state", "open")
    expect(panel.locator("[data-do=leave]")).to_be_disabled()
    assert essay.page.evaluate("document.activeElement.id") == "line-challenge"
    code = essay.page.locator("#line [data-code]")
    code.evaluate("panel => { panel.open = true }")
    expect(code.locator("[data-code-do='edit']")).to_be_disabled()
    assert essay.complaints == []
