"""A word of the field and the question from an earlier lesson: by keys, heard, on a phone, and never in the way."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenEssay
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import Essay


def fetched(essay: Essay) -> list[str]:
    return [url for url in essay.requests if "asides" in url]


def opened(open_essay: OpenEssay, rest: str, **options: object) -> tuple[Essay, Page]:
    essay = open_essay(rest, beats=True, asleep=True, **options).loaded()
    return essay, essay.page


def test_a_words_meaning_is_fetched_when_asked_for_and_closes_by_key(open_essay: OpenEssay) -> None:
    essay, page = opened(open_essay, "?beat=name#line")
    word = page.locator("#line [data-beat=name] .term")
    expect(word).to_have_text("error")
    assert fetched(essay) == []
    word.focus()
    page.keyboard.press("Enter")
    meaning = page.get_by_role("dialog", name="error")
    expect(meaning).to_contain_text("One number for how wrong a model is")
    assert len(fetched(essay)) == 2  # the module, and what it shows
    described = meaning.get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_have_text(meaning.locator("p").first.inner_text())
    expect(meaning.get_by_role("button", name="Close")).to_be_focused()
    expect(meaning.get_by_role("link")).to_have_attribute("href", "./glossary.html#error")
    assert violations(page, "#aside-error") == []
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.mouse.click(5, 400)  # beside it
    expect(meaning).to_be_hidden()
    assert len(fetched(essay)) == 2
    assert page.locator("#line").get_attribute("data-at") == "name"
    assert essay.complaints == []


def test_a_word_can_be_tapped_in_a_narrow_window_and_its_meaning_fits(open_essay: OpenEssay) -> None:
    _, page = opened(open_essay, "?beat=name#line", **PHONE)
    word = page.locator("#line [data-beat=name] .term")
    box = word.bounding_box()
    assert box
    assert box["height"] >= 44
    word.tap()
    meaning = page.locator("#aside-error")
    expect(meaning).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert meaning.evaluate("part => part.scrollHeight <= part.clientHeight + 1")
    meaning.locator("[data-close]").tap()
    expect(meaning).to_be_hidden()


@pytest.mark.parametrize("kind", ["right", "wrong"])
def test_any_answer_to_the_question_shows_why_and_leads_back_and_nothing_is_stored(
    open_essay: OpenEssay, kind: str
) -> None:
    essay, page = opened(open_essay, "#line")
    store = "JSON.stringify([{...localStorage}, {...document.body.dataset}])"
    before = json.loads(page.evaluate(store))
    label = page.locator("#line [data-primary]").inner_text()
    page.locator("#line").get_by_role("button", name="Lesson 1: do you remember?").press("Enter")
    question = page.locator("#aside-again-line")
    expect(question.locator("[data-answer]").first).to_be_focused()
    told = question.get_by_role("status")
    expect(told).to_be_hidden()
    answer = question.locator(f"[data-answer={kind}]")
    answer.press("Enter")
    expect(told).to_have_text(
        "To the left. Above zero means uphill to the right, and each step goes against the slope."
    )
    expect(answer).to_have_attribute("aria-pressed", "true")
    expect(question.locator("[data-right]")).to_have_text("to the left")
    assert violations_light_and_dark(page, "#aside-again-line") == []
    assert json.loads(page.evaluate(store)) == before
    assert page.locator("#line [data-primary]").inner_text() == label
    question.locator("[data-back]").click()
    expect(question).to_be_hidden()
    expect(page.locator("#valley")).to_have_attribute("data-at", "machine")
    expect(page.locator("#valley [data-beat=machine] button.beat")).to_be_focused()
    assert essay.complaints == []


@pytest.mark.parametrize("rest", ["?embed=1#line", "?beat=name#line", "?hide=again#line"])
def test_a_frame_a_later_beat_and_a_teachers_link_ask_nothing(open_essay: OpenEssay, rest: str) -> None:
    _, page = opened(open_essay, rest)
    expect(page.locator("#line [data-primary]")).to_be_visible()
    expect(page.locator("#line .again")).to_be_hidden()
