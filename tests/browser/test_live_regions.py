"""By ear: while something runs or keys are held nothing speaks, and when it rests one sentence does."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.essay import LESSONS, PATIENCE, Essay, Lesson, until

MODEL = "ten-thousand"
LISTEN = """() => {
    const LIVE = "[aria-live], [role=status], [role=alert], [role=log], output";
    const loud = (region) => (region.getAttribute("aria-live") ?? "polite") !== "off";
    window.announced = [];
    window.listener = new MutationObserver((records) => {
        const regions = new Set();
        for (const { target } of records) {
            const region = (target.closest ? target : target.parentElement)?.closest(LIVE);
            if (region && loud(region) && region.checkVisibility() && region.textContent.trim()) regions.add(region);
        }
        for (const region of regions) announced.push(`${region.id || region.className}: ${region.textContent}`);
    });
    listener.observe(document, { subtree: true, childList: true, characterData: true });
}"""
TEN_KEYS = """(slider) => {  // as a browser does it, but in one go: no pause between them can be taken for a rest
    for (let i = 0; i < 10; i++) {
        slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
        slider.stepUp();
        for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
        slider.dispatchEvent(new KeyboardEvent("keyup", { key: "ArrowRight", bubbles: true }));
    }
}"""
REFERENCES = """() => ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).trim().split(/\\s+/)
        .filter((id) => !document.getElementById(id)).map((id) => `${name}=${id}`)))"""


@pytest.fixture
def heard(essay: Essay) -> Iterator[Essay]:
    """The live page, whose announcements are written down."""
    essay.page.evaluate(LISTEN)
    yield essay
    essay.page.evaluate("listener.disconnect()")


def announced(essay: Essay) -> list[str]:
    """All that was announced so far."""
    return list(essay.page.evaluate("announced"))


def runs(lesson: Lesson) -> int:
    """How far the machine has come."""
    told = lesson.section.get_attribute("data-steps")
    return int(told or lesson.shown("machine_steps").inner_text())


def speak_at_rest(heard: Essay, name: str) -> None:
    """The machine of a lesson is announced once it rests."""
    lesson, page = heard.lesson(name), heard.page
    lesson.section.locator("[data-preset=small]").click()
    heard.rest()
    lesson.press("play")
    page.evaluate("announced.length = 0")
    until(page, lambda: runs(lesson) >= 12, "it has taken some steps")
    assert announced(heard) == []
    lesson.button("play").click()
    expect(lesson.button("play")).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    heard.rest()
    (told,) = announced(heard)
    assert told.startswith("voice: ")
    assert lesson.shown("sentence").inner_text() in told


def test_nothing_speaks_while_the_machine_runs_and_one_sentence_when_it_rests(heard: Essay) -> None:
    for name in (*LESSONS, MODEL):
        speak_at_rest(heard, name)


def speak_once(heard: Essay, name: str) -> None:
    """Ten keys on the first slider of a lesson are announced once."""
    lesson = heard.lesson(name)
    slider = lesson.section.locator(".slider input[type=range]").first
    slider.focus()
    heard.rest()
    heard.page.evaluate("announced.length = 0")
    before = lesson.loss
    slider.evaluate(TEN_KEYS)
    until(heard.page, lambda: bool(announced(heard)), "the keys rest")
    heard.rest()
    assert len(announced(heard)) == 1, announced(heard)
    assert announced(heard)[0].startswith("voice: ")
    assert lesson.loss != before


def test_ten_keys_on_a_slider_are_one_announcement(heard: Essay) -> None:
    for name in (*LESSONS, MODEL):
        speak_once(heard, name)


def test_what_labels_and_describes_is_on_the_page(essay: Essay) -> None:
    assert essay.page.evaluate(REFERENCES) == []
    outputs = essay.page.locator("section.lesson output")
    assert outputs.count() == 21
    for output in outputs.all():
        assert output.get_attribute("for")
        assert output.get_attribute("aria-live") == "off"
