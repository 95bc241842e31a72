"""Challenges: begun, played, hinted at, done and kept; and the race against gradient descent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from downhill.session.kinds import texts_of
from downhill.text.english.challenge import CHALLENGES
from tests.browser.conftest import OpenEssay
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import a_few, thorough
from tests.support.states import LESSONS as ALL

PREDICT = texts_of(ALL[0], ALL[0].challenge("predict"))
STORED = "localStorage.getItem('downhill.challenges')"


@pytest.fixture
def closing(essay: Essay) -> Iterator[Essay]:
    """The live page, with all lists of challenges closed again in the end."""
    yield essay
    fold(essay)


def fold(essay: Essay) -> None:
    essay.page.evaluate("document.querySelectorAll('details.challenges').forEach(d => { d.open = false })")


def unfold(lesson: Lesson) -> None:
    lesson.section.locator("details.challenges").evaluate("details => { details.open = true }")


def panel(lesson: Lesson) -> Locator:
    return lesson.section.locator(".challenge")


def part(lesson: Lesson, name: str) -> Locator:
    return panel(lesson).locator(f"[data-part={name}]")


def do(lesson: Lesson, what: str) -> Locator:
    return lesson.section.locator(f"button[data-do={what}]")


def tick(lesson: Lesson, name: str) -> Locator:
    return lesson.section.locator(f"li:has([data-begin={name}]) .tick")


def start(lesson: Lesson, name: str) -> None:
    """Open the list and begin a challenge."""
    unfold(lesson)
    with lesson.next_frame():
        lesson.section.locator(f"[data-begin={name}]").click()
    expect(panel(lesson)).to_be_visible()
    lesson.rest()


def predict(essay: Essay) -> Lesson:
    """Do the first challenge of the first lesson."""
    lesson = essay.lesson("valley")
    start(lesson, "predict")
    panel(lesson).locator("input").fill("-0.95")
    do(lesson, "guess").click()
    expect(panel(lesson)).to_have_attribute("data-state", "done", timeout=PATIENCE)
    return lesson


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent")).strip()


def test_a_challenge_is_played_by_keyboard_alone(closing: Essay) -> None:
    lesson, keyboard = closing.lesson("valley"), closing.page.keyboard
    lesson.section.locator("details.challenges summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        keyboard.press(key)
    expect(part(lesson, "title")).to_be_focused()
    expect(part(lesson, "title")).to_contain_text(PREDICT["title"])
    keyboard.press("Tab")
    keyboard.type("nine")
    keyboard.press("Enter")
    expect(panel(lesson).locator(".note")).to_have_text(CHALLENGES["challenge.nan"].format(text="nine"))
    for text, counts in (("3", "1 of 3 guesses"), ("-0,95", "2 of 3 guesses")):
        expect(panel(lesson).locator("input")).to_be_focused()
        keyboard.press("ControlOrMeta+A")
        keyboard.type(text)
        keyboard.press("Enter")
        expect(part(lesson, "counts")).to_have_text(counts)
    expect(part(lesson, "said")).to_have_text(PREDICT["done"])
    expect(part(lesson, "said")).to_be_focused()
    for _ in range(3):
        keyboard.press("Tab")
    assert focused(closing.page) == CHALLENGES["challenge.leave"]
    keyboard.press("Space")
    expect(panel(lesson)).to_be_hidden()
    assert focused(closing.page) == PREDICT["title"]


FIVE_KEYS = """slider => {
    for (let i = 0; i < 5; i++) {
        slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
        slider.stepUp();
        for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
    }
}"""


def test_keys_that_follow_each_other_are_one_move_as_a_drag_is(closing: Essay) -> None:
    lesson = closing.lesson("line")
    start(lesson, "hand")
    for moves, slider in enumerate(("m", "m", "b"), start=1):
        lesson.slider(slider).focus()
        lesson.slider(slider).evaluate(FIVE_KEYS)
        expect(part(lesson, "counts")).to_have_text(f"{moves} of 6 moves")
        expect(lesson.section).not_to_have_attribute("data-holding", "")


def test_a_link_to_a_challenge_shows_its_lesson_before_python_is_there(open_essay: OpenEssay) -> None:
    essay = open_essay(
        "?challenge=line/calm", beats=True, asleep=True, viewport={"width": 1366, "height": 650}
    ).loaded()
    line = essay.lesson("line").section
    expect(line.locator(".workbench")).to_be_in_viewport()
    expect(line.locator("[data-beat=challenge]")).to_have_attribute("aria-current", "step")
    assert essay.page.locator("[data-beat=challenge][aria-current]").count() == 1


def test_who_leaves_a_slider_before_its_thumb_has_moved_has_let_it_go(closing: Essay) -> None:
    lesson = closing.lesson("line")
    start(lesson, "hand")
    lesson.slider("b").evaluate("b => document.addEventListener('keydown', () => b.focus(), { once: true })")
    lesson.slider("m").press("ArrowRight")
    closing.page.keyboard.press("ArrowRight")
    expect(part(lesson, "counts")).to_have_text("2 of 6 moves")


def test_a_challenge_ends_a_run_that_plays_and_the_run_that_decides_it_plays_on_when_asked(
    closing: Essay,
) -> None:
    lesson = closing.lesson("valley")
    lesson.button("play").click()
    start(lesson, "flat")
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    expect(lesson.shown("machine_steps")).to_have_text("0")
    lesson.section.locator("[data-preset=small]").click()
    lesson.button("play").click()
    expect(panel(lesson)).to_have_attribute("data-state", "lost", timeout=PATIENCE)
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
    expect(lesson.shown("machine_steps")).to_have_text("50")
    lesson.button("play").click()
    expect(lesson.shown("machine_steps")).not_to_have_text("50")
    lesson.button("play").click()


@thorough
def test_what_is_done_is_there_after_a_reload_and_is_forgotten_by_a_button(open_essay: OpenEssay) -> None:
    essay = open_essay().ready()
    lesson = predict(essay)
    until(essay.page, lambda: essay.page.evaluate(STORED) == '["valley/predict"]', "it is kept")
    essay.page.reload()
    essay.ready()
    expect(panel(lesson)).to_be_hidden()
    unfold(lesson)
    expect(tick(lesson, "predict")).to_be_visible()
    expect(tick(lesson, "rate")).to_be_hidden()
    expect(lesson.section.locator(".remembered")).to_have_text(CHALLENGES["challenges.kept"])
    do(lesson, "forget").click()
    expect(tick(lesson, "predict")).to_be_hidden()
    expect(do(lesson, "forget")).to_be_hidden()
    expect(lesson.section.locator(".remembered")).to_be_focused()
    assert essay.page.evaluate(STORED) is None
    assert essay.complaints == []


@thorough
@a_few(2)
@pytest.mark.parametrize(
    "mangled",
    [
        "localStorage.setItem('downhill.challenges', '[\"valley/pre')",
        "localStorage.setItem('downhill.challenges', '{\"valley\": 3}')",
        "localStorage.setItem('downhill.challenges', '[null, 7, [], \"x\".repeat(9)]')",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ],
)
def test_storage_that_is_mangled_or_full_is_no_alarm(open_essay: OpenEssay, mangled: str) -> None:
    essay = open_essay("?embed=1#valley", script=mangled).ready()
    lesson = predict(essay)
    expect(tick(lesson, "predict")).to_be_visible()
    expect(tick(lesson, "rate")).to_be_hidden()
    kept = "unkept" if "throw" in mangled else "kept"
    expect(lesson.section.locator(".remembered")).to_have_text(CHALLENGES[f"challenges.{kept}"])
    assert essay.complaints == []


def challenging(essay: Essay) -> list[Lesson]:
    """The lessons that have challenges."""
    return [essay.lesson(lesson.id) for lesson in ALL if lesson.challenges]


def occupied(essay: Essay) -> None:
    """A challenge is on in every lesson, one open, one lost, one done, with a hint; and races were run."""
    predict(essay)
    start(essay.lesson("line"), "rate")
    essay.lesson("line").set("m", 100)
    start(essay.lesson("next-word"), "predict")
    start(essay.lesson("choose-word"), "steps")
    for lesson in challenging(essay):
        do(lesson, "hint").click()
        do(lesson, "race").click()
        expect(lesson.section.locator(".race .result")).not_to_be_empty()


IN_VIEW = """section => {
    const box = (part) => section.querySelector(part).getBoundingClientRect();
    const [picture, title, slider] = ["canvas", ".challenge [data-part=title]", ".slider input[type=range]"].map(box);
    return innerWidth < 600 ? picture.bottom <= title.top && title.bottom < innerHeight : slider.top >= 0 && slider.bottom <= innerHeight;
}"""
"""Whether the title is under the picture on a phone, and the first slider in a wide window."""


@pytest.mark.parametrize("page", ["phone", "closing"])
def test_what_a_challenge_is_played_with_is_in_view_when_it_begins(
    page: str, request: pytest.FixtureRequest
) -> None:
    essay: Essay = request.getfixturevalue(page)
    for lesson in challenging(essay):
        start(lesson, lesson.section.locator("[data-begin]").first.get_attribute("data-begin") or "")
        seen = lesson.section.evaluate
        until(essay.page, lambda seen=seen: seen(IN_VIEW), f"{lesson.name} is in view")  # type: ignore[misc]
    fold(essay)
