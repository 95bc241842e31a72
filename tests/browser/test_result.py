"""Result codes: a pupil gets one, a teacher collects it, anybody else who opens its link is told what it is."""

import pytest
from playwright.sync_api import Page, expect

from downhill.session.code_finder import LONGEST
from downhill.session.result import Lesson as Done
from downhill.session.result import Result
from downhill.session.result_code import decode, encode
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.support.axe import violations
from tests.support.essay import Essay, until
from tests.support.often import thorough

CODES = [encode(Result(name, name, {"line": Done(3, 40, True)})) for name in ("Ada", "Bob")]
ANSWERED = encode(Result("Cy", "c", answers={"hand": "=too many"}))


@pytest.fixture(scope="module")
def collecting(_shared: OpenEssay) -> Page:
    """The teacher's page, which a link with a result has opened."""
    essay = _shared(f"?teacher#result={CODES[0]}").ready()
    essay.page.wait_for_selector(".collected tbody tr")
    return essay.page


def told(page: Page) -> Result:
    found = decode(page.locator("[data-result-code]").input_value())
    assert isinstance(found, Result)
    return found


@thorough
def test_a_pupil_gets_a_code_of_what_was_done_with_a_name_or_without(open_essay: OpenEssay) -> None:
    essay: Essay = open_essay().ready()
    page = essay.page
    essay.lesson("valley").set("x", 1)
    page.locator("#valley [data-result]").click()
    expect(page.locator("#result")).to_be_visible()
    until(page, lambda: page.locator("[data-result-code]").input_value() != "", "the code is there")
    assert told(page).lessons["valley"].moves == 1
    assert told(page).name == ""
    page.locator("[data-result-name]").fill("Ada")
    until(page, lambda: told(page).name == "Ada", "the name is in the code")
    link = page.locator("[data-result-link]").input_value()
    assert link.endswith(f"?teacher#result={page.locator('[data-result-code]').input_value()}")
    assert violations(page, "#result") == []
    page.locator("[data-result-do=qr]").click()
    expect(page.locator("#code .address")).to_have_text(link)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#result")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(key => localStorage[key].includes('Ada'))") == []
    assert essay.complaints == []


def test_an_ordinary_visit_with_a_result_is_told_and_changes_nothing(open_essay: OpenEssay) -> None:
    essay = open_essay(f"#result={CODES[0]}").ready()
    expect(essay.page.locator("#address-note")).to_have_text(PAGE["result.elsewhere"])
    assert "result" not in essay.page.url
    assert essay.complaints == []


@thorough
def test_a_link_brings_its_result_and_pasted_ones_are_added_once(collecting: Page) -> None:
    expect(collecting.locator(".collected tbody th")).to_have_text(["Ada"])
    area = collecting.locator("#collect-paste")
    expect(area).to_have_attribute("maxlength", f"{LONGEST + 1}")  # what is left out is told
    area.fill(f"Hello\n{CODES[1]}\n{CODES[0]}\n{CODES[0][:-4]}")
    collecting.locator("[data-collect=add]").click()
    expect(collecting.locator(".collected tbody th")).to_have_text(["Ada", "Bob"])
    expect(collecting.locator(".collect > .told")).to_contain_text("Line 4")
    expect(area).to_have_value("")
    assert violations(collecting, ".collect") == []
    assert "result" not in collecting.url
    area.fill(ANSWERED)
    collecting.locator("[data-collect=add]").click()
    expect(collecting.locator(".collected thead th").last).to_have_text(PAGE["asked.hand"])
    expect(collecting.locator(".collected tbody tr").last.locator("td").last).to_have_text("=too many")
    expect(collecting.locator(".collected table")).to_have_attribute("data-asked", "1")
    with collecting.expect_download() as download:
        collecting.locator("[data-collect=csv]").click()
    assert download.value.suggested_filename == "downhill-results.csv"
    assert '"\'=too many"' in download.value.path().read_text(encoding="utf-8")


def test_files_are_read_and_all_is_forgotten(collecting: Page) -> None:
    text = "\n".join([*CODES, ANSWERED]).encode()
    files = collecting.locator("#collect-files")
    files.set_input_files({"name": "codes.txt", "mimeType": "text/plain", "buffer": text})
    expect(collecting.locator(".collected tbody th")).to_have_count(3)
    collecting.locator("[data-collect=forget]").click()
    expect(collecting.locator(".collected")).to_be_hidden()
    expect(collecting.locator(".collect > .told")).to_have_text(PAGE["collect.forgotten"])
