"""After a reader's code Python is what it was: at once after plain code, in a new one after any other."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from playwright.sync_api import expect

from downhill.session.fragment import encode
from tests.browser.conftest import OpenEssay
from tests.browser.test_python_edited import LOSS, ORIGINAL, OWN, do, edit, panel, run, write
from tests.support.essay import LESSONS, PATIENCE, Essay, Lesson
from tests.support.made_lessons import FIRST
from tests.support.often import a_few, thorough

LEAVING = (
    "for key, kept in list(np.finfo._finfo_cache.items()):\n    kept.tiny = kept.__dict__['tiny'] = 1e300\n",
    "def lasting():\n    with np.printoptions(override_repr=lambda a: 'mine'):\n        yield\n"
    "kept = lasting()\nnext(kept)\n",
    "import matplotlib, matplotlib.transforms as t, downhill.text.format as f, downhill.session.lesson_view as v\n"
    "matplotlib.rcParams['axes.facecolor'] = 'red'\nt.nonsingular = lambda *a, **k: (-0.05, 0.05)\n"
    "f.number = v.number = lambda *a, **k: 'mine'\n",
)
PATIENT = "?patience=120"
"""On a busy machine honest code is slow, too, and is not stopped for that."""
SHOWN = """() => [...document.querySelectorAll("section.lesson")].map((lesson) => [
    lesson.id, lesson.dataset.loss,
    ...[...lesson.querySelectorAll("[data-show], .table td, output")].map((part) => part.textContent),
])"""


@pytest.fixture(scope="module")
def opened(_shared: OpenEssay) -> Iterator[Essay]:
    """A page that restarts again and again, and keeps what wakes Python."""
    essay = _shared("#line", keeps=True).ready()
    yield essay
    assert essay.complaints == []
    essay.page.close()


def blank(essay: Essay) -> Essay:
    """The page with nothing kept of what was written, left for another address."""
    essay.page.evaluate("localStorage.removeItem('downhill.code')")
    essay.page.goto("about:blank")
    return essay


def standing(essay: Essay) -> dict[object, object]:
    """All texts of the lessons' numbers, and what their pictures hold."""
    essay.rest()
    found: dict[object, object] = {}
    for lesson in essay.lessons:
        for name in ("picture", "map", "trace"):
            if lesson.canvas(name).count() and lesson.canvas(name).is_visible():
                lesson.canvas(name).scroll_into_view_if_needed()
                expect(
                    lesson.section.locator(f".frame[data-lit]:has(canvas[data-picture={name}])")
                ).to_be_visible()
                found[lesson.name, name] = sha256(lesson.pixels(name).tobytes()).hexdigest()
    assert len(found) > len(LESSONS)
    return {"texts": essay.page.evaluate(SHOWN)} | found


def restore_anew(essay: Essay, lesson: Lesson) -> None:
    """Put the page's own code back where that takes a new Python."""
    with essay.page.expect_event("load"):
        do(lesson, "restore").click()
    essay.ready()
    expect(do(lesson, "bring")).to_be_focused(timeout=PATIENCE)
    lesson.rest()


@a_few(1)
@pytest.mark.parametrize("leaving", LEAVING, ids=["finfo", "printoptions", "matplotlib"])
def test_after_code_that_changes_python_every_lesson_is_as_on_a_fresh_page(
    opened: Essay, leaving: str
) -> None:
    blank(opened).open(f"{PATIENT}#line").ready()
    fresh, line = standing(opened), opened.lesson("line")
    edit(line)
    run(line, leaving + OWN, "changed")
    restore_anew(opened, line)
    expect(panel(line)).to_have_attribute("data-code-state", "original")
    expect(panel(line).locator(".came")).to_contain_text("Yours is kept")
    panel(line).evaluate("panel => { panel.open = false }")
    now = standing(opened)
    assert {name: [part, fresh[name]] for name, part in now.items() if part != fresh[name]} == {}
    panel(line).evaluate("panel => { panel.open = true }")
    do(line, "bring").click()
    expect(panel(line).locator(".whose")).to_contain_text("from last time")
    assert "".join(panel(line).locator(".cm-line").all_inner_texts()).startswith(leaving.split("\n")[0])
    assert line.loss == pytest.approx(697.7)


def test_plain_code_gives_way_at_once(opened: Essay) -> None:
    blank(opened).open(f"{PATIENT}#line").ready()
    line = opened.lesson("line")
    edit(line)
    write(line, ORIGINAL)
    run(line, OWN, "changed")
    opened.page.evaluate("window.seen = 'before'")
    do(line, "restore").click()
    expect(panel(line)).to_have_attribute("data-code-state", "original")
    line.rest()
    assert opened.page.evaluate("window.seen") == "before"
    assert line.loss == pytest.approx(697.7)


def test_after_a_strangers_code_python_is_a_new_one_even_where_that_was_plain(opened: Essay) -> None:
    blank(opened).open(
        f"{PATIENT}#" + encode("line", {"valley.x": 2.0, "line.m": 150.0, "line.code": OWN + "\nmore = 1\n"})
    )
    line = opened.ready().lesson("line")
    expect(panel(line).locator(".whose")).to_contain_text("came with a link", timeout=PATIENCE)
    do(line, "run").click()
    expect(panel(line)).to_have_attribute("data-code-state", "changed", timeout=PATIENCE)
    line.rest()
    assert line.loss > LOSS / 100
    line.set("b", 210)
    restore_anew(opened, line)
    assert line.values == (150, 210)
    assert opened.lesson("valley").values[0] == 2
    assert "code" not in opened.fragment
    do(line, "bring").click()
    expect(panel(line).locator(".whose")).to_contain_text("code from somewhere else")


def test_an_experiment_begins_in_a_new_python_and_links_do(opened: Essay) -> None:
    blank(opened).open(f"{PATIENT}#line").ready()
    line = opened.lesson("line")
    edit(line)
    run(line, "import random\n" + OWN, "changed")
    part = panel(line).locator(".experiments")
    part.locator("summary").click()
    with opened.page.expect_event("load"):
        part.locator("[data-experiment-id='worst']").click()
    opened.ready()
    expect(part.locator("[data-experiment='question']")).to_be_visible(timeout=PATIENCE)
    line.rest()
    run(line, "import random\n" + OWN, "changed")
    with opened.page.expect_event("load"):
        opened.page.evaluate("location.hash = '#line&v=2&line.m=170'")
    opened.ready()
    line.rest()
    assert line.values[0] == 170
    expect(panel(line)).to_have_attribute("data-code-state", "original")


@thorough
def test_steps_of_a_model_that_no_link_holds_are_not_lost_unasked(opened: Essay) -> None:
    blank(opened).open(f"{PATIENT}#ten-thousand").ready()
    model = opened.lesson("ten-thousand")
    edit(model)
    text = panel(model).evaluate("panel => panel.codeText()")  # the editor draws only the lines that are seen
    run(model, "import random\n" + text.replace("rate * gradient", "0.9 * rate * gradient"), "changed")
    model.press("step")
    model.rest()
    do(model, "restore").click()
    expect(panel(model).locator(".came")).to_contain_text("Press the button once more")
    restore_anew(opened, model)


def test_the_lesson_that_the_page_begins_with_comes_back_in_a_new_python(open_essay: OpenEssay) -> None:
    essay = open_essay(f"make.html{PATIENT}").ready()
    made = essay.lesson("made")
    write(made, FIRST.replace("Five friends", "Six friends"))
    do(made, "run").click()
    expect(made.section.locator("h2")).to_contain_text("Six", timeout=PATIENCE)
    made.rest()
    restore_anew(essay, made)
    expect(made.section.locator("h2")).to_contain_text("Five")
    do(made, "bring").click()
    expect(panel(made).locator(".cm-content")).to_contain_text("Six friends")
