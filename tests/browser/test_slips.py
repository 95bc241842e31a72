"""An error in a handler is one sentence where it happened, and the page goes on."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.essay import PATIENCE, Essay, until
from tests.support.often import a_few, thorough

SENTENCE = "Something went wrong here."
CASES = {
    "a button": ("valley", "[data-action=step]", "click", "dataset"),
    "a slider": ("line", ".slider input[type=range]", "input", "value"),
    "a model's prompt": ("ten-thousand", "[data-entry] input", "change", "value"),
}
BREAK = """([place, selector, , property]) => Object.defineProperty(
    document.querySelector(`#${place} ${selector}`),
    property,
    { configurable: true, get() { throw new Error("broken on purpose"); } })"""
USE = """([place, selector, kind]) =>
    document.querySelector(`#${place} ${selector}`).dispatchEvent(new Event(kind, { bubbles: true }))"""


MEND = """([place, selector, , property]) => { delete document.querySelector(`#${place} ${selector}`)[property]; }"""


@pytest.fixture(scope="module")
def _breakable(_shared: OpenEssay) -> Essay:
    return _shared().ready()


@pytest.fixture
def breakable(_breakable: Essay) -> Essay:
    """A live page in which tests break something, and mend it; nothing has been told so far."""
    _breakable.complaints.clear()
    _breakable.page.evaluate("document.querySelectorAll('.notice').forEach(one => { one.hidden = true; })")
    return _breakable.reset()


@thorough
@a_few(2)
@pytest.mark.parametrize("case", CASES)
def test_an_error_is_one_sentence_in_its_section_and_the_page_goes_on(breakable: Essay, case: str) -> None:
    place, essay = CASES[case][0], breakable
    page, notice = essay.page, essay.lesson(place).section.locator(".notice")
    page.evaluate(f"(case_) => {{ ({BREAK})(case_); }}", CASES[case])
    for _ in range(3):
        page.evaluate(USE, CASES[case])
    expect(notice).to_contain_text(SENTENCE, timeout=PATIENCE)
    until(page, lambda: len(essay.complaints) == 3, "the console has the details")
    assert all("broken on purpose" in told for told in essay.complaints), essay.complaints
    assert page.locator(".notice:visible, #notice:visible").count() == 1
    assert page.locator("html").get_attribute("data-python") == "ready"
    other = essay.lesson("choose-word")
    with other.next_frame():
        other.slider("temperature").press("ArrowRight")
    page.evaluate(MEND, CASES[case])


def test_an_error_of_python_is_no_traceback_for_a_reader_and_goes_with_the_next_thing(
    breakable: Essay,
) -> None:
    essay = breakable
    valley = essay.lesson("valley")
    notice = valley.section.locator(".notice")
    valley.section.locator("[data-do=race]").evaluate(
        """button => {
            button.dataset.do = "nothing that there is";
            button.closest("details").open = true;
            button.click();
        }"""
    )
    expect(notice).to_contain_text(SENTENCE)
    assert "KeyError" not in essay.page.locator("body").inner_text()
    assert "KeyError" in essay.complaints[0]
    valley.press("step10")
    expect(notice).to_be_hidden()
    race = valley.section.locator("[data-do='nothing that there is']")
    race.evaluate("button => { button.dataset.do = 'race'; }")


@thorough
def test_while_python_loads_an_error_is_no_lost_start(open_essay: OpenEssay) -> None:
    essay = open_essay()
    essay.page.wait_for_selector("#valley [data-do=race]", state="attached")
    essay.page.evaluate(
        """() => {
            document.querySelector("#valley [data-do=race]").dataset.do = "nothing that there is";
            const told = () => !document.querySelector("#valley .notice").hidden;
            new MutationObserver(() => { window.states = [...window.states ?? [], document.documentElement.dataset.python]; })
                .observe(document.documentElement, { attributeFilter: ["data-python"] });
            document.querySelector("#valley details.challenges").open = true;
            const button = document.querySelector("#valley [data-do='nothing that there is']");
            (function press() { if (!told()) { button.click(); setTimeout(press, 10); } })();
        }"""
    )
    essay.ready()
    assert essay.page.evaluate("states") == ["ready"]
    assert essay.complaints
    assert all("KeyError" in told for told in essay.complaints), essay.complaints


def test_a_move_that_fails_in_the_worker_is_told_to_all_and_play_stops(breakable: Essay) -> None:
    essay = breakable
    lesson = essay.lesson("next-word")
    lesson.section.locator("[data-preset=small]").click()
    lesson.press("play")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "true")
    lesson.section.locator("[data-preset=good]").evaluate(
        "button => { button.dataset.preset = 'nothing that there is'; button.click(); }"
    )
    expect(lesson.section.locator(".notice")).to_contain_text("could not be drawn", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    assert "KeyError" not in essay.page.locator("body").inner_text()
    lesson.press("step")
    expect(lesson.section.locator(".notice")).to_be_hidden()
    good = lesson.section.locator("[data-preset='nothing that there is']")
    good.evaluate("button => { button.dataset.preset = 'good'; }")
