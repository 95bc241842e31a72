"""What the lines of a reader's code have just worked out, beside them in the editor."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_python_edited import ABSOLUTE, ORIGINAL, do, edit, edited, page_of, panel, run, write
from tests.support.essay import PATIENCE, Essay, Lesson, until

OWN = ORIGINAL.replace(ABSOLUTE, "total = (errors**2).sum()\n    # of them all\n    return total")
LINES = """editor => [...editor.querySelectorAll(".cm-line")].map(line => {
    const value = line.querySelector(".code-value"), text = value ? value.shadowRoot.textContent : "";
    return [line.textContent, text];
})"""
SHOWN = """panel => [...panel.querySelectorAll("li")].map(line => {
    const value = line.querySelector("[data-worked-out]");
    return [line.querySelector("code"), value ? value.textContent : ""];
}).filter(([code]) => code.getClientRects().length).map(([code, text]) => [code.textContent, text])"""


@pytest.fixture
def line(_editing: Essay) -> Iterator[Lesson]:
    """The line lesson with its editor open, the page's own functions in it."""
    yield from edited(_editing, "line")


def beside(lesson: Lesson, line: str) -> Locator:
    """The value beside the line of the editor that holds these words."""
    return panel(lesson).locator(".cm-line", has_text=line).locator(".code-value")


def values(lesson: Lesson) -> Locator:
    return panel(lesson).locator(".code-value")


def test_the_editor_opens_with_the_values_that_stood_beside_the_lines(line: Lesson) -> None:
    expect(beside(line, "def predict")).to_have_text("m = 30, b = 244", timeout=PATIENCE)
    written = panel(line).locator(".cm-content").evaluate(LINES)
    do(line, "restore").click()
    expect(panel(line).locator(".function code").first).to_be_visible()
    shown = panel(line).evaluate(SHOWN)
    assert [each for each in written if each[0]] == shown
    assert sum(bool(text) for _, text in shown) > 8
    edit(line)
    expect(beside(line, "def predict")).to_have_text("m = 30, b = 244")
    line.set("m", 50)
    expect(beside(line, "def predict")).to_have_text("m = 50, b = 244")


def test_values_stand_beside_changed_lines_follow_a_slider_and_go_with_an_edit(line: Lesson) -> None:
    write(line, OWN)
    expect(values(line)).to_have_count(0)
    line.set("m", 40)
    expect(values(line)).to_have_count(0)
    do(line, "run").click()
    expect(beside(line, "def predict")).to_have_text("m = 40, b = 244", timeout=PATIENCE)
    line.set("b", 200)
    expect(beside(line, "def predict")).to_have_text("m = 40, b = 200")
    expect(beside(line, "total = ")).to_have_text(f"total = {line.loss:,.0f}")
    panel(line).locator(".cm-line", has_text="# of them all").click()
    page_of(line).keyboard.type("!")
    expect(values(line)).to_have_count(0)
    do(line, "run").click()
    expect(beside(line, "def predict")).to_contain_text("b = 200", timeout=PATIENCE)
    do(line, "run").click()  # once more, unchanged
    expect(panel(line)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    expect(beside(line, "def predict")).to_contain_text("b = 200")


def test_a_mistake_has_no_values_beside_it_and_the_way_back_has(line: Lesson) -> None:
    run(line, OWN, "changed")
    expect(values(line)).not_to_have_count(0)
    run(line, OWN.replace("total = ", "total = c + "), "mistaken")
    line.set("m", 50)
    expect(values(line)).to_have_count(0)
    run(line, ORIGINAL, "original")
    expect(beside(line, "def predict")).to_have_text("m = 50, b = 244", timeout=PATIENCE)


def test_the_code_is_copied_kept_and_sent_along_without_its_values(line: Lesson) -> None:
    run(line, OWN, "changed")
    expect(beside(line, "total = ")).not_to_have_count(0)
    page = page_of(line)
    assert panel(line).evaluate("panel => panel.codeText()") == OWN
    page.wait_for_url("**line.code*")
    until(
        page,
        lambda: (
            page.evaluate("JSON.parse(localStorage.getItem('downhill.code') || '{}')['line/absolute']") == OWN
        ),
        "the code is kept",
    )


def test_on_a_phone_every_value_is_in_view_within_its_line(line: Lesson) -> None:
    page = page_of(line)
    page.set_viewport_size(PHONE["viewport"])
    run(line, OWN, "changed")
    expect(beside(line, "total = ")).not_to_have_count(0)
    gaps = values(line).evaluate_all(
        """values => values.flatMap(value => {
            const [own, line, box] = [value, value.closest(".cm-line"), value.closest(".cm-scroller")]
                .map(each => each.getBoundingClientRect());
            return [own.left - line.left, line.right - own.right, own.top - line.top, line.bottom - own.bottom, box.right - own.right];
        })"""
    )
    assert min(gaps) >= -1
    assert panel(line).locator(".cm-scroller").evaluate("one => one.scrollWidth - one.clientWidth") == 0
    page.set_viewport_size(WIDE)
