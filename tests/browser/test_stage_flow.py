"""What the stage offers next, and that all of it is in view and whole: challenges, settings, the card."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay, closed_after
from tests.support.beats import go
from tests.support.essay import Essay
from tests.support.often import a_few, thorough
from tools.languages.translations import catalogue

WIDE, PHONE = {"width": 1366, "height": 650}, {"width": 390, "height": 844}
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


@pytest.fixture(scope="module")
def wide(_shared: OpenEssay) -> Iterator[Essay]:
    """The page in beats on a Chromebook, without tempo."""
    yield from closed_after(_shared("?tempo=fast", beats=True, viewport=WIDE))


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


@thorough
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


@a_few(1)
@pytest.mark.parametrize("language", ["fr", "pt-BR"])
def test_on_a_phone_no_word_of_a_challenges_buttons_breaks(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, viewport=PHONE, asleep=True).loaded().page
    answer = catalogue(language)["page"]["challenge.answer"]
    for width in (390, 360, 320):
        page.set_viewport_size({"width": width, "height": 844})
        found = page.evaluate(BROKEN_WORDS, answer)
        assert len(found) >= 15
        assert [text for text, whole, inside in found if not (whole and inside)] == [], width


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
