"""A robot that presses the filled button alone: from the first screen through all lessons to the card at the end."""

import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.lessons.test_films import SEEN
from tests.support.axe import FADED, violations_light_and_dark
from tests.support.beats import PATHS, go
from tests.support.essay import PATIENCE, pixels
from tests.support.often import thorough
from tests.support.stops import Stop, at_rest, press, pressed_through
from tools.languages.language import all_languages
from tools.pages.ending import SHOTS

WANTED = " ".join(
    ["nonsense trained", *(SEEN[lesson.id] for lesson in every_lesson()), "trillion card"]
).split()
SIZES = [(1366, 650), (390, 844), (360, 740)]
USUAL, ON_ITS_SIDE = [("en", SIZES[0]), ("en", SIZES[2])], ("en", (844, 390))
WAYS = [
    pytest.param(*way, marks=() if way in USUAL else (thorough, pytest.mark.real))
    for way in (*((language.code, size) for language in all_languages() for size in SIZES), ON_ITS_SIDE)
]
CHANGED = 0.02
"""Of a stage's pixels: the least that a deed changes, where its words stay."""
ASK = """(section, request) => new Promise(resolve => section.dispatchEvent(new CustomEvent("downhill:ask", {
    detail: {request: JSON.stringify(request), done: answer => resolve(JSON.parse(answer))},
})))"""


def changed(before: np.ndarray, now: np.ndarray) -> float:
    """The share of a stage's pixels that are others; all of them where it has another size."""
    return 1.0 if before.shape != now.shape else float((before != now).any(axis=2).mean())


def weighed(page: Page) -> Any:
    """What only the very same weights of lesson five's model give, to the last digit: two losses."""
    return page.locator("#ten-thousand").evaluate(ASK, ["fact", "heart"])["now"]


@pytest.mark.parametrize(("code", "size"), WAYS)
def test_whoever_only_presses_the_filled_button_sees_the_film_from_the_first_screen_to_the_card(
    open_optimized: OpenEssay, code: str, size: tuple[int, int]
) -> None:
    width, height = size
    rest = "?patience=240" if code == "en" else f"{code}.html?patience=240"
    essay = open_optimized(rest, beats=True, viewport={"width": width, "height": height}).ready()
    page, stops, faults, stages, kept, own = essay.page, list[Stop](), list[str](), [], [], []
    for stop in pressed_through(page):
        stage = page.locator(f"#{stop.lesson} .workbench")
        stops.append(stop)
        faults += stop.faults(width)
        stages.append((stage.inner_text(), pixels(stage)))
        if stop.seen[-1] in ("it-writes", "kept", "made-up"):
            kept.append(weighed(page))
            own.append(page.locator("#ten-thousand .film-hero").inner_text())
    assert not faults
    assert stops[-1].is_card
    assert stops[-1].seen == WANTED
    assert {tuple(stop.box) for stop in stops} == {tuple(stops[0].box)}
    assert width != 1366 or stops[0].box == [32, 510, 324, 60]
    same = []
    for (stop, after), ((said, before), (told, now)) in zip(pairwise(stops), pairwise(stages), strict=True):
        assert stop.goes_on or stop.label != after.label
        assert after.seen == stop.seen or after.payoff, after
        same += [stop] * (not stop.goes_on and said == told and changed(before, now) < CHANGED)
    assert len(same) <= 1, same  # the bars of lesson two flash, and are as they were
    assert len(kept) > 2
    assert all(one == kept[0] for one in kept), "the model is another one"
    assert page.locator("[data-kept=sentence] .value").inner_text() == own[0]
    assert essay.complaints == []


def test_an_address_plays_its_shots_a_reload_goes_on_and_the_next_lesson_begins_at_its_beginning(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?beat=what-if&shot=2#valley", beats=True).ready()
    page = essay.page
    stop = at_rest(page)
    assert stop.label == "Huge steps"
    assert {"verdict-valley", "same-trap"} <= {*stop.seen}
    assert "Gone: 2.5 billion to the left." in press(page).payoff
    page.wait_for_url(re.compile("valley.rate="))
    page.goto(
        page.url.replace("beat=what-if&shot=2", "")
    )  # an address with a state; the device remembers the place
    essay.ready()
    assert at_rest(page).label == "Walk downhill"  # a link leads where it led, whatever is remembered
    go(page, "valley", "machine")
    at_rest(page)
    page.locator("#valley [data-primary]").click()  # in the middle of the walk
    page.reload()
    essay.ready()
    assert at_rest(page).label == "Let it walk"
    assert essay.lesson("valley").values[0] == pytest.approx(-4.6)
    assert "The same trap." in press(page).payoff
    page.locator(".lessons a[href='#line']").click()
    for name, value in (("m", "60"), ("b", "226")):  # where its film begins
        expect(essay.lesson("line").slider(name)).to_have_js_property("value", value)


def test_a_link_with_values_shows_them_in_the_pictures_of_the_story(open_essay: OpenEssay) -> None:
    wide = {"width": 1366, "height": 650}
    page = open_essay("#next-word&v=2&next-word.cat_animals=2", beats=True, viewport=wide).ready().page
    at_rest(page)
    assert "I pet the cat" in page.locator("#next-word .workbench").inner_text()
    empty = pixels(page.locator("#next-word .workbench"))[240:440]  # where the second prompt comes later
    assert (empty[:, 20:-20] == empty[0, 20]).all()


def test_a_press_before_python_is_done_as_soon_as_it_is_there(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True).loaded().page
    button = page.locator("#valley [data-primary]")
    button.click()
    expect(button).to_have_text("This is the bottom", timeout=4 * PATIENCE)
    expect(page.locator("#valley .notice")).to_be_hidden()


def test_the_filled_button_can_be_read_while_its_shot_plays(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True, asleep=True).loaded().page
    page.locator("#valley [data-primary]").evaluate("button => button.setAttribute('aria-busy', 'true')")
    page.evaluate(FADED)
    assert violations_light_and_dark(page, "#valley [data-primary]") == []


def test_where_python_never_comes_the_button_leads_through_the_sentences(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True, asleep=True).loaded().page
    button, told = page.locator("#valley [data-primary]"), page.locator("#valley [data-told]:visible")
    button.click()
    expect(page.locator("#valley .notice")).to_contain_text("done as soon as it is ready")
    page.evaluate("document.documentElement.dataset.python = 'failed'")
    expect(button).to_have_text(PAGE["film.on"])
    shots = page.locator("#valley .beats [data-shots] p[data-says]").all_text_contents()
    assert len(shots) > len(PATHS["valley"])
    for text in shots:
        expect(told).to_have_text(text)
        button.focus()
        page.keyboard.press("Enter")
        if text != shots[-1]:
            expect(button).to_be_focused()
    expect(page.locator("#line h2")).to_be_focused()


def test_a_locked_slider_is_waited_for_by_no_shot_and_nothing_is_claimed_of_its_move(
    open_essay: OpenEssay,
) -> None:
    page = open_essay("?lock=valley.x#valley", beats=True).ready().page
    stop = press(page, hurries=False)
    assert stop.label == PAGE["film.on"]
    assert stop.payoff == "It still goes down here."
    expect(page.locator("#valley [data-told]")).to_contain_text("Move the slider to walk.")


def test_in_a_frame_the_last_shot_leads_back_to_the_first(open_essay: OpenEssay) -> None:
    page = open_essay("?embed=1&beats=6#valley", beats=True).ready().page
    button = page.locator("#valley [data-primary]")
    at_rest(page)
    expect(button).to_have_text(PAGE["film.again"])
    button.click()
    at_rest(page)
    expect(button).to_have_text(PAGE["film.again"])
    expect(page.locator("#valley")).to_have_attribute("data-at", "take-away")


def test_for_a_class_all_is_larger_by_one_factor_and_a_clicker_presses_the_filled_button(
    open_essay: OpenEssay,
) -> None:
    page = open_essay("?present=1#valley", beats=True, viewport={"width": 1920, "height": 1080}).ready().page
    at_rest(page)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("#valley :is(.headline, [data-told], .primary), .lessons a")]
            .filter(part => part.checkVisibility())
            .map(part => parseFloat(getComputedStyle(part).fontSize) * part.currentCSSZoom)"""
    )
    assert min(sizes) > 23
    assert page.evaluate("document.querySelector('#valley .screen').getBoundingClientRect().bottom") <= 1081
    for _ in range(2):  # the second press ends what moves
        page.keyboard.press("PageDown")
    at_rest(page)
    expect(page.locator("#valley [data-primary]")).to_have_text("This is the bottom")


def test_without_motion_every_payoff_comes_in_one_jump(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True, reduced_motion="reduce").ready().page
    found = [*pressed_through(page, ("valley",))]
    assert [name for name in found[-1].seen if name in SEEN["valley"].split()] == SEEN["valley"].split()


def test_the_end_needs_no_python(open_essay: OpenEssay) -> None:
    page = open_essay("?patience=120#closing", beats=True, asleep=True).loaded().page
    button, card = page.locator("#closing [data-primary]"), page.locator("[data-keepsake]")
    for shot, payoff in zip(
        SHOTS[1:], ("trillion", PAGE["ending.nobody"], PAGE["keepsake.title"]), strict=True
    ):
        button.click()
        button.click()
        expect(button).to_have_text(PAGE[f"ending.{shot}.go"], timeout=PATIENCE)
        expect(page.locator("#closing .workbench")).to_contain_text(payoff)
    assert page.evaluate("document.body.dataset.seen") == "trillion card"
    expect(card).to_be_visible()
    page.locator("#closing .beat").first.click()
    expect(button).to_have_text(PAGE["ending.zoom.go"])
    expect(card).to_be_hidden()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_one_stage_becomes_the_next_a_press_ends_that_and_without_motion_it_is_a_cut(
    open_essay: OpenEssay, motion: str
) -> None:
    """What flies is noted by the page itself, for it may be over before a test looks."""
    essay = open_essay("#valley", beats=True, reduced_motion=motion).ready()
    page = essay.page
    page.evaluate(
        "window.flown = []; new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(part => "
        "part.className === 'bridge' && flown.push(document.body.dataset.busy)))).observe(document.body, {childList: true})"
    )
    at_rest(page)
    page.locator("#valley [data-beat=take-away] .beat").click()
    at_rest(page)
    page.locator("#valley [data-primary]").click()
    expect(page.locator("#line h2")).to_be_focused()
    assert page.evaluate("flown") == (["bridge"] if motion == "no-preference" else [])
    if page.evaluate("document.body.dataset.busy") == "bridge":
        page.locator("#line [data-primary]").click()
    stop = at_rest(page)
    assert (stop.lesson, stop.label) == ("line", every_lesson()[1].words["beat.try.go"])
    assert page.locator("canvas.bridge").count() == 0
    assert essay.complaints == []


@thorough
def test_three_spoiled_copies_leave_the_model_as_it_was_whichever_way_they_are_left(
    open_essay: OpenEssay,
) -> None:
    lesson = "ten-thousand"
    page = open_essay("?beat=machine&shot=3#ten-thousand", beats=True).ready().page
    at_rest(page)
    press(page)
    kept = weighed(page)
    experiments = []
    for _ in range(4):
        experiments.append(press(page).experiment)
        assert weighed(page) != kept or len(experiments) == 1
    assert experiments == ["on", "on", "lies", "huge"]
    assert press(page).experiment is None
    assert weighed(page) == kept
    dashes = page.locator(f"#{lesson} .beats > li:not([hidden])")

    def leave(way: str) -> None:
        if way == "dash":
            dashes.nth(2).locator(".beat").click()
        elif way == "reload":
            page.reload()
        else:
            page.evaluate("location.hash = location.hash + '&valley.x=1'")
            if way == "back":
                page.go_back()

    for way in ("dash", "link", "back", "reload"):
        dashes.nth(3).locator(".beat").click()
        assert at_rest(page).experiment == "on"
        press(page)
        assert weighed(page) != kept
        leave(way)
        page.wait_for_timeout(500)
        at_rest(page)
        assert weighed(page) == kept, way
