"""The Python of a lesson, changed: run, told of mistakes, stopped, kept, sent along, taken home."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from downhill.lessons import all_lessons
from downhill.session.fragment import encode
from tests.browser.conftest import WIDE, OpenEssay
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import a_few, thorough
from tests.support.take_overs import TAKE_OVER
from tools.pages import shown_python

LINE = next(lesson for lesson in all_lessons() if lesson.id == "line")
ORIGINAL = (
    "\n\n\n".join(each.text for each in shown_python.of_lesson(LINE) if each.only in ("", "absolute")) + "\n"
)
ABSOLUTE, SQUARED = "return np.abs(errors).sum()", "return (errors**2).sum()"
OWN = ORIGINAL.replace(ABSOLUTE, SQUARED)
LOSS = 58598.71  # the sum of squared errors where the line lesson begins


def page_of(lesson: Lesson) -> Page:
    """The page that a lesson is on."""
    assert isinstance(lesson.page, Page)
    return lesson.page


def panel(lesson: Lesson) -> Locator:
    return lesson.section.locator("[data-code]")


def do(lesson: Lesson, what: str) -> Locator:
    """The button that does something with the code."""
    return panel(lesson).locator(f"[data-code-do='{what}']")


def edit(lesson: Lesson) -> None:
    """Open the Python of a lesson, and its editor."""
    panel(lesson).evaluate("panel => { panel.open = true }")
    do(lesson, "edit").click()
    expect(panel(lesson).locator(".cm-content")).to_be_visible()


def write(lesson: Lesson, text: str) -> None:
    """Put a text in the place of all that is in the editor."""
    page = page_of(lesson)
    panel(lesson).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def run(lesson: Lesson, text: str, state: str) -> None:
    """Run a text, and wait for how it stands then."""
    write(lesson, text)
    do(lesson, "run").click()
    expect(panel(lesson)).to_have_attribute("data-code-state", state, timeout=PATIENCE)
    lesson.rest()


def edited(opened: Essay, name: str) -> Iterator[Lesson]:
    """A lesson with its editor open, the page's own functions in it; afterwards these run again."""
    opened.reset()
    lesson = opened.lesson(name)
    edit(lesson)
    yield lesson
    do(lesson, "restore").click()
    expect(panel(lesson)).to_have_attribute("data-code-state", "original")
    lesson.rest()
    assert opened.complaints == []


@pytest.fixture
def line(_editing: Essay) -> Iterator[Lesson]:
    """The line lesson with its editor open, the page's own functions in it."""
    yield from edited(_editing, "line")


def test_a_changed_loss_runs_under_the_same_sliders(line: Lesson) -> None:
    assert line.loss == pytest.approx(697.7)
    run(line, OWN, "changed")
    assert line.loss == pytest.approx(LOSS)
    expect(line.section.locator(".loss .own-name")).to_be_visible()
    expect(line.section.locator(".loss .name")).to_be_hidden()
    expect(line.section.locator(".sentence")).to_have_text("Your own Python is running. The loss is 58,600.")
    expect(panel(line).locator(".checked")).to_have_text(
        "Your gradient says −3.11 for slope m, but the loss itself gives −975."
    )
    line.set("b", 200)
    assert line.loss != pytest.approx(LOSS)
    line.press("step")
    page_of(line).wait_for_url(re.compile(r"&line\.code~?="))


def test_an_editor_that_comes_late_leaves_the_focus_where_it_has_gone(open_essay: OpenEssay) -> None:
    essay, held = open_essay("#line").ready(), list[Route]()
    lesson = essay.lesson("line")
    essay.page.route("**/editor/editor*.js", lambda route: held.append(route))
    panel(lesson).evaluate("panel => { panel.open = true }")
    do(lesson, "edit").click()
    until(essay.page, lambda: bool(held), "the editor is asked for")
    slider = lesson.section.locator("[name=m]")
    slider.focus()
    for route in held:
        route.continue_()
    expect(panel(lesson).locator(".cm-content")).to_be_visible()
    lesson.rest()
    expect(slider).to_be_focused()


def test_a_mistake_marks_its_line_and_the_lesson_goes_on(line: Lesson) -> None:
    run(line, ORIGINAL.replace("np.abs(errors).sum()", "1 / 0"), "mistaken")
    expect(panel(line).locator(".came")).to_contain_text("Line 7: ")
    marked = panel(line).locator(".cm-line[data-mistake]")
    expect(marked).to_have_count(1)
    assert marked.evaluate("line => [...line.parentElement.children].indexOf(line) + 1") == 7
    assert line.loss == pytest.approx(697.7)
    line.press("step")
    assert line.loss < 697


def test_on_a_phone_the_picture_is_in_view_beside_the_code_that_runs(line: Lesson) -> None:
    page = page_of(line)
    page.set_viewport_size({"width": 390, "height": 844})
    write(line, OWN)
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("Control+Enter")
    expect(panel(line)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    expect(line.section.locator(".pictures .frame").first).to_be_in_viewport(ratio=0.98)
    do(line, "run").click(trial=True)
    page.set_viewport_size(WIDE)


def test_what_print_writes_is_seen_and_what_was_changed_too(line: Lesson) -> None:
    run(
        line, ORIGINAL.replace("    return m * x + b", '    print("so")\n    return m * x + b + 1'), "changed"
    )
    expect(panel(line).locator("[data-printed]")).to_contain_text("so")
    do(line, "difference").click()
    items = panel(line).locator(".difference li")
    expect(items).to_have_count(3)
    assert [item.get_attribute("data-kind") for item in items.all()] == ["gone", "new", "new"]
    do(line, "difference").click()


def test_it_is_run_and_left_by_keyboard(line: Lesson) -> None:
    write(line, OWN)
    page_of(line).keyboard.press("Control+Enter")
    expect(panel(line)).to_have_attribute("data-code-state", "changed")
    page_of(line).keyboard.press("Escape")
    page_of(line).keyboard.press("Tab")
    assert not panel(line).locator(".cm-content").evaluate("it => it.contains(document.activeElement)")
    expect(panel(line)).to_have_attribute("open", "")


def test_copy_takes_the_changed_code_along(line: Lesson) -> None:
    write(line, OWN)
    page_of(line).evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.copied = text } }"
    )
    do(line, "copy").click()
    expect(panel(line).locator(".told").first).to_have_text("Copied.")
    assert page_of(line).evaluate("copied") == OWN


@thorough
def test_axe_finds_nothing_while_code_is_changed(line: Lesson) -> None:
    run(line, ORIGINAL.replace("return m * x + b", "return m * x + c"), "mistaken")
    assert violations_light_and_dark(page_of(line), "#line [data-code]") == []


@thorough
def test_an_experiment_asks_first_and_tells_when_it_is_done(line: Lesson) -> None:
    part = panel(line).locator(".experiments")
    part.locator("summary").click()
    part.locator("[data-experiment-id='worst']").click()
    expect(part.locator("[data-experiment='question']")).to_be_focused()
    expect(part.locator("input[type=radio]")).not_to_have_count(0)
    part.locator("input[type=radio]").first.check()
    for count in (1, 2, 3):
        part.locator("[data-experiment='hint']").click()
        expect(part.locator(".hints li")).to_have_count(count)
    expect(part.locator("[data-experiment='hint']")).to_be_hidden()
    run(line, ORIGINAL + "# as it was\n\nx = 1\n", "changed")
    undone = part.locator(".said").inner_text()
    worst = re.sub(
        r"def gradient.*?\n\n\n", "", ORIGINAL.replace(ABSOLUTE, "return np.abs(errors).max()"), flags=re.S
    )
    run(line, worst, "changed")
    expect(part.locator(".said")).not_to_have_text(undone)
    expect(part.locator("[data-done]")).to_have_accessible_name(re.compile(r"\(done\)$"))
    expect(part.locator("[data-done]")).to_have_attribute("data-experiment-id", "worst")
    until(
        page_of(line),
        lambda: page_of(line).evaluate("localStorage.getItem('downhill.experiments')") == '["line/worst"]',
        "it is remembered",
    )
    assert violations(page_of(line), "#line .experiments") == []
    part.locator("summary").click()


@thorough
def test_code_that_a_link_has_no_room_for_is_offered_as_a_file(line: Lesson) -> None:
    chance = Random(1)
    signs = "".join(chr(chance.randrange(33, 127)) for _ in range(15_000))
    run(line, f"{OWN}\n# {signs}\n", "changed")
    told = panel(line).locator(".unlinked")
    expect(told).to_contain_text("Your code is too long for a link")
    expect(told).to_contain_text("Save it as a file instead.")
    expect(do(line, "save-py")).to_have_class("strong")
    line.set("m", 80)
    page_of(line).wait_for_url(re.compile(r"line\.m=80"))
    assert "line.code" not in page_of(line).url
    with page_of(line).expect_download() as saved:
        do(line, "save-py").click()
    assert signs in saved.value.path().read_text(encoding="utf-8")
    run(line, OWN, "changed")
    expect(told).to_be_hidden()
    expect(do(line, "save-py")).not_to_have_class("strong")


@a_few(1)
@pytest.mark.parametrize("kind", ["py", "ipynb"])
def test_it_is_taken_home(line: Lesson, kind: str, tmp_path: Path) -> None:
    write(line, OWN)
    with page_of(line).expect_download() as saved:
        do(line, f"save-{kind}").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    assert file.name == f"downhill-line.{kind}"
    text = file.read_text(encoding="utf-8")
    cells = json.loads(text)["cells"] if kind == "ipynb" else []
    assert SQUARED in ("".join("".join(cell["source"]) for cell in cells) or text)


def test_code_of_a_link_is_shown_and_does_not_run_before_it_is_told_to(
    open_essay: OpenEssay, address: str
) -> None:
    link = encode("line", {"line.code": OWN, "line.m": 50.0})
    essay = open_essay("#" + link).ready()
    lesson = essay.lesson("line")
    expect(panel(lesson).locator(".whose")).to_contain_text("came with a link")
    expect(panel(lesson).locator(".cm-content")).to_contain_text("(errors**2).sum()")
    assert lesson.values[0] == 50
    own = lesson.loss
    for kind in ("py", "ipynb"):
        with essay.page.expect_download():
            do(lesson, f"save-{kind}").click()
        expect(panel(lesson).locator(".unread")).to_contain_text("read it before you run it")
    do(lesson, "run").click()
    expect(panel(lesson)).to_have_attribute("data-code-state", "changed")
    lesson.rest()
    assert lesson.loss > 10 * own
    with essay.page.expect_download():
        do(lesson, "save-py").click()
    expect(panel(lesson).locator(".unread")).to_be_hidden()
    link = encode("line", {"line.code": OWN.replace("**2", "**4"), "line.m": 60.0})
    with essay.page.expect_event("load"):  # a stranger's code has run
        essay.page.evaluate("link => { location.hash = link }", link)
    essay.ready().follow("line&v=2")
    for _ in ("another one", "and once more"):
        essay.follow(link)
        expect(panel(lesson).locator(".cm-content")).to_contain_text("(errors**4).sum()")
        expect(panel(lesson).locator(".whose")).to_contain_text("came with a link")
        essay.follow("line&v=2")
    assert essay.page.evaluate("localStorage.getItem('downhill.code')") is None


CLAIMED = TAKE_OVER.format(
    there="",
    way="""def send(news):
    claimed = {"said": "well done", "done": True}
    say({**news, "answer": claimed} if type(news.get("answer", 0)) in (dict, type(None)) else news)""",
)


@thorough
def test_no_experiment_counts_once_code_from_elsewhere_has_run_in_any_lesson(open_essay: OpenEssay) -> None:
    essay = open_essay("?patience=120#" + encode("valley", {"valley.code": CLAIMED})).ready()
    valley, line = essay.lesson("valley"), essay.lesson("line")
    expect(panel(valley).locator(".whose")).to_contain_text("came with a link")
    do(valley, "run").click()
    expect(panel(valley)).to_have_attribute("data-code-state", "mistaken")
    edit(line)
    part = panel(line).locator(".experiments")
    part.locator("summary").click()
    part.locator("[data-experiment-id='worst']").click()
    expect(part.locator("[data-experiment='question']")).to_be_visible()
    run(line, OWN, "changed")
    expect(part.locator(".said")).to_have_text("well done")
    expect(part.locator("[data-done]")).to_have_count(0)
    assert essay.page.evaluate("localStorage.getItem('downhill.experiments')") is None


def test_code_from_elsewhere_stays_that_when_it_is_changed_and_kept_until_the_pages_own_comes_back(
    open_essay: OpenEssay,
) -> None:
    link = encode("line", {"line.code": OWN})
    script = """window.name = 'downhill:stopped:{"lesson":"valley","text":"from another site"}'"""
    essay = open_essay("#" + link, script=script).ready()
    lesson = essay.lesson("line")
    whose = panel(lesson).locator(".whose")
    expect(whose).to_contain_text("came with a link")
    expect(whose).to_contain_text("can’t send or store anything")
    panel(lesson).locator(".cm-content").click()
    essay.page.keyboard.press("Control+End")
    essay.page.keyboard.insert_text("\nmore = 1\n")
    do(lesson, "run").click()
    expect(panel(lesson)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    expect(whose).to_contain_text("not written here")
    kept = "localStorage.getItem('downhill.code') || ''"
    until(essay.page, lambda: "more = 1" in essay.page.evaluate(kept), "the code is kept")
    edit(essay.open("?embed=1#line").ready().lesson("line"))
    expect(whose).to_contain_text("from last time")
    do(lesson, "restore").click()
    expect(panel(lesson)).not_to_have_attribute("data-editing", "", timeout=PATIENCE)  # the editor has closed
    expect(whose).to_be_hidden()
    edit(lesson)
    panel(lesson).locator(".cm-content").click()
    essay.page.keyboard.press("Control+z")
    expect(whose).to_contain_text("not written here")


@thorough
def test_what_is_pasted_is_announced_and_what_is_moved_about_is_not(line: Lesson) -> None:
    whose = panel(line).locator(".whose")
    paste = """(place, text) => { const data = new DataTransfer(); data.setData("text/plain", text);
        place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""
    editor = panel(line).locator(".cm-content")
    editor.press("Control+End")
    editor.evaluate(paste, ABSOLUTE)
    expect(editor).to_contain_text(f"new_values{ABSOLUTE}")
    expect(whose).to_be_hidden()
    editor.evaluate(paste, "import js")
    expect(whose).to_contain_text("was pasted")


def test_what_was_written_is_kept_on_the_device_and_does_not_run_by_itself(open_essay: OpenEssay) -> None:
    essay = open_essay("?embed=1#line").ready()
    lesson = essay.lesson("line")
    edit(lesson)
    write(lesson, OWN)
    until(
        essay.page,
        lambda: "errors**2" in (essay.page.evaluate("localStorage.getItem('downhill.code')") or ""),
        "the code is kept",
    )
    essay.page.evaluate("localStorage.setItem('downhill.experiments', '[\"line/worst\"]')")
    essay.page.reload()
    essay.ready()
    edit(lesson)
    panel(lesson).locator(".experiments summary").click()
    expect(panel(lesson).locator("[data-done]")).to_have_attribute("data-experiment-id", "worst")
    expect(panel(lesson).locator(".whose")).to_contain_text("from last time")
    expect(panel(lesson).locator(".cm-content")).to_contain_text("(errors**2).sum()")
    assert lesson.loss == pytest.approx(697.7)
    do(lesson, "restore").click()
    until(
        essay.page,
        lambda: essay.page.evaluate("localStorage.getItem('downhill.code')") is None,
        "it is forgotten",
    )
