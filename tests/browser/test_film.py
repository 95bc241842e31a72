"""A robot that presses the filled button alone: from the first screen through the lessons that have a film."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.lessons.test_films import SEEN
from tests.support.beats import PATHS, go
from tests.support.essay import PATIENCE, Essay
from tests.support.often import thorough

FILMED = [lesson.id for lesson in every_lesson() if lesson.film]
SIZES = [(1366, 650), (390, 844), (360, 740)]
MOST_WORDS, MOST_CONTROLS, MOST_PRESSES, LEAST_LETTERS = 75, 9, 90, 14
STOP = """() => {
    const inView = part => {
        const {top, bottom, width} = part.getBoundingClientRect();
        return width > 0 && top >= 0 && bottom <= innerHeight + 1;
    };
    const shown = part => part.checkVisibility({visibilityProperty: true}) && inView(part);
    const button = [...document.querySelectorAll("[data-primary]")].find(shown);
    if (!button) return null;
    const section = button.closest("section"), main = section.querySelector(".screen");
    const box = button.getBoundingClientRect();
    const texts = [...main.querySelectorAll(".rail > .headline, .rail > p, .beats p, .over p, .hero-line, .under, .pick, .primary")]
        .filter(shown);
    const letters = texts.map(part => parseFloat(getComputedStyle(part).fontSize));
    const words = texts.flatMap(part => part.textContent.split(/\\s+/)).filter(Boolean).length;
    const stage = section.querySelector(".workbench").getBoundingClientRect();
    const out = [...section.querySelectorAll(".over > p, .pick")].filter(part => {
        const range = document.createRange();
        range.selectNodeContents(part);
        const place = range.getBoundingClientRect();
        return place.left < stage.left || place.right > stage.right || place.top < stage.top || place.bottom > stage.bottom;
    }).map(part => part.textContent);
    return {
        lesson: section.id, label: button.textContent, box: [box.x, box.y, box.width, box.height], words,
        controls: [...main.querySelectorAll("button, input, a")].filter(part => shown(part) && !part.matches(".beat")).length,
        smallest: Math.min(...letters), out,
        scrolls: document.documentElement.scrollWidth > innerWidth,
        seen: (document.body.dataset.seen || "").split(" "),
        payoff: [...section.querySelectorAll("[data-payoff]")].map(part => part.textContent).join(" "),
    };
}"""


class Stop(NamedTuple):
    """What is to be seen where nothing moves."""

    lesson: str
    label: str
    box: list[float]
    words: int
    controls: int
    smallest: float
    out: list[str]
    scrolls: bool
    seen: list[str]
    payoff: str


def at_rest(page: Page) -> Stop | None:
    """What is to be seen where nothing moves; None where no filled button is."""
    page.wait_for_function("!document.body.dataset.busy", timeout=2 * PATIENCE)
    found: dict[str, Any] | None = page.evaluate(STOP)
    return Stop(**found) if found else None


def pressed_through(page: Page) -> Iterator[Stop]:
    """Every stop of the way to the end of the films; a second press ends what moves."""
    for _ in range(MOST_PRESSES):
        stop = at_rest(page)
        if stop is None or stop.lesson not in ("start", *FILMED):
            return
        yield stop
        button = page.locator(f"#{stop.lesson} [data-primary]")
        button.click()
        if page.evaluate("document.body.dataset.busy || ''").startswith(stop.lesson):
            button.click()


@thorough
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_whoever_only_presses_the_filled_button_sees_the_film_in_order(
    open_essay: OpenEssay, width: int, height: int
) -> None:
    essay: Essay = open_essay(beats=True, viewport={"width": width, "height": height}).ready()
    stops = [*pressed_through(essay.page)]
    assert stops[-1].lesson == FILMED[-1], "the way ends before the last film"
    on_path = stops
    assert {tuple(stop.box) for stop in on_path} == {tuple(on_path[0].box)}
    if width == 1366:
        assert on_path[0].box == [32, 510, 324, 60]
    for stop in on_path:
        assert not stop.scrolls, stop
        assert not stop.out, stop
        assert stop.words <= MOST_WORDS, stop
        assert stop.controls <= MOST_CONTROLS, stop
        assert stop.smallest >= LEAST_LETTERS, stop
    labels = [stop.label for stop in on_path]
    assert all(one != other or one == PAGE["film.on"] for one, other in pairwise(labels))
    wanted = ["nonsense", "trained", *" ".join(SEEN.get(id_, "") for id_ in FILMED).split()]
    assert [name for name in stops[-1].seen if name in wanted] == wanted
    assert essay.complaints == []


def test_an_address_plays_its_shots_and_the_state_fits_its_sentence(open_essay: OpenEssay) -> None:
    page = open_essay("?beat=what-if&shot=2#valley", beats=True).ready().page
    page.wait_for_function("document.body.dataset.busy")
    stop = at_rest(page)
    assert stop
    assert stop.label == "Huge steps"
    assert {"verdict-valley", "same-trap"} <= {*stop.seen}
    page.locator("#valley [data-primary]").click()
    page.locator("#valley [data-primary]").click()
    stop = at_rest(page)
    assert stop
    assert "Gone: 2.5 billion to the left." in stop.payoff


def test_a_reload_goes_on_at_its_shot_and_the_next_lesson_begins_at_its_beginning(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?beat=what-if&shot=2#valley", beats=True).ready()
    page = essay.page
    at_rest(page)
    page.wait_for_url(re.compile("valley.rate="))
    page.goto(
        page.url.replace("beat=what-if&shot=2", "")
    )  # an address with a state; the device remembers the place
    essay.ready()
    first = at_rest(page)
    assert first
    assert first.label == "Walk downhill"  # a link leads where it led, whatever is remembered
    go(page, "valley", "machine")
    at_rest(page)
    page.locator("#valley [data-primary]").click()  # in the middle of the walk
    page.reload()
    essay.ready()
    again = at_rest(page)
    assert again
    assert again.label == "Let it walk"
    assert essay.lesson("valley").values[0] == pytest.approx(-4.6)
    page.locator("#valley [data-primary]").click()
    page.locator("#valley [data-primary]").click()
    stop = at_rest(page)
    assert stop
    assert "The same trap." in stop.payoff
    page.locator(".lessons a[href='#line']").click()
    for name, value in (("m", "60"), ("b", "226")):  # where its film begins
        expect(essay.lesson("line").slider(name)).to_have_js_property("value", value)


def test_a_press_before_python_is_done_as_soon_as_it_is_there(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True).loaded().page
    button = page.locator("#valley [data-primary]")
    button.click()
    expect(button).to_have_text("This is the bottom", timeout=4 * PATIENCE)
    expect(page.locator("#valley .notice")).to_be_hidden()


def test_where_python_never_comes_the_button_leads_through_the_sentences(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True, asleep=True).loaded().page
    button, told = page.locator("#valley [data-primary]"), page.locator("#valley [data-told]:visible")
    button.click()
    expect(page.locator("#valley .notice")).to_contain_text("done as soon as it is there")
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
    at_rest(page)
    page.locator("#valley [data-primary]").click()
    stop = at_rest(page)
    assert stop
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
    found = [stop for stop in pressed_through(page) if stop.lesson == "valley"]
    assert SEEN["valley"].split() == [name for name in found[-1].seen if name in SEEN["valley"].split()]
