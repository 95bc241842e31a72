"""The editor of code, on a page of its own under the policy of our pages."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from downhill.drawing.themes import COLOURS
from tests.browser.conftest import PHONE, WIDE
from tests.conftest import once
from tests.support import code_editor
from tests.support.axe import violations
from tests.support.code_editor import KEYS, TEXT, CodeEditor
from tests.support.often import thorough
from tools.server.server import serving
from tools.setup.runtime import Runtime

OpenEditor = Callable[..., CodeEditor]


@pytest.fixture(scope="module")
def home(cached: Runtime, common: Path) -> Iterator[str]:
    """The address of a page with the editor."""
    folder = once(common, "code-editor", lambda out: code_editor.lay_out(out, cached))
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def _shared(browser: Browser, home: str) -> Iterator[CodeEditor]:
    with closing(browser.new_context(viewport=WIDE)) as context:
        yield CodeEditor(context.new_page(), home)


@pytest.fixture
def editor(_shared: CodeEditor) -> Iterator[CodeEditor]:
    """An editor that was just opened, on a wide screen that is shared; nothing is refused, and nobody complains."""
    yield _shared.close().open()
    _shared.at_peace()


@pytest.fixture
def open_page(browser: Browser, home: str) -> Iterator[OpenEditor]:
    """Open the page without its editor, in a context of its own."""
    with ExitStack() as stack:

        def opener(**options: Any) -> CodeEditor:
            context = browser.new_context(**{"viewport": WIDE, **options})
            stack.callback(context.close)
            return CodeEditor(context.new_page(), home)

        yield opener


def test_the_editor_is_fetched_when_it_is_first_opened_and_once(open_page: OpenEditor) -> None:
    editor = open_page()
    assert not [name for name in editor.asked if "editor" in name or "codemirror" in name]
    editor.open().at_peace()
    names = [name.rpartition("/")[2] for name in editor.asked]
    assert {"editor.js", "editor.css", "codemirror.js"} <= set(names)
    assert len([name for name in names if name.startswith("codemirror_")]) == 5
    assert not [name for name in names if name.startswith("codemirror-")]
    before = len(editor.asked)
    assert editor.close().page.locator("#place > *").count() == 0
    editor.open()
    assert len(editor.asked) == before


def test_code_is_typed_and_indents_by_itself(editor: CodeEditor) -> None:
    editor.ask("setText", "")
    editor.ask("focus")
    editor.type("for i in range(3):\nif i:\nprint(i, '(')")
    assert editor.text == "for i in range(3):\n    if i:\n        print(i, '(')"
    editor.press("Enter", "Tab", "Tab", "Shift+Tab")
    editor.type("w = [1]")
    assert editor.text.endswith("\n            w = [1]")
    assert editor.page.evaluate("changes.at(-1)") == editor.text


def test_what_was_typed_is_undone_and_made_again_by_keys_and_by_the_page(editor: CodeEditor) -> None:
    editor.ask("focus")
    editor.type("x")
    assert editor.text == f"x{TEXT}"
    editor.press("Control+z")
    assert editor.text == TEXT
    assert editor.ask("redo")
    assert editor.text == f"x{TEXT}"
    assert editor.ask("undo")
    assert not editor.ask("undo")


def test_other_code_is_put_in_as_one_change_and_leaves_the_cursor_where_all_stays(editor: CodeEditor) -> None:
    editor.ask("focus")
    editor.type("# mine")
    mine = editor.text
    place = editor.ask("cursor")
    editor.ask("setText", mine.replace("** 2", "** 4\r\n    w += 1"))
    assert editor.text == mine.replace("** 2", "** 4\n    w += 1")
    assert editor.ask("cursor") == place
    editor.type("!")
    assert editor.ask("undo")
    assert editor.ask("undo")
    assert editor.text == mine
    assert editor.ask("undo")
    assert editor.text == TEXT


def test_tabs_that_are_pasted_become_spaces(editor: CodeEditor) -> None:
    editor.ask("focus")
    paste = """() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "if w:\\n\\tpass\\n");
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
    }"""
    editor.page.evaluate(paste)
    assert editor.text == f"if w:\n    pass\n{TEXT}"


def test_escape_and_then_tab_leave_either_way_and_another_key_stays(editor: CodeEditor) -> None:
    editor.page.locator("#before").focus()
    editor.press("Tab")
    assert "cm-content" in editor.focused()
    editor.press("Control+a", "Escape", "Tab")
    assert editor.focused() == "after"
    editor.press("Shift+Tab")
    assert "cm-content" in editor.focused()
    editor.press("Tab")  # after it was left, Tab indents again
    assert "cm-content" in editor.focused()
    editor.press("Escape", "ArrowDown", "Tab")
    assert "cm-content" in editor.focused()
    editor.press("Escape", "Shift+Tab")
    assert editor.focused() == "before"


def test_how_to_leave_is_seen_and_describes_the_editor(editor: CodeEditor) -> None:
    expect(editor.page.get_by_text(KEYS)).to_be_visible()
    expect(editor.content).to_have_accessible_description(KEYS)
    expect(editor.content).to_have_accessible_name("The Python of this lesson")
    expect(editor.content).to_have_role("textbox")


@pytest.mark.parametrize("key", ["Control+Enter", "Meta+Enter"])
def test_control_or_command_and_enter_run_the_code_and_change_nothing(editor: CodeEditor, key: str) -> None:
    editor.ask("focus")
    editor.press(key)
    assert editor.page.evaluate("runs") == 1
    assert editor.text == TEXT


def test_the_page_hears_of_no_key_but_escape(editor: CodeEditor) -> None:
    editor.ask("focus")
    editor.press("ArrowDown", "PageDown", "a", "Control+z", "Escape")
    assert editor.page.evaluate("keys") == ["Escape"]


def test_a_line_with_a_mistake_is_marked_and_told_until_the_mark_is_taken_away(editor: CodeEditor) -> None:
    marked = editor.page.locator(".cm-line[data-mistake]")
    editor.ask("mark", 3, "Line 3: w is not known.")
    expect(marked).to_have_text("    return w ** 2")
    expect(editor.content).to_have_accessible_description(f"Line 3: w is not known. {KEYS}")
    expect(editor.content).to_have_attribute("aria-invalid", "true")
    assert violations(editor.page) == []
    editor.ask("focus")
    editor.press("Enter")  # the mark goes along with its line
    expect(marked).to_have_text("    return w ** 2")
    editor.ask("mark", 99, "Line 99?")
    expect(marked).to_have_count(1)
    expect(marked).to_have_text("")
    editor.ask("unmark")
    expect(marked).to_have_count(0)
    expect(editor.content).to_have_accessible_description(KEYS)
    assert editor.content.get_attribute("aria-invalid") is None


def test_the_mark_goes_away_with_its_line(editor: CodeEditor) -> None:
    editor.ask("mark", 2, "Line 2")
    editor.ask("setText", "w = 1\n")
    expect(editor.page.locator("[data-mistake]")).to_have_count(0)
    expect(editor.content).to_have_accessible_description(KEYS)


def test_values_stand_beside_their_lines_are_no_part_of_the_code_and_go_when_that_changes(
    editor: CodeEditor,
) -> None:
    values = editor.page.locator(".code-value")
    editor.ask("setValues", {"3": "→ 9", "1": "w = 3", "9": "beyond the end"})
    expect(values).to_have_text(["w = 3", "→ 9"])
    expect(editor.page.locator(".cm-line").nth(2)).to_have_text("    return w ** 2→ 9")
    assert editor.text == TEXT
    box, line = values.last.bounding_box(), editor.page.locator(".cm-line").nth(2).bounding_box()
    assert box
    assert line
    assert box["y"] == pytest.approx(line["y"], abs=4)
    assert 0 <= line["x"] + line["width"] - box["x"] - box["width"] < 20
    first = values.first.element_handle()
    editor.ask("setValues", {"1": "w = 4"})
    expect(values).to_have_text(["w = 4"])
    assert (
        first.evaluate("place => place.shadowRoot.textContent") == "w = 4"
    )  # in the same place: nothing flickers while a slider moves
    assert violations(editor.page) == []
    editor.ask("focus")
    editor.press("Control+a")
    copied = """() => {
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return clipboardData.getData("text/plain");
    }"""
    assert editor.page.evaluate(copied) == TEXT
    editor.press("ArrowRight")
    editor.type("x")
    expect(values).to_have_count(0)
    editor.ask("undo")
    expect(values).to_have_count(0)
    editor.ask("setValues", {"1": "w = 3"})
    editor.ask("setValues", {})
    expect(values).to_have_count(0)


def test_the_value_of_a_line_is_heard_when_the_cursor_comes_to_it_and_not_when_it_changes(
    editor: CodeEditor,
) -> None:
    heard = editor.page.locator(".code-editor [aria-live=polite]")
    editor.ask("setValues", {"1": "w = 3", "3": "→ 9"})
    editor.ask("focus")
    expect(heard).to_have_text("")
    editor.press("ArrowDown", "ArrowDown")
    expect(heard).to_have_text("→ 9")
    editor.ask("setValues", {"1": "w = 4", "3": "→ 16"})
    editor.press("ArrowRight")
    expect(heard).to_have_text("→ 9")
    editor.press("ArrowUp", "ArrowUp")
    expect(heard).to_have_text("w = 4")
    editor.press("ArrowDown", "x", "ArrowUp", "ArrowDown", "ArrowDown")  # there are none after a change
    expect(heard).to_have_text("w = 4")


def test_a_value_that_has_no_room_beside_its_line_stands_below_it(editor: CodeEditor) -> None:
    editor.page.set_viewport_size({"width": 320, "height": 640})
    editor.ask("setText", f"{TEXT}values = [{', '.join(['1.25'] * 9)}]\n")
    long = "values = [1.25; 1.25; 1.25; 1.25; …], 9 numbers, and_a_name_that_is_far_too_long_to_stand_in_one_line = 1"
    editor.ask("setValues", {"1": "w = 3", "3": "→ 9", "4": long})
    expect(editor.page.locator(".code-value")).to_have_count(3)
    inside, outside = editor.page.locator(".cm-scroller").evaluate(
        "one => [one.scrollWidth, one.clientWidth]"
    )
    assert inside == outside
    boxes = editor.page.locator(".code-value").evaluate_all(
        """values => values.map(value => {
            const [own, line] = [value, value.parentElement].map(each => each.getBoundingClientRect());
            return [own.left - line.left, line.right - own.right, own.top - line.top, line.bottom - own.bottom];
        })"""
    )
    assert all(gap >= -1 for gaps in boxes for gap in gaps), boxes
    assert boxes[0][2] < 6
    assert boxes[2][2] > 20
    editor.page.set_viewport_size(WIDE)


def test_nothing_is_corrected_while_one_types(editor: CodeEditor) -> None:
    for name, value in {"spellcheck": "false", "autocorrect": "off", "autocapitalize": "off"}.items():
        expect(editor.content).to_have_attribute(name, value)


INK = "one => getComputedStyle(one).color"
GROUND = "getComputedStyle(document.querySelector('.cm-editor')).backgroundColor"


@pytest.mark.parametrize("theme", COLOURS)
def test_every_theme_has_inks_of_its_own_that_are_read(editor: CodeEditor, theme: str) -> None:
    editor.ask(
        "setText", 'import math\n@cached\nclass A:\n    def f(self):\n        return "a" + f"{1}" # b\n'
    )
    editor.page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    kinds = ("keyword", "number", "string", "name", "comment")
    inks = [editor.page.locator(f".code-{kind}").first.evaluate(INK) for kind in kinds]
    assert len({*inks, editor.content.evaluate(INK)}) == len(kinds) + 1
    red, green, blue = bytes.fromhex(str(COLOURS[theme]["paper"])[1:])
    assert editor.page.evaluate(GROUND) == f"rgb({red}, {green}, {blue})"
    editor.ask("focus")
    assert violations(editor.page, again=theme != "light") == []


@thorough
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_on_a_phone_a_long_line_scrolls_inside_the_editor_and_the_page_not_sideways(
    open_page: OpenEditor, size: str
) -> None:
    editor = open_page(**PHONE).open(f"{TEXT}values = [{', '.join('1.25' * 40)}]\n" + "w = 1\n" * 60)
    page = editor.page
    page.evaluate("size => document.documentElement.style.fontSize = size", size)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    inside, outside = page.locator(".cm-scroller").evaluate("one => [one.scrollWidth, one.clientWidth]")
    assert inside > outside
    assert page.locator(".cm-scroller").evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    assert float(editor.content.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 16
    editor.content.tap(position={"x": 60, "y": 20})
    assert "cm-content" in editor.focused()
    assert violations(page) == []
    page.mouse.move(160, 320)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 300)
    page.wait_for_function("before => scrollY > before", arg=before)
    editor.at_peace()


def test_two_editors_are_described_each_by_its_own_words(editor: CodeEditor) -> None:
    first = editor.content.get_attribute("aria-describedby")
    editor.open("w = 2\n")
    second = editor.page.locator(".cm-content").nth(1)
    assert second.get_attribute("aria-describedby") != first
    expect(second).to_have_accessible_description(KEYS)
    assert editor.text == "w = 2\n"
    editor.close()


def test_where_the_style_sheet_can_not_be_had_nothing_is_changed_and_it_is_asked_for_again(
    open_page: OpenEditor,
) -> None:
    editor = open_page()
    editor.page.route("**/editor.css", lambda route: route.abort())
    with pytest.raises(Exception, match=r"editor\.css can't be had"):
        editor.open()
    assert editor.page.locator("#place > *").count() == 0
    editor.page.unroute("**/editor.css")
    editor.open()
    assert editor.text == TEXT
    assert ["ERR_FAILED" in complaint for complaint in editor.complaints] == [True]
