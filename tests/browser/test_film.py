"""A robot that presses the filled button alone: from the first screen through the lessons that have a film."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.lessons.test_films import SEEN
from tests.support.essay import PATIENCE, Essay
from tests.support.often import thorough
from tools.pages.ending import SHOTS

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
    assert "billion" in stop.payoff


def test_without_motion_every_payoff_comes_in_one_jump(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", beats=True, reduced_motion="reduce").ready().page
    found = [stop for stop in pressed_through(page) if stop.lesson == "valley"]
    assert SEEN["valley"].split() == [name for name in found[-1].seen if name in SEEN["valley"].split()]


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
        assert stop.words <= MOST_WORDS, stop
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
    expect(page.locator(".closing [data-rest]")).to_be_focused()


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
