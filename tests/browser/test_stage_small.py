"""Stages with little room: nothing lies over the rest, and an open challenge leaves picture and button in view."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenEssay
from tests.support.axe import violations_beat_by_beat
from tests.support.beats import IDS, PATHS, beat_by_beat, go
from tests.support.essay import PATIENCE, Essay, Lesson
from tests.support.often import a_few, thorough

SIZES = {
    "phone": (390, 844),
    "phone with bars": (390, 664),
    "small phone": (320, 568),
    "landscape": (844, 390),
    "chromebook": (1366, 650),
    "tablet": (820, 1180),
}
COVERED = """lesson => {
    const parts = lesson.querySelectorAll(":is(.beat, .pick, .primary, .unfold button, .slider input[type=range], .card, .keep button)");
    const there = [...parts].filter(part => seen(part) && part.offsetWidth > 8);
    const middle = part => { const {left, top, width, height} = part.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
    return there.map(part => [part, ...middle(part)]).filter(([part, x, y]) => x < innerWidth && y > 0 && y < innerHeight)
        .map(([part, x, y]) => [part, document.elementFromPoint(x, y)])
        .filter(([part, top]) => top && !part.contains(top) && !top.contains(part) && !part.parentElement.contains(top))
        .map(([part, top]) => [part.textContent.trim() || part.className, top.className]);
}"""
"""What of a stage's parts has something else over its middle."""


@pytest.fixture
def live(_in_beats: Essay) -> Essay:
    """The page in beats, without tempo."""
    return _in_beats


def resized(essay: Essay, size: tuple[int, int]) -> Page:
    """The page in a window of that width and height, at its start."""
    essay.page.set_viewport_size({"width": size[0], "height": size[1]})
    return essay.reset().page


def in_view(lesson: Lesson) -> None:
    """Picture and filled button are whole in the window."""
    for part in (":is(.pictures .frame, .film-parts):visible", "[data-primary]"):
        expect(lesson.section.locator(part).first, f"{lesson.name} {part}").to_be_in_viewport(ratio=0.98)


def test_an_open_challenge_leaves_picture_and_button_in_view_on_a_phone(live: Essay) -> None:
    page = resized(live, SIZES["phone"])
    for name in IDS:
        lesson = live.lesson(name)
        go(page, name, "challenge")
        lesson.section.locator("[data-primary]").click()
        expect(lesson.section.locator(".challenge")).to_be_visible()
        lesson.rest()
        in_view(lesson)
        go(page, name, "take-away")
        in_view(lesson)
        lesson.section.locator("[data-do=leave]").click()
        lesson.rest()


@a_few(2)
@pytest.mark.parametrize("language", ["index", "de", "zh-Hans"])
def test_nothing_of_a_stage_lies_over_another_part(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, asleep=True).loaded().page
    page.locator("#failure").evaluate(
        "box => box.remove()"
    )  # Python never starts here, which is told after a while
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for name, beat, covered in beat_by_beat(page, COVERED):
            assert covered == [], (width, name, beat)


def test_the_way_on_leads_to_the_heading_of_the_next_lesson_also_while_its_python_is_open(
    live: Essay,
) -> None:
    page = resized(live, SIZES["landscape"])
    for _ in range(2):
        go(page, "line", "take-away")
        page.wait_for_function("!document.body.dataset.busy")
        page.locator("#line [data-primary]").click()
        expect(page.locator("#next-word h2")).to_be_focused(timeout=PATIENCE)
        page.locator("#next-word button[data-python]").click()  # it takes the beats' place


@a_few(1)
@pytest.mark.parametrize(
    "size", [(320, 640), *(pytest.param(size, marks=thorough) for size in [(390, 844), (1366, 768)])]
)
def test_axe_finds_nothing_in_any_beat(live: Essay, size: tuple[int, int]) -> None:
    assert violations_beat_by_beat(resized(live, size)) == []


def test_no_lesson_s_title_is_cut_short_on_the_smallest_phone(live: Essay) -> None:
    page = resized(live, (320, 640))
    cut = """lesson => [...lesson.querySelectorAll(".headline")].filter(seen)
        .map(title => [title.textContent, title.scrollWidth > title.clientWidth || getComputedStyle(title).whiteSpace === "nowrap"])"""
    for name, beat, found in beat_by_beat(page, cut):
        assert [is_cut for _, is_cut in found] == [False], (name, beat, found)


WHOLE = """async (lesson, item) => Promise.all(
    [...item.querySelectorAll("p"), ...lesson.querySelectorAll(".beat, [data-primary]")].filter(seen).map(share))"""


def test_large_letters_leave_words_dashes_and_button_in_view(open_essay: OpenEssay) -> None:
    page = open_essay("?theme=projector", beats=True, asleep=True).loaded().page
    page.set_viewport_size({"width": 1366, "height": 650})
    for name, beat, shares in beat_by_beat(page, WHOLE):
        assert len(shares) >= len(PATHS[name]) + 2, (name, beat)
        assert min(shares) >= 0.98, (name, beat)


FILLED = """lesson => [...document.querySelectorAll(`#${lesson} button`)]
    .filter(button => button.checkVisibility({visibilityProperty: true}))
    .filter(button => !["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor].includes(getComputedStyle(button).backgroundColor))
    .map(button => button.dataset.action || button.dataset.act)"""


def test_all_at_once_every_sentence_is_told_and_a_lesson_has_one_filled_button(open_essay: OpenEssay) -> None:
    page = open_essay("?all", beats=True, asleep=True).loaded().page
    every = page.locator("#line [data-says]").count()
    expect(page.locator("#line [data-beat] > p[data-says]:visible")).to_have_count(every)
    assert page.evaluate(FILLED, "choose-word") == ["draw"]
    for name in ("valley", "line", "next-word", "ten-thousand"):
        assert page.evaluate(FILLED, name) == ["play"]
