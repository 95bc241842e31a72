"""The first screen: a hill in fog that one walks on before Python is there, and that Python takes over."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from downhill.lessons import all_lessons
from downhill.lessons.lesson_10_valley.reels import START
from tests.browser.conftest import OpenEssay
from tests.browser.test_early import early, wake
from tests.browser.test_pictures import difference
from tests.support.essay import pixels
from tests.support.often import a_few
from tests.support.player import Player

pytestmark = pytest.mark.usefixtures("typeface")
NAME = "valley"
PLACE = "() => parseFloat(document.querySelector('.sketch .spot').style.left)"
WALKED = ("ArrowRight",) * 14 + ("ArrowLeft",) * 4
JUMP = 2.5
"""How far apart the two pictures may be on average, in levels of 255: Python draws the trail, too."""


def across(x: float) -> float:
    """Where a place lies in the picture, in percent of its axis."""
    return (x + 5.2) / 10.4 * 100


def walk(page: Page, *keys: str) -> None:
    slider = page.locator("#valley input[name=x]")
    for key in keys:
        slider.press(key)


def begun(*names: str) -> Player:
    """The lesson natively, where its story begins; of what that sets only the choices of these names, if any."""
    model = Player(all_lessons())
    for name, option in model.state(NAME).plain.beat_choices["try"].items():
        if not names or name in names:
            model.choose(NAME, name, option)
    return model


def test_before_python_the_ball_walks_in_fog(open_essay: OpenEssay) -> None:
    essay = open_essay(beats=True, asleep=True).loaded()
    page, model = essay.page, begun()
    lesson = essay.lesson(NAME)
    expect(lesson.shown("loss_shown")).to_have_text(model.look(NAME).loss_shown)
    expect(lesson.section.locator(".mist")).to_be_visible()
    walk(page, *["ArrowRight"] * 10, "ArrowLeft")
    model.move(NAME, "x", -3.55)
    expect(lesson.shown("loss_shown")).to_have_text(model.look(NAME).loss_shown)
    expect(lesson.box("x")).to_have_value("\N{MINUS SIGN}3.55")
    assert page.evaluate(PLACE) == pytest.approx(across(-3.55), abs=0.01)
    expect(lesson.section.locator(".notice")).to_be_hidden()
    lesson.type("x", "-3,1")
    model.move(NAME, "x", -3.1)
    expect(lesson.shown("loss_shown")).to_have_text(model.look(NAME).loss_shown)
    assert page.evaluate(PLACE) == pytest.approx(across(-3.1), abs=0.01)


@pytest.mark.parametrize(
    ("keys", "way"), [((), [START]), (WALKED, [-3.95, -3.3, -3.5])], ids=["still", "walked"]
)
def test_python_takes_the_walk_over_without_a_jump(
    browser: Browser, site: Path, keys: tuple[str, ...], way: list[float]
) -> None:
    with early(browser, site, beats=True) as (essay, server):
        lesson, model = essay.lesson(NAME), begun()
        essay.page.emulate_media(reduced_motion="reduce")  # clouds stand still
        walk(essay.page, *keys)
        frame = lesson.canvas().locator("xpath=..")
        before = pixels(frame)
        wake(essay, server)
        lesson.rest()
        model.move(NAME, "x", way)
        expect(lesson.slider("x")).to_have_value(f"{way[-1]:g}")
        assert lesson.loss == pytest.approx(model.look(NAME).loss)
        if keys:  # else the film has put the ball where it begins
            assert difference(before, pixels(frame)) < JUMP


def test_a_prepared_link_begins_in_fog_as_its_story_says(open_essay: OpenEssay) -> None:
    essay = open_essay("?lock=rate&hide=python,views#valley", beats=True, asleep=True).loaded()
    expect(essay.lesson(NAME).section.locator(".sketch")).to_be_visible()
    essay = open_essay("?lock=rate,valley.x&hide=python#valley", beats=True).ready()
    lesson, told = essay.lesson(NAME), begun().look(NAME)
    lesson.rest()
    expect(lesson.shown("sentence")).to_have_text(told.sentence)
    assert lesson.loss == pytest.approx(told.loss)
    assert essay.complaints == []


@a_few(2)
@pytest.mark.parametrize(
    ("rest", "shape", "fog"),
    [
        ("#valley&v=2&valley.x=1", "bowl", "clear"),
        ("?lock=valley.shape", "bowl", "fog"),
        ("?hide=valley.fog", "two-valleys", "clear"),
        ("?hide=valley.shape&lock=rate,valley.fog#valley", "bowl", "clear"),
    ],
)
def test_what_a_link_fixes_or_brings_the_story_does_not_set(
    open_essay: OpenEssay, rest: str, shape: str, fog: str
) -> None:
    section = open_essay(rest, beats=True, asleep=True).loaded().lesson(NAME).section
    expect(section.locator(".sketch")).to_be_hidden()
    assert section.locator("[data-choice=shape]:checked").get_attribute("value") == shape
    assert section.locator("[data-choice=fog]:checked").get_attribute("value") == fog


@a_few(1)
@pytest.mark.parametrize(("fixed", "left"), [("lock=valley.shape", "fog"), ("hide=valley.fog", "shape")])
def test_a_story_that_may_set_only_a_part_begins_with_that(
    open_essay: OpenEssay, fixed: str, left: str
) -> None:
    lesson, model = open_essay(f"?{fixed}", beats=True).ready().lesson(NAME), begun(left)
    lesson.rest()
    expect(lesson.shown("sentence")).to_have_text(model.look(NAME).sentence)
    assert lesson.loss == pytest.approx(model.look(NAME).loss)
