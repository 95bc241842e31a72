"""The essay's end: a card with true counts, answers that stay on the device and go along, what needs no scripts."""

import io
import json
import random

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from downhill.session.result import MOST_ANSWER, QUESTIONS, Result
from downhill.session.result_code import decode
from downhill.text.english.closing import CLOSING
from downhill.text.format import PAGE, number
from tests.browser.conftest import PHONE, OpenEssay
from tests.browser.test_result import told
from tests.support.axe import violations_light_and_dark
from tests.support.essay import Essay, until
from tests.support.often import thorough

MODEL = "ten-thousand"
SOLVED = """if (!localStorage.getItem("downhill.challenges"))
    localStorage.setItem("downhill.challenges", '["valley/escape"]');"""
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }'
WRITTEN = 'localStorage.setItem("downhill.answers", JSON.stringify({ hand: "x".repeat(999), sentence: 7 }))'
STORED = "localStorage.getItem('downhill.answers')"
WIDER = "document.documentElement.scrollWidth > innerWidth"


def kept(page: Page, name: str, part: str = "value") -> str:
    """What the card tells of something."""
    return page.locator(f"[data-kept={name}] .{part}").inner_text()


def see(page: Page) -> None:
    """Come to the card."""
    page.locator("[data-keepsake]").scroll_into_view_if_needed()


def counted(essay: Essay) -> tuple[str, str]:
    """All moves of the hand and all steps of the machine, as the lessons count them themselves."""

    def all_of(selector: str) -> int:
        shown = essay.page.locator(f"section.lesson {selector}").evaluate_all(
            "all => all.map(one => one.textContent)"
        )
        return sum(map(int, shown))

    trained = int(essay.lesson(MODEL).section.get_attribute("data-steps") or 0)
    moves, steps = all_of("[data-show=hand_moves]"), all_of("[data-show=machine_steps]") + trained
    return number(moves, 0), number(steps, 0)


@thorough
def test_the_card_tells_kindly_what_is_not_there_then_counts_as_the_page_does_and_is_saved_so(
    open_essay: OpenEssay,
) -> None:
    played = open_essay(script=SOLVED).ready()
    page = played.page
    assert not [url for url in played.requests if "/page/closing/" in url]
    see(page)
    until(page, lambda: kept(page, "challenges").startswith("1 "), "the device's challenge is counted")
    assert (kept(page, "moves"), kept(page, "steps"), kept(page, "sentence")) == ("0", "0", "")
    lessons = page.locator("section.lesson").evaluate_all("all => all.map(lesson => lesson.id)")
    number = str(1 + lessons.index(MODEL))
    assert kept(page, "sentence", "hint") == CLOSING["keepsake.sentence.none"].replace("{number}", number)
    valley, model = played.lesson("valley"), played.lesson(MODEL)
    valley.set("x", 1)
    valley.set("x", 2)
    valley.press("step10")
    model.press("step")
    played.rest()
    see(page)
    moves, steps = counted(played)
    until(
        page, lambda: (kept(page, "moves"), kept(page, "steps")) == (moves, steps), "the card has all of it"
    )
    assert moves == "2"
    assert kept(page, "sentence") == model.shown("outcome").inner_text()
    assert kept(page, "moves", "hint") == kept(page, "sentence", "hint") == ""
    for kind in ("png", "svg"):
        with page.expect_download() as given:
            page.locator(f"[data-keepsake] [data-take={kind}]").click()
        assert given.value.suggested_filename == f"downhill-keepsake.{kind}"
        data = given.value.path().read_bytes()
        text = Image.open(io.BytesIO(data)).info["Description"] if kind == "png" else data.decode()
        for name in ("moves", "steps", "challenges", "sentence"):
            assert f"{CLOSING[f'keepsake.{name}']}: {kept(page, name)}" in text
    expect(page.locator("[data-keepsake] .told")).to_contain_text("downhill-keepsake.svg")
    assert played.complaints == []


def test_answers_are_stored_here_and_go_along_in_the_result_and_a_long_link_is_not_offered(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay().ready()
    page = essay.page
    for name in QUESTIONS:
        page.get_by_label(PAGE[f"asked.{name}"]).fill(f"what I think of {name}")
        page.wait_for_function(f"({STORED} ?? '').includes('what I think of {name}')")
    stored = json.loads(page.evaluate(STORED))
    assert stored == {name: f"what I think of {name}" for name in QUESTIONS}
    page.locator(".closing [data-result]").click()
    until(page, lambda: page.locator("[data-result-code]").input_value() != "", "the code is there")
    assert told(page).answers == stored
    assert told(page).changed == len(QUESTIONS)
    expect(page.locator("[data-result-link]")).to_be_visible()
    page.locator("[data-result-do=close]").click()
    dice = random.Random(7)
    long = {
        name: "".join(chr(dice.randrange(0x4E00, 0x9FA5)) for _ in range(MOST_ANSWER)) for name in QUESTIONS
    }
    for name in QUESTIONS:
        page.locator(f"[data-answer={name}]").fill(long[name])
    page.locator(".closing [data-result]").click()
    expect(page.locator("#result .told")).to_contain_text("Hand in the code instead")
    for part in ("[data-result-link]", "[data-result-do=link]", "[data-result-do=qr]"):
        expect(page.locator(part)).to_be_hidden()
    found = told(page)
    assert isinstance(decode(page.locator("[data-result-code]").input_value()), Result)
    assert found.answers == long
    page.locator("[data-result-do=close]").click()
    assert violations_light_and_dark(page, ".closing") == []
    assert essay.complaints == []


def test_what_was_answered_is_there_again_and_is_cut_as_it_would_be_written(open_essay: OpenEssay) -> None:
    essay = open_essay("?patience=120", asleep=True, script=WRITTEN, **PHONE).loaded()
    page = essay.page
    page.locator(".questions").scroll_into_view_if_needed()
    expect(page.locator("[data-answer=hand]")).to_have_value("x" * MOST_ANSWER)
    expect(page.locator("[data-answer=sentence]")).to_have_value("")
    assert not page.evaluate(WIDER)
    for field in page.locator(".questions :is(textarea, button)").all():
        box = field.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize(
    ("script", "missing", "told"), [(FULL, "nothing", "unkept"), ("", "page/closing/*", "late")]
)
def test_where_answers_can_not_be_stored_a_sentence_says_so_and_the_words_stay(
    open_essay: OpenEssay, script: str, missing: str, told: str
) -> None:
    page = open_essay("?patience=120", asleep=True, script=script).loaded().page
    page.route(f"**/{missing}", lambda route: route.abort())
    page.locator("[data-answer=hand]").fill("too many")
    expect(page.locator(".questions .told")).to_have_text(CLOSING[f"asked.{told}"])
    expect(page.locator("[data-answer=hand]")).to_have_value("too many")
