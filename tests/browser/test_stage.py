"""The stage: in every beat of every lesson, picture, sliders, loss and the one filled button are in view together."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenEssay, closed_after
from tests.support.beats import IDS, beat_by_beat
from tests.support.essay import Essay, until
from tests.support.often import a_few, thorough

SIZES = {
    "chromebook": (1366, 650),
    "projector": (1920, 1080),
    "tablet": (820, 1180),
}
PARTS = ".pictures > .picture:first-child .frame, .slider input[type=range], .loss output, [data-primary]"
BOXES = """([lesson, parts]) => {
    const stage = document.querySelector(`#${lesson} [data-stage]`);
    return [...stage.querySelectorAll(parts)].filter(part => part.checkVisibility({visibilityProperty: true}))
        .map(part => [part.name || part.className || part.tagName, part.getBoundingClientRect()])
        .map(([name, box]) => [name, box.left, box.top, box.right, box.bottom]);
}"""
PARTS_OF_A_STAGE = "(/cover|window/.test(lesson.dataset.eyes) ? 2 : 3)"
"""Picture, filled button, and the loss, but where it is not the model or a hand that looks back."""
BESIDE_THE_SLIDERS = f"""lesson => [
    ({BOXES})([lesson.id, ".pictures > .picture:first-child .frame, .loss, [data-primary], .slider input[type=range]"]),
    {PARTS_OF_A_STAGE} + [...lesson.querySelectorAll(".slider")].filter(seen).length,
    [...lesson.querySelectorAll(".presets")].filter(seen).map(rates => rates.getBoundingClientRect().bottom),
    ({BOXES})([lesson.id, ".loss, .pictures .cards"]),
]"""
"""The boxes of picture, loss, filled button and sliders; how many of these there are to be; where rates end; the
boxes of loss and cards."""
LOWEST = 56
"""CSS pixels that a picture of a stage is high at least, the small ones beside the first too."""
STAGE = f"""async (lesson, item) => (await downhillIdle(lesson.id), {{
    current: item.getAttribute("aria-current"),
    told: await share(item.querySelector("p")),
    boxes: ({BOXES})([lesson.id, "{PARTS}"]),
    parts: {PARTS_OF_A_STAGE},
    sliders: [...lesson.querySelectorAll(".slider input[type=range]")].filter(seen).length,
    filled: [...lesson.querySelectorAll("button")].filter(seen)
        .filter(one => getComputedStyle(one).backgroundColor === getComputedStyle(document.body).color).length,
    controls: new Set([...lesson.querySelectorAll("[data-stage] :is(button, input, select, summary, a)")]
        .filter(part => part.checkVisibility({{visibilityProperty: true}}) && !part.matches("[data-tools], .box"))
        .map(part => part.type === "radio" ? part.name : part)).size,
    texts: [...lesson.querySelectorAll("[data-beat] > p")].filter(seen).length,
    bar: document.querySelector("header.page").getBoundingClientRect().height,
    low: [...lesson.querySelectorAll("[data-stage] .picture .frame")].filter(seen)
        .map(frame => frame.getBoundingClientRect().height).filter(high => high < {LOWEST}),
}})"""
"""Of controls, those before Tools: radio buttons of one choice are one, a slider's number is a part of it."""

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


def go(page: Page, lesson: str, beat: str) -> Locator:
    """Open a beat by its heading and return its list item."""
    item = page.locator(f"#{lesson} [data-beat={beat}]")
    page.evaluate("lesson => document.getElementById(lesson).scrollIntoView()", lesson)
    item.locator("button.beat").click()
    return item


def test_picture_sliders_loss_and_button_are_in_view_in_every_beat(staged: Essay) -> None:
    size: Any = staged.page.viewport_size
    for lesson, beat, found in beat_by_beat(staged.page, STAGE):
        at, boxes = (lesson, beat), found["boxes"]
        assert found["current"] == "step", at
        assert found["told"] == 1, at
        assert len(boxes) == found["parts"] + found["sliders"], (at, boxes)
        for name, left, top, right, bottom in boxes:
            assert 0 <= left < right <= size["width"] + 0.5, (at, name)
            assert found["bar"] - 0.5 <= top < bottom <= size["height"] + 0.5, (at, name, top, bottom)
        assert overlaps(boxes) == [], at
        assert found["filled"] == 1, at
        assert found["controls"] <= 12, at
        assert found["texts"] == 1, at
        assert found["low"] == [], at


def overlaps(boxes: list[Any]) -> list[tuple[str, str]]:
    """The pairs of parts that lie over each other."""
    return [
        (one[0], other[0])
        for index, one in enumerate(boxes)
        for other in boxes[:index]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[2], other[2]) > 1
    ]


@a_few(1)
def test_nothing_moves_on_the_page_while_the_machine_plays(staged: Essay) -> None:
    page, lesson = staged.page, staged.lesson("line")
    go(page, "line", "machine")
    lesson.rest()
    before = page.evaluate(BOXES, ["line", PARTS + ", .says, .bar button"])
    lesson.section.locator("[data-primary]").click()
    until(page, lambda: int(lesson.shown("machine_steps").text_content() or 0) > 3, "it has taken steps")
    during = page.evaluate(BOXES, ["line", PARTS + ", .says, .bar button"])
    assert [box[2:] for box in before] == [box[2:] for box in during]
    lesson.section.locator("[data-primary]").click()
    lesson.rest()
    staged.reset()


def test_the_filled_button_leads_through_a_lesson(open_essay: OpenEssay) -> None:
    essay = open_essay("?tempo=fast", viewport={"width": 1366, "height": 650}, beats=True).ready()
    page, lesson = essay.page, essay.lesson("valley")
    primary = lesson.section.locator("[data-primary]")
    current = lesson.section.locator(".beats > [aria-current=step]")
    expect(current).to_have_attribute("data-beat", "try")
    primary.click()
    expect(current).to_have_attribute("data-beat", "name")
    expect(current.locator("button.beat")).to_be_focused()
    primary.click()
    expect(current).to_have_attribute("data-beat", "machine")
    primary.click()
    until(page, lambda: int(lesson.shown("machine_steps").text_content() or 0) > 3, "it walks")
    lesson.rest()
    expect(primary).to_have_text(f"Next: {lesson.section.locator('[data-beat=what-if] .title').inner_text()}")
    primary.click()
    primary.click()
    until(page, lambda: lesson.section.get_attribute("data-verdict") is not None, "it leaps")
    lesson.rest()
    primary.click()
    expect(current).to_have_attribute("data-beat", "challenge")
    primary.click()
    expect(lesson.section.locator(".challenge")).to_be_visible()
    for _ in range(2):
        expect(primary).to_have_text("I need a hint")
        primary.click()
    expect(primary).to_contain_text("Next: ")
    primary.click()
    expect(current).to_have_attribute("data-beat", "take-away")
    primary.click()
    expect(page.locator("#line h2")).to_be_focused()
    expect(page.locator("#line [data-stage] [data-primary]")).to_be_in_viewport(ratio=1)
    assert essay.complaints == []


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
def test_arrow_keys_go_from_beat_to_beat(staged: Essay) -> None:
    page = staged.page
    go(page, "next-word", "try")
    for key, beat in (("ArrowDown", "name"), ("PageDown", "machine"), ("ArrowUp", "name")):
        page.keyboard.press(key)
        expect(page.locator("#next-word .beats > [aria-current=step]")).to_have_attribute("data-beat", beat)
        expect(page.locator(f"#next-word [data-beat={beat}] button")).to_be_focused()


def test_all_at_once_is_kept_on_the_device_and_taken_back(open_essay: OpenEssay) -> None:
    essay = open_essay(asleep=True, beats=True).loaded()
    page = essay.page
    shown = page.locator("#valley [data-beat] > p:visible")
    expect(shown).to_have_count(1)
    page.locator("#valley [data-all]").click()
    expect(shown).to_have_count(6)
    expect(page.locator("#valley-more")).to_be_visible()
    page.reload()
    expect(shown).to_have_count(6)
    page.locator("#valley [data-all]").click()
    expect(shown).to_have_count(1)


def test_the_address_says_all_at_once_or_names_a_beat(open_essay: OpenEssay) -> None:
    page = open_essay("?all", asleep=True, beats=True).page
    expect(page.locator("#line [data-beat] > p:visible")).to_have_count(6)
    page.goto(page.url.replace("?all", "?beat=3"))
    expect(page.locator("#line [data-beat=machine]")).to_have_attribute("aria-current", "step")
    expect(page.locator("#line [data-beat] > p:visible")).to_have_count(1)


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


def hold_the_stage(page: Page, size: tuple[int, int], lessons: list[str]) -> None:
    """In a window of that size, picture, sliders, loss and button of each lesson are in view in every beat."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for lesson, beat, (boxes, parts, rates, cards) in beat_by_beat(page, BESIDE_THE_SLIDERS, lessons):
        assert len(boxes) == parts, (lesson, beat, boxes)
        assert size != PHONES["phone"] or all(end <= size[1] + 0.5 for end in rates), (lesson, beat, rates)
        for part, left, top, right, bottom in boxes:
            assert 0 <= left < right <= size[0] + 0.5, (size, lesson, beat, part)
            assert 0 <= top < bottom <= size[1] + 0.5, (size, lesson, beat, part, top, bottom)
        assert overlaps(boxes) == overlaps(cards) == [], (size, lesson, beat)


@a_few(2)
@pytest.mark.parametrize(("language", "first"), OPENED)
def test_on_a_phone_picture_sliders_loss_and_button_are_in_view(
    open_essay: OpenEssay, language: str, first: str
) -> None:
    width, height = PHONES[first]
    options = {"viewport": {"width": width, "height": height}, "is_mobile": True, "has_touch": True}
    page = open_essay(f"{language}.html", beats=True, asleep=True, **options).loaded().page
    for name in sorted(PHONES, key=lambda name: name != first):
        hold_the_stage(page, PHONES[name], IDS)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONES[name][0]


FRAMES = [(1000, 640), (390, 664)]


@a_few(3)
@pytest.mark.parametrize("lesson", IDS)
def test_a_lesson_fits_a_frame(open_essay: OpenEssay, lesson: str) -> None:
    """Wide and narrow; it opens in either, from lesson to lesson in turn."""
    sizes = FRAMES if IDS.index(lesson) % 2 else FRAMES[::-1]
    width, height = sizes[0]
    essay = open_essay(
        f"?embed=1#{lesson}", beats=True, asleep=True, viewport={"width": width, "height": height}
    )
    for size in sizes:
        hold_the_stage(essay.loaded().page, size, [lesson])


def test_the_address_says_which_beats_there_are(open_essay: OpenEssay) -> None:
    page = open_essay("?beats=1,3,challenge&beat=3", beats=True, asleep=True).page
    shown = page.locator("#line .beats > li:visible")
    expect(shown).to_have_count(3)
    expect(page.locator("#line [data-beat=machine]")).to_have_attribute("aria-current", "step")
    page.locator("#line [data-beat=machine] button").press("ArrowDown")
    expect(page.locator("#line [data-beat=challenge]")).to_have_attribute("aria-current", "step")
