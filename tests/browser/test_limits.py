"""What a link has locked can't be moved, what it has hidden is not there, and the rest is free."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay
from tests.support.often import a_few, thorough

STATE = "&v=2&line.m=77&valley.x=2"
LINK = (
    "?lock=line.m,valley.sliders,valley.machine,next-word.switches,line.error,line.data"
    f"&hide=line.b,views,line.play,challenges,valley.rate#line{STATE}"
)


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


SLIDER, BOX = "#line input[name=m]", "#line [data-box=m]"


@a_few(2)
@pytest.mark.parametrize(
    ("selector", "doing"),
    [
        (SLIDER, "control.value = 10; send('input'); send('change');"),
        (SLIDER, "control.disabled = false; control.value = 10; send('input'); send('change');"),
        (SLIDER, "control.disabled = false; send('keydown', KeyboardEvent, { key: 'PageUp' });"),
        (BOX, "control.disabled = false; control.value = '9'; send('change');"),
        ("#valley [data-action=step]", "control.disabled = false; control.click(); send('click');"),
        ("#valley [data-action=step10]", "control.disabled = false; control.click(); send('click');"),
    ],
)
def test_a_script_moves_nothing_that_is_locked(held: Essay, selector: str, doing: str) -> None:
    line, valley = held.lesson("line"), held.lesson("valley")
    before = (line.values, line.loss, valley.values, valley.loss)
    pull(held, selector, doing)
    assert (line.values, line.loss, valley.values, valley.loss) == before
    expect(line.box("m")).to_have_value("77")
    expect(valley.shown("machine_steps")).to_have_text("0")
    held.page.locator(selector).evaluate("control => { control.disabled = true }")


def test_keys_and_pointer_move_no_locked_slider_and_no_point_of_locked_data(held: Essay) -> None:
    line, page = held.lesson("line"), held.page
    before = (line.values, line.loss, line.section.get_attribute("data-data"))
    line.slider("m").click(force=True, position={"x": 20, "y": 8})
    page.keyboard.press("ArrowRight")
    picture = line.canvas()
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box
    for part in range(1, 20):
        x, y = box["x"] + part * box["width"] / 20, box["y"] + box["height"] * 0.55
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x, y - box["height"] * 0.35, steps=3)
        page.mouse.up()
    line.rest()
    assert (line.values, line.loss, line.section.get_attribute("data-data")) == before
    expect(line.section.locator("details.own textarea")).to_be_disabled()


def test_what_is_hidden_is_neither_seen_nor_told_nor_reached_by_tab(held: Essay) -> None:
    page = held.page
    held.lesson("line").press("step10")
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
    expect(page.locator("#line .limited")).to_have_count(1)
    expect(page.locator("#choose-word .limited")).to_have_count(0)
    assert violations(page, "#line") == []
    assert held.complaints == []


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
