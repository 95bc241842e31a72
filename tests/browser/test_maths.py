"""The next step in numbers: opened, read, and live."""

import re

import pytest
from playwright.sync_api import Locator, expect

from downhill.lessons import all_lessons
from downhill.text.format import MINUS
from tests.support.axe import violations_light_and_dark
from tests.support.essay import LESSONS, PATIENCE, Essay, Lesson
from tests.support.often import thorough
from tests.support.player import Player
from tests.support.unfolding import follow

NUMBER = re.compile(rf"{MINUS}?\(?{MINUS}?[0-9.]+")


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    session = Player(all_lessons())
    for name in LESSONS:
        session.watch(name, True)
    return session


def details(lesson: Lesson) -> Locator:
    return lesson.section.locator("details.maths")


def part(lesson: Lesson, name: str) -> Locator:
    return lesson.section.locator(f"[data-maths='{name}']")


def unfold(lesson: Lesson) -> None:
    with lesson.next_frame():
        details(lesson).locator("summary").click()


def agree(lesson: Lesson, texts: dict[str, str]) -> None:
    """The page shows these texts, formulas as MathML."""
    for name, text in texts.items():
        if name.endswith(".formula"):
            expect(part(lesson, name)).to_have_js_property("innerHTML", text, timeout=PATIENCE)
        else:
            expect(part(lesson, name)).to_have_text(text, timeout=PATIENCE)


def follow_all(essay: Essay, model: Player, name: str) -> None:
    """The maths of a lesson are the model's own wherever it is led."""
    lesson = essay.lesson(name)
    follow(lesson, model, details(lesson), lambda view: agree(lesson, view.maths))


def test_the_maths_follow_every_step_and_every_hand(essay: Essay, model: Player) -> None:
    for name in LESSONS:
        follow_all(essay, model, name)


def tell_old_and_new(essay: Essay, name: str) -> None:
    """Formulas begin and end with where the sliders of a lesson stand."""
    lesson = essay.lesson(name)
    unfold(lesson)
    sliders = Player(all_lessons()).state(name).lesson.sliders
    boxes = [lesson.box(slider.name) for slider in sliders]

    def box_values() -> list[float]:
        return [float(box.input_value().replace(MINUS, "-")) for box in boxes]

    before = box_values()
    formulas = [part(lesson, f"{slider.name}.formula").inner_text() for slider in sliders]
    lesson.press("step")
    lesson.rest()
    for slider, formula, old, new in zip(sliders, formulas, before, box_values(), strict=True):
        numbers = [
            float(n.replace(MINUS, "-").replace("(", "")) for n in NUMBER.findall("".join(formula.split()))
        ]
        half = 0.5 * 10.0**-slider.decimals + 1e-6
        assert abs(numbers[0] - old) < half
        assert abs(numbers[-1] - new) < half


def test_old_and_new_value_are_where_the_slider_stands_before_and_after(essay: Essay) -> None:
    for name in LESSONS:
        tell_old_and_new(essay, name)


def test_closed_nothing_is_computed_and_nothing_written(essay: Essay) -> None:
    lesson = essay.lesson("line")
    watch = """section => {
        window.written = 0;
        window.watcher = new MutationObserver(list => { window.written += list.length });
        const all = {subtree: true, childList: true, characterData: true, attributes: true};
        window.watcher.observe(section.querySelector("details.maths"), all);
    }"""
    lesson.section.evaluate(watch)
    for action in ("step", "step10", "reset"):
        lesson.press(action)
    lesson.set("m", 100)
    assert essay.page.evaluate("window.written") == 0
    unfold(lesson)
    expect(part(lesson, "m.formula")).to_contain_text("100")
    assert essay.page.evaluate("window.written") > 0
    with lesson.next_frame():
        details(lesson).locator("summary").click()
    essay.page.evaluate("window.watcher.takeRecords(); window.written = 0")
    lesson.press("step")
    lesson.rest()
    assert essay.page.evaluate("window.written") == 0
    essay.page.evaluate("window.watcher.disconnect()")


def test_the_maths_open_and_close_by_keyboard(essay: Essay, model: Player) -> None:
    lesson = essay.lesson("valley")
    lesson.button("reset").focus()
    for _ in range(20):
        essay.page.keyboard.press("Tab")
        if details(lesson).locator("summary").evaluate("summary => summary === document.activeElement"):
            break
    expect(details(lesson).locator("summary")).to_be_focused()
    essay.page.keyboard.press("Enter")
    expect(part(lesson, "x.slope")).to_be_visible()
    lesson.press("step")
    agree(lesson, model.step("valley").maths)
    details(lesson).locator("summary").focus()
    essay.page.keyboard.press("Space")
    expect(part(lesson, "x.slope")).not_to_be_visible()


@thorough
def test_axe_finds_nothing_in_open_maths(essay: Essay) -> None:
    for lesson in essay.lessons:
        unfold(lesson)
        lesson.press("step10")
    assert violations_light_and_dark(essay.page, "details.maths") == []


@thorough
def test_on_a_phone_the_maths_are_no_wider_than_the_page(phone: Essay) -> None:
    for lesson in phone.lessons:
        unfold(lesson)
        lesson.press("step10")
        lesson.rest()
        wide = details(lesson).evaluate(
            "d => [...d.querySelectorAll('math, p')].filter(e => e.getBoundingClientRect().right > innerWidth).length"
        )
        assert wide == 0
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
        with lesson.next_frame():
            details(lesson).locator("summary").click()
