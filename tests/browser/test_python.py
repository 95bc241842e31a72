"""The Python of a lesson: opened, read line by line, live, copied, and marked together with the rule."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from downhill.lesson import Lesson as Sliders
from downhill.lessons import all_lessons, all_models, every_lesson
from tests.browser.conftest import OpenEssay, brought_back
from tests.support.axe import violations, violations_light_and_dark
from tests.support.beats import IDS, beat_by_beat, open_rest
from tests.support.essay import LESSONS, Essay, Lesson, until
from tests.support.often import a_few, thorough
from tests.support.player import Player
from tools.pages import shown_python

MODEL = all_models()[0].id
SIZES = {"chromebook": (1366, 650), "phone": (390, 844)}
each_size = pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
COPYING = """Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
    writeText: async (text) => { window.copied = text; },
} })"""
REFUSING = """Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
    writeText: async () => { throw new DOMException("no", "NotAllowedError"); },
} })"""
OPENED = """async (lesson, item) => {
    const [more, python] = ["[data-rest]", "button[data-python]"].map(one => lesson.querySelector(one));
    if (!seen(python)) more.click();
    python.click();
    await settled();
    const there = ".pictures > .picture:first-child .frame, .slider input[type=range], [data-primary], [data-python-back]";
    const outside = [...lesson.querySelectorAll(there), lesson.querySelector("li > code")].filter(seen)
        .map(part => [part.name || part.className || part.tagName, part.getBoundingClientRect()])
        .filter(([, box]) => box.top < 0 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1)
        .map(([name, box]) => [name, box.top, box.bottom]);
    const told = seen(lesson.querySelector(".beats")), focus = document.activeElement.tagName;
    lesson.querySelector("[data-python-back]").click();
    await settled();
    return { outside, told, focus, back: document.activeElement.matches("button[data-python]"), story: seen(lesson.querySelector(".beats")) };
}"""
"""What is not in view while the Python is open, whether the story is, and where the focus goes."""
UNDESCRIBED = """panel => [...panel.querySelectorAll("[data-worked-out]")]
    .filter(text => text.textContent && text.checkVisibility())
    .filter(text => text.parentElement.querySelector("code").getAttribute("aria-describedby") !== text.id)
    .map(text => text.id)"""
"""Values that do not describe their line."""


def panel(lesson: Lesson) -> Locator:
    return lesson.section.locator("details.python")


def unfold(lesson: Lesson) -> None:
    """Open the Python where all is shown at once, and wait for its values."""
    with lesson.next_frame():
        panel(lesson).locator("summary").click()


def lines(lesson: Lesson) -> Locator:
    """The lines that are seen."""
    return panel(lesson).locator("li > code:visible")


def text_of(name: str, *options: str) -> str:
    """The functions of a lesson in the variant with these options, as they are taken along."""
    (lesson,) = [each for each in every_lesson() if each.id == name]
    shown = [each.text for each in shown_python.of_lesson(lesson) if not each.only or each.only in options]
    return "\n\n\n".join(shown) + "\n"


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    session = Player(all_lessons(), all_models())
    for name in IDS:
        session.watch_python(name, True)
    return session


@pytest.fixture
def staged(_in_beats: Essay) -> Iterator[Essay]:
    """The page in beats."""
    yield from brought_back(_in_beats)


def resized(essay: Essay, size: tuple[int, int]) -> Page:
    """The page in a window of that width and height."""
    essay.page.set_viewport_size({"width": size[0], "height": size[1]})
    return essay.page


def numbered(page: Page) -> list[tuple[str, str]]:
    """Number and code of each line that is seen, out of the accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def text(node: dict[str, Any]) -> str:
        own = str(node.get("name", {}).get("value", ""))
        return own or "".join(text(nodes[child]) for child in node.get("childIds", ()))

    found = []
    for node in nodes.values():
        if node.get("role", {}).get("value") == "code":
            line = nodes[node["parentId"]]["childIds"]
            found.append((text(nodes[line[0]]), text(node)))
    return found


@thorough
@a_few(1)
@each_size
def test_in_every_beat_it_opens_in_the_place_of_the_story_with_the_stage_in_view(
    staged: Essay, size: tuple[int, int]
) -> None:
    for name, beat, found in beat_by_beat(resized(staged, size), OPENED):
        at = (name, beat)
        assert (at, found["outside"]) == (at, [])
        assert (found["told"], found["focus"], found["back"], found["story"]) == (
            False,
            "CODE",
            True,
            True,
        ), at


ONES_WITH_MOST = ("machine", "what-if")
"""Beats whose stage has most of buttons and switches, which other languages make wider or higher."""


@thorough
@a_few(1)
@pytest.mark.parametrize("language", ["de", "zh-Hans"])
def test_so_it_is_in_other_languages(open_essay: OpenEssay, language: str) -> None:
    page = open_essay(f"{language}.html", beats=True, asleep=True).loaded().page
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for name, beat, found in beat_by_beat(page, OPENED, beats=ONES_WITH_MOST):
            assert (name, beat, found["outside"]) == (name, beat, [])


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("language", "button", "told"),
    [("de", "Das Python dazu", "m = 30, b = 244"), ("zh-Hans", "Python 代码", "m = 30、b = 244")],
)
def test_it_is_told_in_the_readers_language_with_the_same_code(
    open_essay: OpenEssay, language: str, button: str, told: str
) -> None:
    page = open_essay(f"{language}.html", beats=True, asleep=True).loaded().page
    opener = page.locator("#line button[data-python]")
    expect(opener).to_have_text(button)
    open_rest(page.locator("#line"))
    opener.click()
    there = page.locator("#line details.python")
    expect(there.locator("[data-worked-out='loss:1']:visible")).to_have_text(told)
    shown = there.locator("li > code:visible").evaluate_all("all => all.map(one => one.textContent)")
    assert shown == [line for line in text_of("line", "absolute").split("\n") if line]
    assert violations(page, "#line", words=True) == []


@thorough
@a_few(1)
@each_size
def test_escape_and_the_button_lead_back_to_where_it_was_opened(staged: Essay, size: tuple[int, int]) -> None:
    page = resized(staged, size)
    for lesson in map(staged.lesson, IDS):
        open_rest(lesson.section)
        opener = lesson.section.locator("button[data-python]")
        for way in ("Escape", "back"):
            expect(opener, lesson.name).to_have_attribute("aria-expanded", "false")
            opener.click()
            expect(opener, lesson.name).to_have_attribute("aria-expanded", "true")
            expect(lines(lesson).first, lesson.name).to_be_focused()
            if way == "Escape":
                page.keyboard.press("Escape")
            else:
                lesson.section.locator("[data-python-back]").click()
            expect(panel(lesson), lesson.name).to_be_hidden()
            expect(opener, lesson.name).to_be_focused()
        lesson.rest()


def test_on_a_phone_it_scrolls_by_itself_and_says_where_it_goes_on(staged: Essay) -> None:
    page, lesson = resized(staged, SIZES["phone"]), staged.lesson(MODEL)
    open_rest(lesson.section)
    lesson.section.locator("button[data-python]").click()
    expect(panel(lesson).locator("[data-worked-out='step:6']")).not_to_be_empty()
    lesson.rest()
    expect(panel(lesson)).to_have_attribute("data-scrolls", "down")
    page.keyboard.press("End")
    expect(lines(lesson).last).to_be_in_viewport(ratio=0.98)
    expect(panel(lesson)).to_have_attribute("data-scrolls", "up")
    expect(lesson.section.locator("[data-primary]")).to_be_in_viewport(ratio=0.98)
    page.keyboard.press("Escape")
    lesson.rest()


def test_on_a_phone_run_is_in_reach_from_the_last_line(staged: Essay) -> None:
    page, lesson = resized(staged, SIZES["phone"]), staged.lesson("line")
    open_rest(lesson.section)
    lesson.section.locator("button[data-python]").click()
    panel(lesson).locator("[data-code-do='edit']").click()
    code = panel(lesson).locator(".cm-content")
    code.focus()
    page.keyboard.press("Control+End")
    expect(code.locator(".cm-line").last).to_be_in_viewport()
    panel(lesson).locator("[data-code-do='run']").click(trial=True)  # nothing lies over it
    expect(panel(lesson).locator("[data-code-do='run']")).to_be_in_viewport(ratio=0.98)
    assert panel(lesson).evaluate("panel => panel.scrollTop") > 0
    expect(lesson.section.locator("canvas").first).to_be_in_viewport(ratio=0.98)
    panel(lesson).locator("[data-python-back]").click()
    open_rest(lesson.section)
    lesson.section.locator("button[data-python]").click()
    expect(panel(lesson).locator("[data-code-do='copy']")).to_be_focused()  # no line is seen
    panel(lesson).locator("[data-code-do='restore']").click()
    expect(panel(lesson)).not_to_have_attribute("data-editing", "")
    panel(lesson).locator("[data-python-back]").click()
    lesson.rest()


PHONES = [(390, 844), (390, 664), (320, 568)]
WITH_A_MISTAKE = """lesson => {
    const panel = lesson.querySelector(".python"), [told, held, marked] =
        [".came", ".run-bar", "[data-mistake]"].map(each => panel.querySelector(each).getBoundingClientRect());
    const { bottom } = panel.getBoundingClientRect(), came = panel.querySelector(".came");
    const there = ".pictures > .picture:first-child .frame, .slider input[type=range], [data-primary], [data-code-do=run]";
    return {
        outside: [...lesson.querySelectorAll(there)].filter(part => part.checkVisibility()).map(part => [part.className, part.getBoundingClientRect()])
            .filter(([, box]) => box.top < 0 || box.bottom > innerHeight + 1).map(([name]) => name),
        cut: came.scrollHeight - came.clientHeight, above: told.bottom <= held.bottom,
        beside: held.bottom <= marked.top + 1 && marked.bottom <= bottom, room: (bottom - held.bottom) / marked.height,
    };
}"""
"""What is out of view when a mistake is told, whether its sentence is cut, and whether its line stands below that."""


@pytest.mark.parametrize("size", PHONES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["line", MODEL])
@a_few(3)
def test_on_a_phone_a_mistake_is_read_whole_beside_its_line(
    staged: Essay, name: str, size: tuple[int, int]
) -> None:
    page, lesson = resized(staged, size), staged.lesson(name)
    lesson.section.locator("[data-beat='what-if'] .beat").evaluate("heading => heading.click()")
    open_rest(lesson.section)
    lesson.section.locator("button[data-python]").click()
    panel(lesson).locator("[data-code-do='edit']").click()
    panel(lesson).locator(".cm-content").focus()
    for place in ("Control+End", "Control+Home"):
        page.keyboard.press(place)
        page.keyboard.insert_text("  otherwise\n")
        page.keyboard.press("Control+Enter")
        expect(panel(lesson).locator("[data-mistake]")).to_have_text("otherwise")
        lesson.rest()
        found = lesson.section.evaluate(WITH_A_MISTAKE)
        assert found["room"] > 1.5, place  # lines
        assert found | {"room": 2} == {"outside": [], "cut": 0, "above": True, "beside": True, "room": 2}, (
            place
        )
        page.keyboard.press("Control+z")
    panel(lesson).locator("[data-code-do='restore']").click()
    panel(lesson).locator("[data-python-back]").click()
    lesson.rest()


def test_lines_have_the_numbers_that_they_have_in_the_editor(staged: Essay) -> None:
    page, lesson = resized(staged, SIZES["chromebook"]), staged.lesson("line")
    open_rest(lesson.section)
    lesson.section.locator("button[data-python]").click()
    expect(lines(lesson).last).to_be_visible()
    text = text_of("line", "absolute").splitlines()
    wanted = [(str(number), line.strip()) for number, line in enumerate(text, 1) if line]
    assert sorted((number, line.strip()) for number, line in numbered(page)) == sorted(wanted)
    page.keyboard.press("Escape")
    lesson.rest()


def test_in_the_model_values_follow_a_training_while_it_runs(essay: Essay) -> None:
    lesson = essay.lesson(MODEL)
    unfold(lesson)
    loss = panel(lesson).locator("[data-worked-out='cross_entropy:5']")
    seen = {loss.inner_text()}
    lesson.button("play").click()

    def has_changed() -> bool:
        seen.add(loss.inner_text())
        return len(seen) > 3

    until(essay.page, has_changed, "values change while it trains")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "true")
    lesson.button("play").click()
    lesson.rest()


@pytest.mark.parametrize(
    ("part", "place"), [("python", "[data-worked-out='predict:1']"), ("maths", "[data-maths='m.formula']")]
)
def test_closed_nothing_is_computed_and_nothing_written(essay: Essay, part: str, place: str) -> None:
    lesson = essay.lesson("line")
    closed = lesson.section.locator(f"details.{part}")
    closed.evaluate("""part => {
        window.written = 0;
        window.watcher = new MutationObserver(list => { window.written += list.length });
        window.watcher.observe(part, {subtree: true, childList: true, characterData: true});
    }""")
    for action in ("step", "step10", "reset"):
        lesson.press(action)
    lesson.set("m", 100)
    assert essay.page.evaluate("window.written") == 0
    with lesson.next_frame():
        closed.locator("summary").click()
    expect(closed.locator(place)).to_contain_text("100")
    with lesson.next_frame():
        closed.locator("summary").click()
    essay.page.evaluate("window.watcher.takeRecords(); window.written = 0")
    lesson.press("step")
    lesson.rest()
    assert essay.page.evaluate("window.written") == 0
    essay.page.evaluate("window.watcher.disconnect()")


def test_one_line_is_a_stop_of_the_tab_key_and_arrow_keys_lead_to_the_others(essay: Essay) -> None:
    page, lesson = essay.page, essay.lesson("line")
    unfold(lesson)
    press, count = page.keyboard.press, lines(lesson).count()
    lesson.section.locator("[data-code-do=copy]").focus()
    press("Tab")
    expect(lines(lesson).first).to_be_focused()
    press("ArrowDown")
    press("ArrowDown")
    expect(lines(lesson).nth(2)).to_be_focused()
    press("ArrowUp")
    expect(lines(lesson).nth(1)).to_be_focused()
    press("End")
    expect(lines(lesson).nth(count - 1)).to_be_focused()
    press("ArrowDown")
    expect(lines(lesson).nth(count - 1)).to_be_focused()
    press("Home")
    press("ArrowUp")
    expect(lines(lesson).first).to_be_focused()
    press("End")
    assert panel(lesson).locator("code[tabindex='0']").count() == 1
    press("Tab")
    assert not page.evaluate("document.activeElement.matches('.python code')")
    press("Shift+Tab")
    expect(lines(lesson).nth(count - 1)).to_be_focused()


def test_a_line_is_described_by_what_it_has_worked_out(essay: Essay) -> None:
    lesson = essay.lesson("line")
    unfold(lesson)
    first = lines(lesson).first
    expect(first).to_have_accessible_description("m = 30, b = 244")
    lesson.set("m", 100)
    expect(first).to_have_accessible_description("m = 100, b = 244")


def copy(essay: Essay, name: str) -> None:
    """What is copied in a lesson are its functions."""
    lesson = essay.lesson(name)
    essay.page.evaluate(COPYING)
    unfold(lesson)
    lesson.section.locator("[data-code-do=copy]").click()
    expect(panel(lesson).locator(".told")).to_have_text("Copied.")
    (plain,) = [each for each in every_lesson() if each.id == name]
    options = plain.first_choices().values() if isinstance(plain, Sliders) else ()
    assert essay.page.evaluate("copied") == text_of(name, *options)


def test_copy_takes_the_functions_along_that_are_seen(essay: Essay) -> None:
    for name in IDS:
        copy(essay, name)


@pytest.mark.parametrize(
    "script",
    [REFUSING, "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })"],
)
def test_where_the_browser_does_not_let_it_copy_it_says_so(essay: Essay, script: str) -> None:
    lesson = essay.lesson("valley")
    essay.page.evaluate(script)
    unfold(lesson)
    lesson.section.locator("[data-code-do=copy]").click()
    expect(panel(lesson).locator(".told")).to_contain_text("Select the lines")


def marked(inside: Locator) -> list[str]:
    """The parts that are seen and marked; steps of other ways, once chosen, wait hidden beside the one shown."""
    return [one.get_attribute("data-term") or "" for one in inside.locator("[data-marked]:visible").all()]


def mark_together(essay: Essay, name: str) -> None:
    """Lines of a lesson and the parts of its rule are marked together."""
    lesson = essay.lesson(name)
    rule = lesson.section.locator("details.maths")
    with lesson.next_frame():
        rule.locator("summary").click()
    unfold(lesson)
    rule.locator("[data-term=rate]").hover()
    assert marked(panel(lesson)) == ["old rate gradient", "new old rate gradient"]
    rule.locator("[data-term=gradient]").hover()
    assert {"gradient", "old rate gradient", "new old rate gradient"} == {*marked(panel(lesson))}
    assert marked(rule) == []
    lines(lesson).last.hover()
    assert marked(rule) == ["new"]
    assert marked(panel(lesson)) == []
    lines(lesson).last.focus()
    assert marked(rule) == ["new"]
    lesson.section.locator("h2").hover()
    assert marked(rule) == marked(panel(lesson)) == []


def test_lines_and_the_parts_of_the_rule_are_marked_together(essay: Essay) -> None:
    for name in LESSONS:
        mark_together(essay, name)


def test_after_a_switch_the_functions_of_its_option_are_described_reached_and_copied(essay: Essay) -> None:
    essay.page.evaluate(COPYING)
    lesson = essay.lesson("line")
    unfold(lesson)
    lesson.pick("squared")
    assert panel(lesson).evaluate(UNDESCRIBED) == []
    with lesson.next_frame():
        lesson.section.locator("[data-way=momentum]").check(force=True)
    lesson.rest()
    assert panel(lesson).evaluate(UNDESCRIBED) == []
    with lesson.next_frame():
        lesson.section.locator("[data-way=plain]").check(force=True)
    lesson.section.locator("[data-code-do=copy]").focus()
    essay.page.keyboard.press("Tab")
    expect(lines(lesson).first).to_be_focused()
    lesson.section.locator("[data-code-do=copy]").click()
    expect(panel(lesson).locator(".told")).to_have_text("Copied.")
    assert essay.page.evaluate("copied") == text_of("line", "squared")


def test_what_a_link_hides_is_neither_seen_nor_reached(open_essay: OpenEssay) -> None:
    page = open_essay("?hide=line.python", beats=True, asleep=True).loaded().page
    for name in IDS:
        open_rest(page.locator(f"#{name}"))
        expect(page.locator(f"#{name} button[data-python]")).to_be_visible(visible=name != "line")
    page.locator("#line [data-all]").click()
    expect(page.locator("#line details.python")).to_be_hidden()


@thorough
@pytest.mark.parametrize("size", [(1000, 640), (390, 664)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_in_a_frame_that_shows_beat_after_beat_it_opens_beside_the_picture(
    open_essay: OpenEssay, size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = open_essay("?embed=1#line", beats=True, viewport=viewport).ready().page
    opener = page.locator("#line button[data-python]")
    expect(page.locator("#line button[data-tools]")).to_be_visible()
    opener.click()
    expect(page.locator("#line [data-code] li:visible").first).to_be_in_viewport()
    expect(page.locator("#line canvas[data-picture=picture]")).to_be_in_viewport(ratio=0.9)
    page.locator("#line [data-python-back]").click()
    expect(opener).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page = open_essay("?embed=1&hide=python#line", beats=True, asleep=True, viewport=viewport).loaded().page
    expect(page.locator("#line button[data-tools]")).to_be_visible()
    expect(page.locator("#line button[data-python]")).to_be_hidden()
    expect(page.locator("#line [data-code]")).to_be_hidden()


def test_without_scripts_every_line_stands_there_with_what_it_works_out_at_first(
    open_essay: OpenEssay, model: Player
) -> None:
    page = open_essay(java_script_enabled=False).loaded().page
    for name in IDS:
        there = page.locator(f"#{name} details.python")
        there.locator("summary").click()
        for key, text in model.view(name).python.items():
            expect(there.locator(f"[data-worked-out='{key}']:visible")).to_have_text(text)
        expect(there.locator("button:visible")).to_have_count(0)


@thorough
@a_few(1)
@each_size
def test_axe_finds_nothing_in_open_python(staged: Essay, size: tuple[int, int]) -> None:
    """In light and dark, whose colours are those of every width."""
    page = resized(staged, size)
    for name in IDS:
        open_rest(page.locator(f"#{name}"))
        page.locator(f"#{name} button[data-python]").click()
    staged.rest()
    if size == SIZES["chromebook"]:
        assert violations_light_and_dark(page, "[data-code]") == []
    else:
        assert violations(page, "[data-code]", words=True) == []
