"""The stage: in every beat of every lesson, picture, sliders, words and the one filled button are in view together."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from downhill.session.beat_texts import BEATS
from tests.browser.conftest import OpenEssay, closed_after
from tests.support.beats import IDS, PATHS, beat_by_beat, go, open_rest
from tests.support.essay import Essay
from tests.support.often import a_few, thorough

SIZES = {
    "chromebook": (1366, 650),
    "projector": (1920, 1080),
    "tablet": (820, 1180),
}
PARTS = "[data-stage], [data-stage] :is(.pictures > .picture:first-child, .film-picture) .frame, .slider input[type=range], [data-primary]"
DRAWN = "[data-stage] :is(.frame, .film-parts > *)"
"""What a stage has to show: pictures, or, in lesson five, what its model writes."""
BOXES = """([lesson, parts]) => [...document.querySelectorAll(`#${lesson} .screen :is(${parts})`)]
    .filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => [part.name || part.className || part.tagName, part.getBoundingClientRect()])
    .map(([name, box]) => [name, box.left, box.top, box.right, box.bottom])"""
THUMB = 17
"""CSS pixels from the middle of a slider's thumb to its edge: so far a slider may stand out of a stage at whose edge it ends."""
COVERED = """(lesson, item) => {
    const box = part => part.getBoundingClientRect();
    const over = (one, other) => Math.min(one.right, other.right) > Math.max(one.left, other.left) + 1
        && Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top) + 1;
    const told = [...item.querySelectorAll("[data-says]")];
    const before = told.filter(text => "told" in text.dataset);
    const covered = told.filter(one => {
        for (const text of told) text.toggleAttribute("data-told", text === one);
        return [...lesson.querySelectorAll("[data-stage], [data-primary]")].some(part => over(box(one), box(part)));
    });
    for (const text of told) text.toggleAttribute("data-told", before.includes(text));
    return covered.map(text => text.textContent);
}"""
"""The sentences of a beat, each shot's, that the stage or the filled button would lie over."""
STAGE = f"""async (lesson, item) => ({{
    current: item.getAttribute("aria-current"),
    told: await Promise.all([...item.querySelectorAll("p")].filter(seen).map(share)),
    boxes: ({BOXES})([lesson.id, "{PARTS}"]),
    drawn: [...lesson.querySelectorAll("{DRAWN}")].filter(seen).length,
    filled: [...lesson.querySelectorAll("button:not([aria-pressed])")].filter(seen)
        .filter(one => !["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor]
            .includes(getComputedStyle(one).backgroundColor)).length,
    covered: ({COVERED})(lesson, item),
}})"""

UNDONE = """() => document.querySelectorAll(".beats > li").forEach(beat => {
    for (const name of ["did", "done", "was"]) delete beat.dataset[name];
})"""
"""What was done in the beats is forgotten."""


@pytest.fixture(scope="module")
def _staged(_shared: OpenEssay) -> Iterator[Essay]:
    yield from closed_after(_shared(beats=True))


@pytest.fixture(scope="module", params=SIZES, ids=list(SIZES))
def staged(request: pytest.FixtureRequest, _staged: Essay) -> Essay:
    """The page in beats, at its start, in a window of that size."""
    width, height = SIZES[request.param]
    _staged.page.set_viewport_size({"width": width, "height": height})
    _staged.page.evaluate(UNDONE)
    return _staged.reset()


def test_picture_sliders_words_and_button_are_in_view_in_every_beat(staged: Essay) -> None:
    hold_the_stage(staged.page, IDS)


def hold_the_stage(page: Page, lessons: list[str]) -> None:
    """Picture, sliders, words and button of each lesson are in view in every beat, and none lies over the button."""
    size: Any = page.viewport_size
    for lesson, beat, found in beat_by_beat(page, STAGE, lessons):
        at, boxes = (lesson, beat, size), {name: box for name, *box in found["boxes"]}
        assert found["current"] == "step", at
        assert 1 <= len(found["told"]) <= 2, at  # a title and a sentence
        assert min(found["told"]) >= 0.98, at
        for name, left, top, right, bottom in found["boxes"]:
            assert -THUMB <= left < right <= size["width"] + THUMB, (at, name)
            assert -0.5 <= top < bottom <= size["height"] + 0.5, (at, name, top, bottom)
        assert {"workbench", "primary"} <= {*boxes}, at
        assert found["drawn"] >= 1, at
        assert not overlap(boxes["primary"], boxes["workbench"]), at
        assert found["covered"] == [], at
        assert found["filled"] == 1, at


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes, left, top, right, bottom, lie over each other."""
    return all(min(one[side + 2], other[side + 2]) - max(one[side], other[side]) > 1 for side in (0, 1))


@a_few(1)
def test_tools_open_beside_the_stage_and_give_the_focus_back(staged: Essay) -> None:
    page = staged.page
    go(page, "line", "machine")
    button, tools = page.locator("#line [data-tools]"), page.locator("#line-tools")
    expect(tools).to_be_hidden()
    button.click()
    expect(tools).to_be_visible()
    expect(tools.locator("[data-close]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(tools).to_be_hidden()
    expect(button).to_be_focused()


@a_few(1)
def test_arrow_keys_go_from_beat_to_beat_of_the_path(staged: Essay) -> None:
    page = staged.page
    go(page, "next-word", "try")
    path = PATHS["next-word"]
    for key, beat in (
        ("ArrowDown", path[1]),
        ("PageDown", path[2]),
        ("PageDown", path[3]),
        ("ArrowUp", path[2]),
    ):
        page.keyboard.press(key)
        expect(page.locator("#next-word .beats > [aria-current=step]")).to_have_attribute("data-beat", beat)
        expect(page.locator(f"#next-word [data-beat={beat}] button")).to_be_focused()


TOLD = "[data-beat] > p[data-says]:visible"


def test_all_at_once_is_kept_on_the_device_and_taken_back(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", asleep=True, beats=True).loaded().page
    shown, headings = page.locator(f"#valley {TOLD}"), page.locator("#valley .headline:visible")
    expect(shown).to_have_count(1)
    expect(headings).to_have_count(1)
    every = page.locator("#valley [data-says]").count()
    assert every >= len(BEATS)
    open_rest(page.locator("#valley"))
    page.locator("#valley [data-all]").click()
    expect(shown).to_have_count(every)
    expect(headings).to_have_count(0)  # each beat's own says the same
    expect(page.locator("#valley-more")).to_be_visible()
    page.reload()
    expect(shown).to_have_count(every)
    page.locator("#valley [data-all]").click()
    expect(shown).to_have_count(1)


def test_a_shorter_film_leaves_lessons_and_beats_out(open_essay: OpenEssay) -> None:
    essay = open_essay("?film=short", asleep=True, beats=True).loaded()
    expect(essay.page.locator("#valley .beats > li:not([hidden])")).to_have_count(3)
    told = essay.page.locator(".lessons a[data-told]").evaluate_all("links => links.map(link => link.hash)")
    assert told == ["#valley", "#next-word", "#ten-thousand"]


def test_before_python_is_there_a_beat_says_what_it_is_about(open_essay: OpenEssay) -> None:
    page = open_essay("#valley", asleep=True, beats=True).loaded().page
    for beat in ("name", "machine", "take-away"):
        item = go(page, "valley", beat)
        expect(item.locator("p[data-says]:visible")).to_have_count(1)
        assert page.locator("#valley [data-primary]").inner_text() == item.get_attribute("data-go")


@thorough
def test_a_challenge_of_a_link_is_told_beside_its_stage(open_essay: OpenEssay) -> None:
    essay = open_essay("?challenge=line/hand", viewport={"width": 1366, "height": 650}, beats=True).ready()
    section = essay.lesson("line").section
    expect(section.locator("[data-beat=challenge]")).to_have_attribute("aria-current", "step")
    expect(section.locator(".challenge")).to_be_in_viewport()
    expect(section.locator("canvas[data-picture=picture]")).to_be_in_viewport(ratio=1)
    expect(section.locator("[data-primary]")).to_be_in_viewport(ratio=1)


PHONES = {
    "phone": (390, 844),
    "phone with bars": (390, 664),
    "small phone": (320, 568),
    "landscape": (844, 390),
}
OPENED = [*zip(["index", "de", "pt-BR", "zh-Hans"], PHONES, strict=True)]
"""Languages, each with another phone to be opened on; its window becomes that of the others afterwards."""


@a_few(2)
@pytest.mark.parametrize(("language", "first"), OPENED)
def test_on_a_phone_picture_sliders_words_and_button_are_in_view(
    open_essay: OpenEssay, language: str, first: str
) -> None:
    width, height = PHONES[first]
    options = {"viewport": {"width": width, "height": height}, "is_mobile": True, "has_touch": True}
    page = open_essay(f"{language}.html", beats=True, asleep=True, **options).loaded().page
    for name in sorted(PHONES, key=lambda name: name != first):
        page.set_viewport_size({"width": PHONES[name][0], "height": PHONES[name][1]})
        hold_the_stage(page, IDS)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONES[name][0]


FRAMES = [(1000, 640), (390, 664)]


@a_few(1)
@pytest.mark.parametrize("lesson", IDS)
def test_a_lesson_fits_a_frame(open_essay: OpenEssay, lesson: str) -> None:
    """Wide and narrow; it opens in either, from lesson to lesson in turn."""
    sizes = FRAMES if IDS.index(lesson) % 2 else FRAMES[::-1]
    width, height = sizes[0]
    essay = open_essay(
        f"?embed=1#{lesson}", beats=True, asleep=True, viewport={"width": width, "height": height}
    )
    for width, height in sizes:
        essay.loaded().page.set_viewport_size({"width": width, "height": height})
        hold_the_stage(essay.page, [lesson])


def test_the_address_says_which_beats_there_are(open_essay: OpenEssay) -> None:
    page = open_essay("?beats=1,3,challenge&beat=3", beats=True, asleep=True).page
    expect(page.locator("#line .beats > li:not([hidden])")).to_have_count(3)
    expect(page.locator("#line .beat:visible")).to_have_count(2)  # a challenge has no dash on the path
    expect(page.locator("#line [data-beat=machine]")).to_have_attribute("aria-current", "step")
    page.locator("#line [data-beat=machine] button").press("ArrowUp")
    expect(page.locator("#line [data-beat=try]")).to_have_attribute("aria-current", "step")
