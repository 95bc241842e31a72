"""The stages of lessons four to six at every stop of their films, in all languages; and models that copies leave as they were."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import OpenEssay
from tests.lessons.test_films import SEEN
from tests.support.essay import PATIENCE, pixels
from tests.support.often import thorough
from tools.languages.language import all_languages

LESSONS = ("choose-word", "ten-thousand", "attention")
WIDE, PHONE, SMALL = (1366, 650), (390, 844), (360, 740)
HERO = {
    1366: 44,
    390: 34,
    360: 34,
}  # CSS pixels, by the width of the window: the least that a model writes in
MOST_WORDS, MOST_CONTROLS, LEAST_LETTERS, MOST_PRESSES = 75, 9, 14, 30
CHANGED = 0.02  # of a stage's pixels: the least that a deed changes, where its words stay
USUAL = (("en", "choose-word", PHONE), ("en", "ten-thousand", SMALL), ("en", "attention", WIDE))
ALL = [
    pytest.param(*one, marks=() if one in USUAL else thorough)
    for one in (
        (language.code, lesson, size)
        for language in all_languages()
        for lesson in LESSONS
        for size in (WIDE, PHONE, SMALL)
    )
]
STOP = """(section) => {
    const clipped = part => part && (getComputedStyle(part).clipPath !== "none" || clipped(part.parentElement));
    const shown = part => {
        const {width, top, bottom} = part.getBoundingClientRect();
        return width > 1 && top >= 0 && bottom <= innerHeight + 1 && !clipped(part)
            && part.checkVisibility({visibilityProperty: true, opacityProperty: true});
    };
    const stage = section.querySelector(".workbench").getBoundingClientRect();
    const button = section.querySelector("[data-primary]"), box = button.getBoundingClientRect();
    const told = section.querySelector("p[data-told]").getBoundingClientRect();
    const words = new Intl.Segmenter(document.documentElement.lang, {granularity: "word"});
    const texts = [], walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, part = text.parentElement, range = document.createRange();
        if (!text.data.trim() || part.closest("canvas, .beat") || !shown(part)) continue;
        range.selectNodeContents(text);
        const size = parseFloat(getComputedStyle(part).fontSize);
        const lines = [...range.getClientRects()].map(({left, right, top, bottom}) => {
            const air = Math.max(0, bottom - top - 0.9 * size) / 2;
            return {left, right, top: top + air, bottom: bottom - air};
        });
        texts.push({part, size, lines, text: text.data.trim()});
    }
    const within = (one, room) => one.left > room.left - 1 && one.right < room.right + 1 && one.top > room.top - 1
        && one.bottom < room.bottom + 1;
    const window_ = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
    const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    const meet = (one, other) => one.lines.some(line => other.lines.some(two => over(line, two)));
    const [written] = [...section.querySelectorAll(".film-hero, .said-hero")].filter(shown);
    return {
        at: section.dataset.at, label: button.textContent, box: [box.x, box.y, box.width, box.height],
        words: texts.filter(one => !one.part.closest(".film-five, .film-heart ul, .said-heap"))
            .flatMap(one => [...words.segment(one.text)]).filter(one => one.isWordLike).length,
        controls: [...section.querySelectorAll("button:enabled:not(.beat), input:enabled, a")].filter(shown).length,
        smallest: Math.min(...texts.map(one => one.size)),
        hero: written ? parseFloat(getComputedStyle(written).fontSize) : null,
        out: texts.filter(one => !one.lines.every(line => within(line, one.part.closest(".workbench") ? stage : window_)))
            .map(one => one.text),
        over: texts.flatMap((one, at) => texts.slice(at + 1).filter(two => meet(one, two)).map(two => [one.text, two.text])),
        fits: within(stage, window_) && within(box, window_) && within(told, window_)
            && document.documentElement.scrollWidth <= innerWidth
            && (told.right <= stage.left ? told.bottom <= box.top : told.bottom <= stage.top),
        experiment: section.dataset.experiment ?? null,
        last: section.matches("[data-at=take-away]:has([aria-current] > p[data-says][data-told]:last-of-type)"),
    };
}"""
ASK = """(section, request) => new Promise(resolve => section.dispatchEvent(new CustomEvent("downhill:ask", {
    detail: {request: JSON.stringify(request), done: answer => resolve(JSON.parse(answer))},
})))"""
PRESS = """async (button, lesson) => {
    button.click();
    await new Promise(resolve => setTimeout(resolve, 50));
    if ((document.body.dataset.busy || "").startsWith(lesson)) button.click();
}"""


class Stop(NamedTuple):
    """What is to be seen where nothing moves.

    `words` are counted without sentences that a model wrote before, `controls` without the dashes of the beats.
    `out` are words that reach out of the stage or the window, `over` pairs of which one lies over the other; it
    `fits` where story, stage and button are in the window, beside or below one another. `last` is the lesson's end.
    """

    at: str
    label: str
    box: list[float]
    words: int
    controls: int
    smallest: float
    hero: float | None
    out: list[str]
    over: list[list[str]]
    fits: bool
    experiment: str | None
    last: bool


def at_rest(page: Page, lesson: str) -> Stop:
    """What is to be seen where nothing moves."""
    still = f"""() => !document.body.dataset.busy && document.querySelector("#{lesson}[data-staged]")
        && !document.querySelector("#{lesson}").getAnimations({{subtree: true}}).some(one => one.playState === "running")"""
    page.wait_for_function(still, timeout=3 * PATIENCE)
    page.evaluate("lesson => downhillIdle(lesson)", lesson)
    return Stop(**page.locator(f"#{lesson}").evaluate(STOP))


def press(page: Page, lesson: str) -> Stop:
    """Press the filled button, and once more, which ends what moves; what is to be seen then."""
    page.locator(f"#{lesson} [data-primary]").evaluate(PRESS, lesson)
    return at_rest(page, lesson)


def stage_of(page: Page, lesson: str) -> Locator:
    return page.locator(f"#{lesson} .workbench")


def pressed_through(page: Page, lesson: str) -> Iterator[tuple[Stop, np.ndarray, str]]:
    """Every stop of a lesson's film, with its stage as pixels and as words."""
    for _ in range(MOST_PRESSES):
        stop = at_rest(page, lesson)
        yield stop, pixels(stage_of(page, lesson)), stage_of(page, lesson).inner_text()
        if stop.last:
            return
        press(page, lesson)


@pytest.mark.real
@pytest.mark.parametrize(("code", "lesson", "size"), ALL)
def test_every_stop_has_room_for_all_of_its_words_and_every_deed_changes_the_stage(
    open_essay: OpenEssay, code: str, lesson: str, size: tuple[int, int]
) -> None:
    width, height = size
    rest = ("" if code == "en" else f"{code}.html") + f"#{lesson}"
    essay = open_essay(rest, beats=True, viewport={"width": width, "height": height}).ready()
    stops = [*pressed_through(essay.page, lesson)]
    assert len(stops) > MOST_PRESSES / 3
    go_on = essay.page.evaluate("JSON.parse(document.getElementById('words').textContent)['film.on']")
    for stop, _, _ in stops:
        assert stop.box == stops[0][0].box, stop
        assert stop.fits, stop
        assert not stop.out, stop
        assert not stop.over, stop
        assert stop.words <= MOST_WORDS, stop
        assert stop.controls <= MOST_CONTROLS, stop
        assert stop.smallest >= LEAST_LETTERS, stop
        assert stop.hero is None or stop.hero >= HERO[width], stop
    for (stop, before, said), (_, after, told) in pairwise(stops):
        if stop.label != go_on:
            assert said != told or (np.abs(before - after).max(axis=2) > 0).mean() >= CHANGED, stop
    seen = essay.page.evaluate("document.body.dataset.seen").split()
    wanted = SEEN[lesson].split()
    assert [name for name in seen if name in wanted] == wanted
    assert essay.complaints == []


def weighed(page: Page, lesson: str) -> Any:
    """What only the very same weights give, to the last digit: losses, or what is said with which probability."""
    fact = {"ten-thousand": "heart", "attention": "telling"}[lesson]
    found = page.locator(f"#{lesson}").evaluate(ASK, ["fact", fact])
    return found["now"] if lesson == "ten-thousand" else found


@thorough
def test_three_spoiled_copies_leave_the_model_as_it_was_whichever_way_they_are_left(
    open_essay: OpenEssay,
) -> None:
    lesson = "ten-thousand"
    page = open_essay("?beat=machine&shot=3#ten-thousand", beats=True).ready().page
    at_rest(page, lesson)
    press(page, lesson)
    kept = weighed(page, lesson)
    experiments = []
    for _ in range(4):
        experiments.append(press(page, lesson).experiment)
        assert weighed(page, lesson) != kept or len(experiments) == 1
    assert experiments == ["on", "on", "lies", "huge"]
    assert press(page, lesson).experiment is None
    assert weighed(page, lesson) == kept
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
        assert at_rest(page, lesson).experiment == "on"
        press(page, lesson)
        assert weighed(page, lesson) != kept
        leave(way)
        page.wait_for_timeout(500)
        at_rest(page, lesson)
        assert weighed(page, lesson) == kept, way
