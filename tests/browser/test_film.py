"""A robot that presses the filled button alone: from the first screen through the lessons that have a film."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.lessons.test_films import SEEN
from tests.support.beats import PATHS, go
from tests.support.essay import PATIENCE, Essay
from tests.support.often import thorough
from tools.pages.ending import SHOTS

FILMED = [lesson.id for lesson in every_lesson() if lesson.film]
WAYS = ["start valley line next-word", "choose-word", "ten-thousand", "attention"]
"""Stretches of the path, each walked on a page of its own that opens at the first of its lessons."""
SIZES = [(1366, 650), (390, 844), (360, 740)]
MOST_WORDS, MOST_CONTROLS, MOST_PRESSES, LEAST_LETTERS = 75, 7, 85, 14
CARD_WORDS = 95
"""On the card, which tells of all lessons."""
HERO = {1366: 44, 390: 34, 360: 34}
"""The least size of a sentence that a model writes, in windows of these widths."""
STOP = """() => {
    const inView = part => {
        const {top, bottom, width} = part.getBoundingClientRect();
        return width > 1 && top >= 0 && bottom <= innerHeight + 1;
    };
    const clipped = part => part && (getComputedStyle(part).clipPath !== "none" || clipped(part.parentElement));
    const shown = part => part.checkVisibility({visibilityProperty: true, opacityProperty: true}) && inView(part) && !clipped(part);
    const button = [...document.querySelectorAll("[data-primary]")].find(shown);
    const section = button?.closest("section");
    if (!section || document.body.dataset.busy || section.matches(".lesson[data-film]:not([data-staged])")) return null;
    if (section.getAnimations({subtree: true}).some(one => one.playState === "running")) return null;
    const texts = [], walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const part = walker.currentNode.parentElement, range = document.createRange();
        if (!walker.currentNode.data.trim() || part.closest("script, canvas, .beat") || !shown(part)) continue;
        range.selectNodeContents(walker.currentNode);
        const lines = [...range.getClientRects()].map(({left, right, top, bottom}) =>
            ({left, right, top: top + 0.2 * (bottom - top), bottom: bottom - 0.2 * (bottom - top)}));
        texts.push({part, text: walker.currentNode.data.trim(), size: parseFloat(getComputedStyle(part).fontSize), lines});
    }
    const stage = section.querySelector(".workbench").getBoundingClientRect();
    const inside = line => line.left >= stage.left && line.right <= stage.right && line.top >= stage.top && line.bottom <= stage.bottom;
    const over = (one, other) => Math.min(one.right, other.right) > Math.max(one.left, other.left) + 1
        && Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top) + 1;
    const meet = (one, other) => one.lines.some(line => other.lines.some(two => over(line, two)));
    const box = button.getBoundingClientRect();
    return {
        lesson: section.id, label: button.textContent, box: [box.x, box.y, box.width, box.height],
        words: texts.flatMap(one => one.text.split(/\\s+/)).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length,
        controls: [...section.querySelectorAll("button:enabled:not(.beat), input:enabled, a")].filter(shown).length,
        smallest: Math.min(...texts.map(one => one.size)),
        hero: Math.min(...texts.filter(one => one.part.closest(".writes p, .hero-line, .said-hero")).map(one => one.size), 99),
        out: texts.filter(one => one.part.closest(".workbench") && !one.lines.every(inside)).map(one => one.text),
        over: texts.flatMap((one, at) => texts.slice(at + 1).filter(other => meet(one, other)).map(other => [one.text, other.text])),
        scrolls: document.documentElement.scrollWidth > innerWidth,
        seen: (document.body.dataset.seen || "").split(" "),
        payoff: [...section.querySelectorAll("[data-payoff]")].map(part => part.textContent).join(" "),
    };
}"""
"""What is to be seen once the stage is set and nothing moves: null before."""


class Stop(NamedTuple):
    """What is to be seen where nothing moves.

    `words`, and what can be pressed, `controls`, are counted below the top bar; the dashes of the beats are one list. `out` are
    words that reach out of the stage, `over` pairs of words of which one lies over the other.
    """

    lesson: str
    label: str
    box: list[float]
    words: int
    controls: int
    smallest: float
    hero: float
    out: list[str]
    over: list[list[str]]
    scrolls: bool
    seen: list[str]
    payoff: str


def at_rest(page: Page) -> Stop:
    """What is to be seen where nothing moves."""
    return Stop(**page.wait_for_function(STOP, timeout=2 * PATIENCE).json_value())


def pressed_through(page: Page, lessons: list[str]) -> Iterator[Stop]:
    """Every stop of the way through these lessons; a second press ends what moves."""
    for _ in range(MOST_PRESSES):
        stop = at_rest(page)
        if stop.lesson not in lessons:
            return
        yield stop
        button = page.locator(f"#{stop.lesson} [data-primary]")
        button.click()
        button.evaluate("button => document.body.dataset.busy && button.click()")


@pytest.mark.parametrize(
    "way", [WAYS[0], *(pytest.param(way, marks=thorough) for way in WAYS[1:])], ids=lambda way: way.split()[0]
)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_whoever_only_presses_the_filled_button_sees_the_film_in_order(
    open_essay: OpenEssay, width: int, height: int, way: str
) -> None:
    lessons = way.split()
    at = "" if lessons[0] == "start" else f"#{lessons[0]}"
    essay: Essay = open_essay(at, beats=True, viewport={"width": width, "height": height}).ready()
    stops = []
    for stop in pressed_through(essay.page, lessons):
        stops.append(stop)
        assert not stop.scrolls, stop
        assert not stop.out, stop
        assert not stop.over, stop
        assert stop.words <= MOST_WORDS, stop
        assert stop.controls <= MOST_CONTROLS, stop
        assert stop.smallest >= LEAST_LETTERS, stop
        assert stop.hero >= HERO[width], stop
    assert stops[-1].lesson == lessons[-1], "the way ends before the last lesson"
    assert {tuple(stop.box) for stop in stops} == {tuple(stops[0].box)}
    if width == 1366:
        assert stops[0].box == [32, 510, 324, 60]
    labels = [stop.label for stop in stops]
    assert all(one != other or one == PAGE["film.on"] for one, other in pairwise(labels))
    wanted = " ".join(SEEN.get(id_, "nonsense trained") for id_ in lessons).split()
    assert [name for name in stops[-1].seen if name in wanted] == wanted
    assert essay.complaints == []


def test_an_address_plays_its_shots_and_the_state_fits_its_sentence(open_essay: OpenEssay) -> None:
    page = open_essay("?beat=what-if&shot=2#valley", beats=True).ready().page
    stop = at_rest(page)
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
    found = [*pressed_through(page, ["valley"])]
    assert [name for name in found[-1].seen if name in SEEN["valley"].split()] == SEEN["valley"].split()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_behind_the_last_lesson_the_same_button_leads_to_a_trillion_and_to_the_card(
    open_essay: OpenEssay, width: int, height: int
) -> None:
    address = f"?beat=take-away#{FILMED[-1]}"
    essay: Essay = open_essay(address, beats=True, viewport={"width": width, "height": height}).ready()
    page, stops = essay.page, list[Stop]()
    page.wait_for_function(f"'staged' in document.getElementById('{FILMED[-1]}').dataset")
    while not stops or stops[-1].label != PAGE["ending.rest.go"]:
        stop = at_rest(page)
        assert stop
        stops.append(stop)
        page.locator(f"#{stop.lesson} [data-primary]").click()
    assert [stop.lesson for stop in stops] == [FILMED[-1], *4 * ["closing"]]
    assert [stop.label for stop in stops[1:]] == [PAGE[f"ending.{shot}.go"] for shot in SHOTS]
    assert {tuple(stop.box) for stop in stops} == {tuple(stops[0].box)}
    for stop in stops[1:]:
        assert not stop.scrolls, stop
        assert not stop.out, stop
        assert stop.words <= (CARD_WORDS if stop is stops[-1] else MOST_WORDS), stop
        assert stop.controls <= MOST_CONTROLS, stop
        assert stop.smallest >= LEAST_LETTERS, stop
    assert stops[-1].seen[-2:] == ["trillion", "card"]
    inside = """() => {
        const [card, stage] = ["[data-keepsake]", ".workbench"].map(
            name => document.querySelector(`#closing ${name}`).getBoundingClientRect());
        return card.top >= stage.top && card.bottom <= stage.bottom && card.left >= stage.left && card.right <= stage.right;
    }"""
    assert page.evaluate(inside)
    assert page.locator("[data-kept=made_up] .value").inner_text()
    assert essay.complaints == []
    expect(page.locator(".closing [data-below]")).to_be_focused()


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
    assert stop
    assert (stop.lesson, stop.label) == ("line", every_lesson()[1].words["beat.try.go"])
    assert page.locator("canvas.bridge").count() == 0
    assert essay.complaints == []
