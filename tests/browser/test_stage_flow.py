"""What the stage offers next, and that all of it is in view and whole: challenges, guesses, pictures on phones, the card."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenEssay, closed_after
from tests.support.beats import beat_by_beat
from tests.support.essay import Essay, until
from tests.support.often import a_few, thorough
from tools.languages.translations import catalogue, codes

WIDE, PHONE = {"width": 1366, "height": 650}, {"width": 390, "height": 844}
BROKEN = """lesson => {
    const bar = lesson.querySelector(".bar"), {height} = bar.getBoundingClientRect(), right = bar.getBoundingClientRect().right + 1;
    const there = [...bar.querySelectorAll("button, .counts")].filter(part => part.checkVisibility({visibilityProperty: true}));
    const broken = there.filter(part => part.getBoundingClientRect().height > 52 || part.getBoundingClientRect().right > right);
    return [there.length, broken.map(part => part.textContent.trim()), height];
}"""
"""How many parts of a bar are seen, those higher than two lines of small type or standing out of it, and its height."""
BROKEN_WORDS = """answer => [...document.querySelectorAll(".challenge")].flatMap(panel => {
    panel.closest("section").dataset.at = "challenge";
    panel.hidden = false;
    const edge = panel.getBoundingClientRect().right;
    return ["hint", "again", "leave"].map(name => {
        const button = panel.querySelector(`[data-do=${name}]`);
        if (name === "hint") button.textContent = answer;
        button.hidden = false;
        button.style.visibility = "visible";  // it steps back where the filled button says the same
        const text = button.firstChild, tops = [...text.data.matchAll(/\\S+/g)].map(({0: word, index}) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size;
        });
        return [text.data, tops.every(lines => lines === 1), button.getBoundingClientRect().right <= edge];
    });
})"""
"""Of each challenge's three buttons, once both hints were given: its text, whether its words are whole, and it is inside."""


def go(page: Page, lesson: str, beat: str) -> None:
    """Open a beat by its heading."""
    page.evaluate("lesson => document.getElementById(lesson).scrollIntoView()", lesson)
    page.locator(f"#{lesson} [data-beat={beat}] .beat").click()


@pytest.fixture(scope="module")
def wide(_shared: OpenEssay) -> Iterator[Essay]:
    """The page in beats on a Chromebook, without tempo."""
    yield from closed_after(_shared("?tempo=fast", beats=True, viewport=WIDE))


@pytest.fixture(scope="module")
def phone(_shared: OpenEssay) -> Iterator[Essay]:
    """The page in beats on a phone, without tempo."""
    yield from closed_after(_shared("?tempo=fast", beats=True, viewport=PHONE))


@thorough
@a_few(3)
@pytest.mark.parametrize("language", ["index", *codes()])
def test_no_button_of_the_bar_is_broken_or_stands_out_of_it(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, viewport=WIDE, asleep=True).loaded().page
    for lesson, beat, (seen, broken, height) in beat_by_beat(page, BROKEN):
        assert seen >= 2
        assert broken == [], (lesson, beat)
        assert height < 60, (lesson, beat)  # one row


def test_a_button_that_says_what_the_filled_one_says_steps_back_before_anybody_presses(
    open_essay: OpenEssay,
) -> None:
    page = open_essay(beats=True, viewport=WIDE, asleep=True).loaded().page
    for lesson in ("attention",):
        primary = page.locator(f"#{lesson} [data-primary]")
        text, twin = primary.inner_text(), page.locator(f"#{lesson} [data-onward]")
        expect(twin).to_have_text(text)
        expect(twin).to_have_attribute("data-twin", "")
        expect(page.locator(f"#{lesson}").get_by_role("button", name=text, exact=True)).to_have_count(1)
        expect(primary).to_be_visible()


def test_an_open_challenge_is_what_the_filled_button_is_for(wide: Essay) -> None:
    page, lesson = wide.page, wide.lesson("valley")
    go(page, "valley", "challenge")
    primary, panel = lesson.section.locator("[data-primary]"), lesson.section.locator(".challenge")
    expect(primary).to_have_text("Begin")
    primary.click()
    expect(panel).to_be_visible()
    expect(panel.locator(".guess")).to_be_visible()
    expect(primary).to_have_text("I need a hint")
    panel.locator("input").fill("99")
    expect(primary).to_have_text("Check my guess")
    primary.click()
    expect(panel.locator("[data-part=counts]")).to_contain_text("1")
    go(page, "valley", "name")
    expect(panel.locator("[data-do=leave]")).to_be_in_viewport()
    panel.locator("[data-do=leave]").click()
    expect(panel).to_be_hidden()
    wide.reset()


def test_a_challenge_without_a_guess_offers_hints_but_not_its_answer(wide: Essay) -> None:
    page, lesson = wide.page, wide.lesson("line")
    go(page, "line", "challenge")
    primary, panel = lesson.section.locator("[data-primary]"), lesson.section.locator(".challenge")
    primary.click()
    for count in (1, 2):
        expect(primary).to_have_text("I need a hint")
        primary.click()
        expect(panel.locator(".hints dt")).to_have_count(count)
    expect(primary).to_contain_text("Next")
    panel.locator("[data-do=leave]").click()
    wide.reset()


def test_on_a_phone_hints_leave_the_way_on_in_view(open_essay: OpenEssay) -> None:
    essay = open_essay("de.html?tempo=fast", beats=True, viewport=PHONE).ready()
    go(essay.page, "line", "challenge")
    primary = essay.lesson("line").section.locator("[data-primary]")
    for pressed in ("Los geht’s", "Ich brauche einen Tipp", "Ich brauche einen Tipp"):
        expect(primary).to_have_text(pressed)
        expect(primary).to_be_in_viewport(ratio=1)
        primary.click()
    expect(primary).to_contain_text("Weiter")
    expect(primary).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["fr", "pt-BR"])
def test_on_a_phone_no_word_of_a_challenges_buttons_breaks(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, viewport=PHONE, asleep=True).loaded().page
    answer = catalogue(language)["page"]["challenge.answer"]
    for width in (390, 360, 320):
        page.set_viewport_size({"width": width, "height": 844})
        found = page.evaluate(BROKEN_WORDS, answer)
        assert len(found) >= 15
        assert [text for text, whole, inside in found if not (whole and inside)] == [], width


def test_one_step_is_not_yet_the_walk_that_a_beat_is_for(wide: Essay) -> None:
    page, lesson = wide.page, wide.lesson("valley")
    go(page, "valley", "machine")
    primary = lesson.section.locator("[data-primary]")
    before = primary.inner_text()
    lesson.button("step").click()
    lesson.rest()
    expect(primary).to_have_text(before)
    wide.reset()


@pytest.mark.parametrize("name", ["valley", "line", "next-word"])
def test_an_open_guess_is_in_view_with_its_picture(wide: Essay, name: str) -> None:
    page, lesson = wide.page, wide.lesson(name)
    go(page, name, "machine")
    lesson.button("flag").click()
    expect(lesson.section.locator(".guessing")).to_be_visible()
    for part in lesson.section.locator(".guessing input:visible").all():
        expect(part).to_be_in_viewport(ratio=0.9)
    assert lesson.section.locator(".guessing input:visible").count() >= 1
    expect(lesson.section.locator(".pictures > .picture .frame")).to_be_in_viewport(ratio=1)
    lesson.button("flag").click()


def test_escape_closes_the_settings_from_their_button(wide: Essay) -> None:
    page = wide.page
    page.locator("[data-settings]").click()
    expect(page.locator(".settings")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".settings")).to_be_hidden()
    expect(page.locator("[data-settings]")).to_be_focused()


def test_the_sentence_of_the_model_is_saved_as_a_card(wide: Essay) -> None:
    go(wide.page, "ten-thousand", "take-away")
    keep = wide.lesson("ten-thousand").section.locator(".keep")
    with wide.page.expect_download() as saved:
        keep.locator("button").click()
    assert saved.value.suggested_filename == "downhill-ten-thousand-card.png"
    expect(keep.locator(".told")).to_contain_text("downhill-ten-thousand-card.png")


def test_a_phone_shows_map_and_course_of_the_line_in_the_place_of_the_line(phone: Essay) -> None:
    page, lesson = phone.page, phone.lesson("line")
    go(page, "line", "name")
    flip = lesson.section.locator(".flip")
    for view, seen in (("map", ".map"), ("trace", ".trace"), ("picture", ".pictures > .picture")):
        flip.locator(f"[data-flip={view}]").click()
        frame = lesson.section.locator(f"{seen} .frame")
        expect(frame).to_be_in_viewport(ratio=1)
        until(page, lambda shown=frame: shown.get_attribute("data-lit") is not None, f"{view} is painted")  # type: ignore[misc]
        expect(lesson.section.locator(".pictures .frame:visible")).to_have_count(1)
        expect(lesson.section.locator("[data-primary]")).to_be_in_viewport(ratio=1)
        expect(flip.locator("[aria-pressed=true]")).to_have_attribute("data-flip", view)


def test_a_phone_shows_what_a_training_did_in_curves_and_sentences(phone: Essay) -> None:
    page, model = phone.page, phone.lesson("ten-thousand")
    go(page, "ten-thousand", "machine")
    model.section.locator("[data-primary]").click()
    until(page, lambda: int(model.section.get_attribute("data-steps") or 0) > 10, "it trains")
    expect(model.section.locator(".film-course .frame")).to_be_in_viewport(ratio=1)
    expect(model.section.locator(".film-hero")).to_be_in_viewport(ratio=1)
    expect(model.section.locator("[data-read=guessed]")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_squared_errors_fit_a_phone(phone: Essay) -> None:
    page, lesson = phone.page, phone.lesson("line")
    go(page, "line", "what-if")
    lesson.section.locator("[data-choice=error][value=squared]").check(force=True)
    lesson.rest()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(lesson.section.locator("[data-primary]")).to_be_in_viewport(ratio=1)
    phone.reset()
