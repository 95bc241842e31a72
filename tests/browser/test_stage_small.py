"""Stages with little room: what goes on beyond its edge says so, a guess is in view, and nothing lies over the rest."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from downhill.lessons import every_lesson
from tests.browser.conftest import OpenEssay, closed_after
from tests.support.axe import violations_beat_by_beat
from tests.support.beats import beat_by_beat
from tests.support.essay import Essay, Lesson, until
from tests.support.often import a_few, thorough
from tools.languages.translations import codes

GUESSED = [lesson.id for lesson in every_lesson() if getattr(lesson, "prediction", None)]
SIZES = {
    "phone": (390, 844),
    "phone with bars": (390, 664),
    "small phone": (320, 568),
    "landscape": (844, 390),
    "chromebook": (1366, 650),
    "tablet": (820, 1180),
}
ROOMIER = {"phone"}
"""Sizes of which another one has the same stage with less room: they are tried in thorough runs."""
COVERED = """lesson => {
    const parts = lesson.querySelectorAll(":is(.beat, [data-action=flag], .flip button, .what-if span, .what-if select, .entry input, .bar button, .card, .loss, .keep button)");
    const there = [...parts].filter(part => seen(part) && part.offsetWidth > 8);
    const middle = part => { const {left, top, width, height} = part.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
    return there.map(part => [part, ...middle(part)]).filter(([part, x, y]) => x < innerWidth && y > 0 && y < innerHeight)
        .map(([part, x, y]) => [part, document.elementFromPoint(x, y)])
        .filter(([part, top]) => top && !part.contains(top) && !top.contains(part) && !part.parentElement.contains(top))
        .map(([part, top]) => [part.textContent.trim() || part.className, top.className]);
}"""
"""What of a stage's parts has something else over its middle."""


ALIGN = "lesson => lesson.scrollIntoView()"


def go(page: Page, lesson: str, beat: str) -> Locator:
    """Open a beat by its heading and return its text."""
    page.locator(f"#{lesson}").evaluate(ALIGN)
    page.locator(f"#{lesson} [data-beat={beat}] .beat").evaluate("heading => heading.click()")
    return page.locator(f"#{lesson} [data-beat={beat}] > p")


@pytest.fixture(scope="module")
def live(_shared: OpenEssay) -> Iterator[Essay]:
    """The page in beats, without tempo."""
    yield from closed_after(_shared("?tempo=fast", beats=True, viewport={"width": 390, "height": 844}))


def resized(essay: Essay, size: tuple[int, int]) -> Page:
    """The page in a window of that width and height, at its start."""
    essay.page.set_viewport_size({"width": size[0], "height": size[1]})
    return essay.reset().page


@a_few(2)
@pytest.mark.parametrize(
    "size",
    [pytest.param(size, id=name, marks=thorough if name in ROOMIER else []) for name, size in SIZES.items()],
)
def test_a_guess_and_what_came_of_it_are_in_view_with_picture_and_button(
    live: Essay, size: tuple[int, int]
) -> None:
    page = resized(live, size)
    for lesson in map(live.lesson, GUESSED):
        go(page, lesson.name, "what-if")
        flag = lesson.button("flag")
        expect(flag, lesson.name).to_be_in_viewport(ratio=0.9)
        flag.click()
        for part in lesson.section.locator(".guessing input:visible").all():
            expect(part, lesson.name).to_be_in_viewport(ratio=0.9)
        in_view(lesson)
        guess(lesson)
        lesson.button("play" if lesson.name == "line" else "step").click()
        told = lesson.shown("predicted")
        expect(told, lesson.name).not_to_be_empty()
        lesson.rest()
        lesson.section.evaluate(ALIGN)  # a click of a test may have scrolled to what it clicks
        expect(told, f"{lesson.name} {lesson.section.evaluate(BOXES)}").to_be_in_viewport(ratio=0.9)
        in_view(lesson)


BOXES = """lesson => [lesson, ...lesson.querySelectorAll(".rail, .workbench > *")].map(part => {
    const { top, bottom } = part.getBoundingClientRect();
    return `${part.className} ${Math.round(top)} to ${Math.round(bottom)}`;
}).join(", ")"""
"""From where to where the parts of a stage reach in the window, for a failure's sake."""


def in_view(lesson: Lesson) -> None:
    """Picture, loss and the filled button are whole in the window."""
    for part in (".pictures > .picture .frame", ".loss output", "[data-primary]"):
        expect(lesson.section.locator(part), f"{lesson.name} {part}").to_be_in_viewport(ratio=0.98)


def guess(lesson: Lesson) -> None:
    """Foretell something: the middle of each range, or a card."""
    for place in lesson.section.locator("input[data-foretold]").all():
        place.evaluate(
            "range => { range.value = (+range.min + +range.max) / 2; "
            "for (const kind of ['input', 'change']) range.dispatchEvent(new Event(kind, {bubbles: true})); }"
        )
    for card in lesson.section.locator("[data-card='1']").all():
        card.check()
    lesson.rest()


def test_an_open_challenge_leaves_picture_and_button_in_view_on_a_phone(live: Essay) -> None:
    page = resized(live, SIZES["phone"])
    for name in GUESSED:
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


TOPS = "lesson => [...lesson.querySelectorAll('[data-card]')].map(card => card.getBoundingClientRect().top)"


@thorough
@a_few(3)
@pytest.mark.parametrize("language", ["index", *codes()])
def test_cards_of_a_guess_stand_in_one_row(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, asleep=True).loaded().page
    page.evaluate("document.querySelectorAll('.guessing').forEach(part => { part.hidden = false; })")
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for name, _, tops in beat_by_beat(page, TOPS, ["next-word", "choose-word"], ["what-if"]):
            assert len(tops) >= 5
            assert len(set(tops)) == 1, (name, width)


@a_few(2)
@pytest.mark.parametrize("language", ["index", "de", "zh-Hans"])
def test_nothing_of_a_stage_lies_over_another_part(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, asleep=True).loaded().page
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for name, beat, covered in beat_by_beat(page, COVERED):
            assert covered == [], (width, name, beat)


def test_a_text_that_goes_on_says_so_until_its_end_is_reached_and_keeps_the_focus_until_it_is_left(
    open_essay: OpenEssay,
) -> None:
    page = open_essay(beats=True, asleep=True, viewport={"width": 320, "height": 568}).loaded().page
    text = go(page, "choose-word", "what-if")
    expect(text).to_have_attribute("data-scrolls", "down")
    expect(text).to_have_attribute("tabindex", "0")
    assert text.evaluate("text => getComputedStyle(text).maskImage") != "none"
    text.focus()
    page.keyboard.press("ArrowDown")
    expect(text).to_be_visible()
    text.evaluate("text => { text.scrollTop = text.scrollHeight; }")
    expect(text).to_have_attribute("data-scrolls", "up")
    row = page.locator("#choose-word .actions .buttons")
    expect(row).to_have_attribute("data-scrolls", "right")
    page.set_viewport_size({"width": 1366, "height": 650})
    for part in (text, row):
        expect(part).not_to_have_attribute("data-scrolls", "right")
        until(page, lambda seen=part: seen.get_attribute("data-scrolls") is None, "all is seen")  # type: ignore[misc]
        assert part.evaluate("part => getComputedStyle(part).maskImage") == "none"
    expect(text).to_be_focused()
    page.keyboard.press("Tab")
    expect(text).not_to_have_attribute("tabindex", "0")


def test_where_no_heading_is_shown_the_way_on_leads_to_the_beat_of_the_next_lesson_or_to_its_python(
    open_essay: OpenEssay,
) -> None:
    page = open_essay(beats=True, asleep=True, viewport={"width": 844, "height": 390}).loaded().page
    go(page, "line", "take-away")
    page.locator("#line [data-primary]").click()
    expect(page.locator("#next-word h2")).to_be_hidden()
    expect(page.locator("#next-word .beats > [aria-current] .beat")).to_be_focused()
    page.locator("#next-word button[data-python]").click()  # it takes the beats' place
    page.locator("#line [data-primary]").click()
    assert page.evaluate("document.activeElement.closest('#next-word [data-code]') !== null")


CHOICES = """async lesson => Promise.all(
    [...lesson.querySelectorAll(".what-if :is(span, select, .switch), [data-primary]")].map(share))"""


@a_few(3)
@pytest.mark.parametrize("language", ["index", *codes()])
def test_all_choices_of_a_what_if_are_in_view_on_a_phone(open_essay: OpenEssay, language: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    page = open_essay(f"{language}.html", beats=True, asleep=True, **phone).loaded().page
    for name, _, shares in beat_by_beat(
        page, CHOICES, ["valley", "line", "next-word", "choose-word"], ["what-if"]
    ):
        assert len(shares) > 1, name
        assert min(shares) >= 0.98, (name, shares)


LONGEST = ("es", "fr")
"""Languages whose sentences on steps that are too big are the longest."""


@thorough
@pytest.mark.parametrize(
    "language",
    [pytest.param(code, marks=[] if code in LONGEST else thorough) for code in ("index", *codes())],
)
def test_what_comes_of_steps_that_are_too_big_is_read_whole_on_a_phone(
    open_essay: OpenEssay, language: str
) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    essay = open_essay(f"{language}.html?tempo=fast", beats=True, **phone).ready()
    lesson = essay.lesson("valley")
    go(essay.page, "valley", "what-if")
    lesson.section.locator("[data-primary]").tap()
    expect(lesson.shown("said")).not_to_be_empty()
    lesson.rest()
    expect(lesson.shown("said")).to_be_in_viewport(ratio=0.98)
    in_view(lesson)


@a_few(1)
@pytest.mark.parametrize(
    "size", [(320, 640), *(pytest.param(size, marks=thorough) for size in [(390, 844), (1366, 768)])]
)
def test_axe_finds_nothing_in_any_beat(live: Essay, size: tuple[int, int]) -> None:
    assert violations_beat_by_beat(resized(live, size)) == []


def test_letters_of_twice_the_size_leave_the_cards_of_a_guess_within_their_room(live: Essay) -> None:
    page = resized(live, (1366, 768))
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    go(page, "ten-thousand", "machine")
    bottom = "part => part.getBoundingClientRect().bottom"
    cards, room = (page.locator(f"#ten-thousand {part}") for part in (".cards", ".pictures"))
    until(page, lambda: cards.evaluate(bottom) <= room.evaluate(bottom) + 1, "the cards have room")
    page.evaluate("() => { document.documentElement.style.fontSize = '' }")


def test_no_lesson_s_title_is_cut_short_on_the_smallest_phone(live: Essay) -> None:
    page = resized(live, (320, 640))
    cut = """() => [...document.querySelectorAll("section.lesson h2")]
        .filter(title => title.scrollWidth > title.clientWidth || getComputedStyle(title).whiteSpace === "nowrap")
        .map(title => title.textContent)"""
    assert page.evaluate(cut) == []


WHOLE = """async (lesson, item) => Promise.all(
    [item.querySelector("p"), ...lesson.querySelectorAll(".beat, [data-primary]")].map(share))"""


def test_large_letters_leave_all_beats_in_view(open_essay: OpenEssay) -> None:
    page = open_essay("?theme=projector", beats=True, asleep=True).loaded().page
    page.set_viewport_size({"width": 1366, "height": 650})
    for name, beat, shares in beat_by_beat(page, WHOLE):
        assert len(shares) == 8, name
        assert shares == [1] * 8, (name, beat)


@thorough
def test_one_button_says_pause_in_words_while_the_machine_plays(open_essay: OpenEssay) -> None:
    essay = open_essay(beats=True, viewport={"width": 1366, "height": 650}).ready()
    lesson = essay.lesson("valley")
    go(essay.page, "valley", "machine")
    primary, play = lesson.section.locator("[data-primary]"), lesson.button("play")
    primary.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(primary).to_have_text("Pause")
    expect(play).to_have_accessible_name("Pause")
    expect(play.locator(".word")).to_have_css("opacity", "0")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    expect(play.locator(".word")).to_have_css("opacity", "1")
    lesson.rest()


FILLED = """lesson => [...document.querySelectorAll(`#${lesson} button`)]
    .filter(button => button.checkVisibility({visibilityProperty: true}))
    .filter(button => !["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor].includes(getComputedStyle(button).backgroundColor))
    .map(button => button.dataset.action || button.dataset.act)"""


def test_all_at_once_has_one_filled_button_a_lesson(open_essay: OpenEssay) -> None:
    page = open_essay("?all", beats=True, asleep=True).loaded().page
    assert page.evaluate(FILLED, "choose-word") == ["draw"]
    for name in ("valley", "line", "next-word", "ten-thousand"):
        assert page.evaluate(FILLED, name) == ["play"]
