"""A reader's code that hangs or dies: it is stopped, and the lesson is live again, as it was, the code unrun."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.browser.test_python_edited import ORIGINAL, do, edit, panel, write
from tests.support.endless import LAST, OF_EACH_KIND, STOPPED, WAYS
from tests.support.essay import OURS, PATIENCE, Essay, Lesson
from tests.support.faults import faulty
from tests.support.often import a_few, thorough

LEFT_ALONE = "a loop"
"""The way that is not stopped by hand: the page restarts by itself."""
WAITS = 5000
"""Milliseconds that an archive lets Python wait: longer than a loop is left alone."""
LATE = 6 * PATIENCE
"""Milliseconds until the page is live again, on a machine that is busy."""


@pytest.fixture(scope="module")
def opened(_shared: OpenEssay) -> Iterator[Essay]:
    """A page that keeps what wakes Python: it restarts again and again."""
    essay = _shared("#line", keeps=True).ready()
    yield essay
    essay.page.close()


@pytest.fixture
def line(opened: Essay) -> Lesson:
    """The line lesson with its editor open, its own functions at work, and one run that is kept."""
    lesson = opened.lesson("line")
    if not panel(lesson).locator(".cm-content").is_visible():
        edit(lesson)
    if panel(lesson).get_attribute("data-code-state") in ("changed", "mistaken"):
        do(lesson, "restore").click()
        lesson.rest()
        edit(lesson)
    lesson.set("m", 100)
    if not kept(lesson):
        lesson.press("step10")
        lesson.press("keep")
        lesson.rest()
    return lesson


def kept(lesson: Lesson) -> list[str]:
    """The runs that are kept, as they are listed."""
    return lesson.section.locator("li[data-kept]:visible").all_inner_texts()


def standing(lesson: Lesson) -> tuple[object, ...]:
    """What is to come back: where the sliders stand, and the runs that are kept."""
    runs = kept(lesson)
    assert len(runs) == 1
    return lesson.values, lesson.loss, runs


def wait(essay: Essay, lesson: Lesson, comes: tuple[str, ...]) -> str:
    """Wait until the code stands in one of these ways and the lesson is live; returns which it is."""
    states = ", ".join(f"#line [data-code-state={state}]" for state in comes)
    essay.page.wait_for_selector(states, state="attached", timeout=LATE)
    essay.ready()
    lesson.rest()
    return str(panel(lesson).get_attribute("data-code-state"))


def lines(lesson: Lesson) -> str:
    """What is written in the editor, as far as its lines are in view."""
    shown = panel(lesson).locator(".cm-line").all_inner_texts()
    return "\n".join(each.rstrip("\n") for each in shown)


def hold_live(lesson: Lesson) -> None:
    """Hold that sliders and machine answer, and that the page's own functions do."""
    expect(do(lesson, "stop")).to_be_hidden()
    expect(lesson.section.locator(".loss .name")).to_be_visible()
    before = lesson.loss
    lesson.set("b", 200)
    assert lesson.loss != before
    lesson.press("step")


def hold_stopped(lesson: Lesson, text: str) -> None:
    """Hold that the text stands there as it was written, and that it is said that it was stopped."""
    expect(panel(lesson).locator(".whose")).to_contain_text("was stopped")
    expect(panel(lesson).locator(".whose")).to_contain_text("does not run")
    assert lines(lesson) == text
    page = lesson.page
    assert page.evaluate("history.state") == OURS  # else the next reload would bring it once more


@a_few(1)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in OF_EACH_KIND else [thorough]) for name in WAYS]
)
def test_whatever_way_it_hangs_or_dies_all_comes_back_as_it_was(
    opened: Essay, line: Lesson, name: str
) -> None:
    way = WAYS[name]
    before, text = standing(line), way.written(ORIGINAL)
    write(line, text)
    do(line, "run").click()
    if way.comes == (STOPPED,) and name != LEFT_ALONE:
        expect(do(line, "stop")).to_be_visible(timeout=PATIENCE)
        do(line, "stop").click()
    if wait(opened, line, way.comes) == STOPPED:
        hold_stopped(line, text)
    else:
        expect(panel(line).locator(".came")).to_contain_text("Line ")
    assert standing(line) == before
    hold_live(line)


@thorough
def test_what_hangs_in_play_leaves_the_sliders_where_play_had_led_them(opened: Essay, line: Lesson) -> None:
    text = ORIGINAL.replace(
        "def step(values, gradient, rate):\n",
        "def step(values, gradient, rate, last, taken):\n    while taken >= 5:\n        pass\n",
    )
    line.set("m", 120)
    write(line, text)
    do(line, "run").click()
    expect(panel(line)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    line.rest()
    line.button("play").click()
    expect(do(line, "stop")).to_be_visible(timeout=PATIENCE)
    steps, values = line.shown("machine_steps").inner_text(), line.values
    assert steps == "5"
    assert values != (120, 200)
    wait(opened, line, (STOPPED,))
    hold_stopped(line, text)
    assert line.values == values
    hold_live(line)


@thorough
def test_of_two_lessons_the_one_that_hangs_is_blamed_and_the_other_keeps_its_code(
    opened: Essay, line: Lesson
) -> None:
    valley = opened.lesson("valley")
    edit(valley)
    mine = lines(valley)
    endless = ORIGINAL.replace("    errors", "    while m == 47:\n        pass\n    errors", 1)
    line.set("m", 100)
    for lesson, text in ((line, endless), (valley, mine + "\nmore = 1\n")):
        write(lesson, text)
        do(lesson, "run").click()
        expect(panel(lesson)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
        lesson.rest()
    line.type("m", "47")
    wait(opened, line, (STOPPED,))
    hold_stopped(line, endless)
    expect(panel(valley).locator(".cm-content")).to_contain_text("more = 1")
    expect(panel(valley).locator(".whose")).to_contain_text("from last time")
    hold_live(line)


@thorough
def test_what_waits_for_an_archive_is_not_taken_for_endless(open_essay: OpenEssay, site: Path) -> None:
    """The wait is longer than a loop is left alone; meanwhile the reader may stop it."""
    archive = next(site.glob("start-*/library.bin")).relative_to(site).as_posix()
    with faulty(site, hanging=(archive,)) as server:
        essay = open_essay("?start=snapshot#line", at=server.address).ready()
        lesson = essay.lesson("line")
        edit(lesson)
        write(
            lesson,
            ORIGINAL.replace(LAST, "import statistics\n    return statistics.fmean(abs(errors).tolist())"),
        )
        do(lesson, "run").click()
        expect(do(lesson, "stop")).to_be_visible(timeout=PATIENCE)
        essay.page.wait_for_timeout(WAITS)
        assert panel(lesson).get_attribute("data-code-state") == "running"
        server.release.set()
        expect(panel(lesson)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
        lesson.rest()
        expect(do(lesson, "stop")).to_be_hidden()
        before = lesson.loss
        lesson.set("b", 200)
        assert lesson.loss != before
        assert archive in server.asked
