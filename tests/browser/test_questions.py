"""The questions for a class: before, after and later, by keys alone, kept under a word, and told in the result code."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from downhill.evidence.answers import read
from downhill.evidence.items import IDS, ITEMS, LATER, MOST_WHY
from downhill.evidence.pair_word import form_of, is_word, order_of_options
from downhill.text.english.asking import ASKING
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.browser.test_result import told
from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, until

WORD, OTHER = "otter472", "wren318"
KEPT = "JSON.parse(localStorage.getItem('downhill.test'))"
SMALL: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
ASLEEP = {"asleep": True}
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }'


def card(page: Page) -> str:
    """The card that is shown: the id of its question, or its name."""
    shown = page.locator(".asking [data-card]:not([hidden])")
    return shown.get_attribute("data-test-item") or shown.get_attribute("data-card") or ""


def begin(page: Page, word: str = WORD) -> None:
    """Come to the first question without an answer, by keys."""
    expect(page.locator(".asking")).to_be_visible()
    page.keyboard.press("Enter")
    page.locator("#asking-word").fill(word)
    page.keyboard.press("Enter")


def answer(page: Page, until_item: str = "end", why: str = "Its text was old.") -> list[str]:
    """Answer with keys alone, the first option and so on; returns the questions that were asked."""
    asked = []
    while (item := card(page)) != until_item:
        asked.append(item)
        if item == "W":
            page.keyboard.press("Tab")
            page.keyboard.type(why)
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
        else:
            page.keyboard.press(str(len(asked) % 5 + 1))
        page.keyboard.press("Enter")
    return asked


def result(page: Page) -> dict[str, str]:
    """The questionnaires in the result code, which is shown as soon as Python is here; closes it."""
    expect(page.locator("#result")).to_be_visible()
    until(page, lambda: page.locator("[data-result-code]").input_value() != "", "the code is there")
    found = dict(told(page).more)
    page.locator("[data-result-do=close]").click()
    return found


def test_keys_alone_lead_through_eight_questions_to_the_code_and_on_to_lesson_one(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?test", beats=True)
    page = essay.page
    expect(page.locator(".asking h2:visible")).to_have_text(ASKING["asking.before"])
    page.keyboard.press("Enter")
    assert is_word(page.locator("#asking-word").input_value())
    page.locator("#asking-word").fill("Otter 472")
    page.keyboard.press("Enter")
    assert answer(page) == [*IDS]
    found = result(page)
    form = form_of(WORD, "before")
    before = read("before", found["test-before"], found["answer-why-before"])
    assert before
    assert (found["pair"], before.form, before.why, before.minutes) == (WORD, form, "Its text was old.", "0")
    orders = [order_of_options(letters, WORD, id_, "before") + "?" for id_, letters in letters_of().items()]
    assert before.letters == "".join(order[(n + 1) % 5] for n, order in enumerate(orders))
    assert page.evaluate(KEPT) == found
    page.locator(".asking .feet:visible .primary").press("Enter")
    expect(page.locator(".asking")).to_be_hidden()
    expect(page.locator("#valley h2")).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('downhill.t'))") == [
        "downhill.test"
    ]
    assert essay.complaints == []


def letters_of() -> dict[str, str]:
    return {item.id: item.letters for item in ITEMS}


def test_after_the_last_lesson_the_same_word_hands_in_both_and_my_result_asks_first(
    open_essay: OpenEssay,
) -> None:
    stored = {"pair": WORD, "test-before": "1b:rmos?r-.4", "answer-why-before": "A bug."}
    script = f"localStorage.setItem('downhill.test', JSON.stringify({json.dumps(stored)}))"
    essay = open_essay("?test=after#attention", script=script, beats=True).ready()
    page = essay.page
    expect(page.locator(".asking")).to_be_hidden()
    page.evaluate("downhillStage.next(document.querySelector('#valley'))")  # not the last one
    expect(page.locator(".asking")).to_be_hidden()
    page.evaluate("downhillStage.next(document.querySelector('#attention'))")
    expect(page.locator(".asking h2:visible")).to_have_text(ASKING["asking.after"])
    page.keyboard.press("Escape")
    expect(page.locator("#notice")).to_contain_text(PAGE["result"])
    page.locator(".closing [data-result]").click()
    expect(page.locator("#result")).to_be_hidden()
    begin(page)
    assert answer(page) == [*IDS]
    found = result(page)
    assert stored.items() <= found.items()
    after = read("after", found["test-after"])
    assert after
    assert after.form == form_of(WORD, "after")
    assert essay.complaints == []


def test_later_asks_four_and_skipping_leaves_nothing(open_essay: OpenEssay) -> None:
    essay = open_essay("?test=later", **ASLEEP)
    begin(essay.page)
    assert answer(essay.page) == [*LATER, "W"]
    expect(essay.page.locator(".asking [data-said]")).to_have_text(PAGE["wait.taken"])
    found = essay.page.evaluate(KEPT)
    assert (found["test-later"][:3], len(found["test-later"])) == ("1c:", 8)
    page = open_essay("?test", **ASLEEP).page
    page.locator(".asking [data-do=skip]").click()
    expect(page.locator(".asking")).to_be_hidden()
    page.locator("#valley [data-result]").first.evaluate("button => button.click()")
    expect(page.locator(".asking")).to_be_hidden()
    assert page.evaluate(KEPT) is None
    assert page.locator("[data-tested]").count() == 0


def test_a_reload_loses_nothing_and_another_word_sees_nothing_and_replaces_it(open_essay: OpenEssay) -> None:
    page = open_essay("?test", **ASLEEP).page
    begin(page)
    answer(page, "D3")
    first = page.evaluate(KEPT)
    page.reload()
    expect(page.locator(".asking")).to_be_visible()
    page.keyboard.press("Enter")
    assert page.locator("#asking-word").input_value() == ""
    page.locator("#asking-word").fill(WORD)
    page.keyboard.press("Enter")
    assert card(page) == "D3"
    page.locator(".asking [data-do=back]:visible").click()
    assert page.locator("[data-test-item=D2] :checked").count() == 1
    page.reload()
    begin(page, OTHER)
    assert card(page) == "D1"
    assert page.locator("[data-test-item] :checked").count() == 0
    assert page.evaluate(KEPT) == first
    page.keyboard.press("1")
    assert page.evaluate(KEPT)["pair"] == OTHER


def test_shared_devices_hold_nothing_and_forget_what_was_there(open_essay: OpenEssay) -> None:
    script = (
        """localStorage.setItem("downhill.test", '{"pair": "otter472", "test-before": "1b:rmrrrrr.2"}')"""
    )
    page = open_essay("?test=before,shared", script=script, **ASLEEP).page
    begin(page)
    assert card(page) == "D1"
    answer(page)
    assert page.evaluate("localStorage.getItem('downhill.test')") is None
    tested = page.locator("[data-tested=test-before]")
    assert read("before", tested.input_value())


def test_a_full_store_is_told_and_the_answers_go_along(open_essay: OpenEssay) -> None:
    page = open_essay("?test", script=FULL, **ASLEEP).page
    begin(page)
    page.keyboard.press("2")
    expect(page.locator(".asking [data-said]")).to_have_text(ASKING["asking.unkept"])
    answer(page)
    assert read("before", page.locator("[data-tested=test-before]").input_value())


def test_a_wrong_word_and_an_open_question_are_told_once(open_essay: OpenEssay) -> None:
    page = open_essay("?test", **ASLEEP).page
    begin(page, "o-t")
    expect(page.locator(".asking [data-said]")).to_have_text(ASKING["asking.word.wrong"])
    expect(page.locator("#asking-word")).to_be_focused()
    page.locator("#asking-word").fill(WORD)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".asking [data-said]")).to_contain_text(ASKING["asking.next"])
    assert card(page) == "D1"
    page.keyboard.press("Enter")
    assert card(page) == "D2"
    expect(page.locator(".asking textarea")).to_have_attribute("maxlength", str(MOST_WHY))


@pytest.mark.parametrize("query", ["", "?test=soon", "?test&embed=1", "?test&present", "?test&teacher"])
def test_without_a_known_occasion_or_on_a_page_for_others_nothing_is_asked(
    open_essay: OpenEssay, query: str
) -> None:
    essay = open_essay(query, **ASLEEP).loaded()
    expect(essay.page.locator("html")).not_to_have_css("visibility", "hidden")
    assert essay.page.locator(".asking").count() == 0
    assert not [url for url in essay.requests if "questions.html" in url or "questions-" in url]
    assert "test" in query or not [url for url in essay.requests if "questions" in url]


def test_an_address_that_ends_in_test_opens_them_at_once(open_essay: OpenEssay) -> None:
    page = open_essay("?test=after", **ASLEEP).loaded().page
    expect(page.locator(".asking")).to_be_hidden()
    page.evaluate("location.hash = 'test'")
    expect(page.locator(".asking")).to_be_visible()


def test_each_card_is_accessible_in_light_and_dark_and_fits_a_phone(open_essay: OpenEssay) -> None:
    essay: Essay = open_essay("?test", **ASLEEP, **SMALL)
    page = essay.page
    for name in ("about", "word", *IDS):
        expect(page.locator(".asking")).to_be_visible()
        assert card(page) == name
        if name in ("about", "word", "D1", "D4", "W"):
            assert violations_light_and_dark(page, ".asking") == []
        over = page.locator(".asking").evaluate(
            "it => [it.scrollHeight - it.clientHeight, it.scrollWidth - it.clientWidth]"
        )
        assert over == [0, 0], name
        for part in page.locator(
            ".asking :is(button, label:has(:checked), textarea, [type=text]):visible"
        ).all():
            box = part.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        if page.locator(".asking [type=radio]:visible").count():
            page.keyboard.press("1")
        page.locator(".asking .feet:visible .primary").click()
    assert card(page) == "end"
