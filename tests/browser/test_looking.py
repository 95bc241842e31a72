"""The lesson on looking back, played in a browser: a guess, a look by hand, a training, the way back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.browser.test_live_regions import LISTEN, announced
from tests.support.beats import go
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import thorough

NAME = "attention"


@pytest.fixture
def lesson(essay: Essay) -> Iterator[Lesson]:
    """The lesson as it opens; left without training."""
    there = essay.lesson(NAME)
    there.rest()
    yield there
    if there.button("play").get_attribute("aria-pressed") == "true":
        there.button("play").click()
    there.press("reset")
    there.rest()


def eyes(lesson: Lesson, option: str) -> None:
    with lesson.next_frame():
        lesson.section.locator(f"input[data-choice=eyes][value={option}]").check(force=True)
    lesson.rest()


def test_a_word_is_chosen_by_keys_and_covered_by_the_button_that_enter_leads_to(lesson: Lesson) -> None:
    section, canvas = lesson.section, lesson.canvas()
    hide = section.locator("[data-look=hide]")
    with lesson.next_frame():
        section.locator("input[data-choice=eyes][value=model]").check(force=True)
    canvas.focus()
    for _ in range(40):  # from the last word back to the one that tells
        if hide.text_content() == "Cover “cat”":
            break
        with lesson.next_frame():
            canvas.press("ArrowLeft")
    canvas.press("Enter")
    expect(hide).to_be_focused()
    hide.click()
    expect(lesson.shown("sentence")).to_contain_text("“cat” is covered.", timeout=PATIENCE)
    lesson.rest()


def test_who_goes_back_while_it_trains_stands_there_and_nothing_that_came_later_is_lost(
    lesson: Lesson,
) -> None:
    scrub = lesson.slider("scrub")

    def places() -> int:
        return int(scrub.get_attribute("max") or 0)

    lesson.button("play").click()
    until(lesson.page, lambda: places() > 6, "there is a way back")
    for place in (3, 2):
        before = places()
        scrub.fill(str(place))
        lesson.rest()
        assert (scrub.input_value(), places() >= before) == (str(place), True)
        expect(lesson.button("play")).to_have_attribute("aria-pressed", "false")
        scrub.fill(str(places()))
        lesson.rest()
        lesson.button("play").click()
        until(lesson.page, lambda before=before: places() > before, "it trains on")  # type: ignore[misc]


@thorough
def test_who_came_by_a_link_to_a_training_goes_back_by_keys_and_stays_there(open_essay: OpenEssay) -> None:
    lesson = open_essay(f"#{NAME}&v=2&{NAME}.eyes=model&{NAME}.steps=8").ready().lesson(NAME)
    scrub = lesson.slider("scrub")
    expect(lesson.section).to_have_attribute("data-steps", "8", timeout=PATIENCE)
    lesson.rest()
    expect(scrub).to_have_attribute("aria-valuetext", "step 8")
    for key, steps in (("ArrowLeft", 5), ("Home", 0), ("ArrowRight", 1), ("End", 8), ("ArrowLeft", 5)):
        scrub.press(key)
        lesson.rest()
        expect(lesson.section).to_have_attribute("data-steps", str(steps))
        expect(scrub).to_have_attribute("aria-valuetext", f"step {steps}")


@pytest.fixture
def on_its_stage(_in_beats: Essay) -> Iterator[Essay]:
    """The page in beats, whose announcements are written down."""
    _in_beats.page.evaluate(LISTEN)
    yield _in_beats
    _in_beats.page.evaluate("listener.disconnect()")


@pytest.mark.parametrize(("size", "beat"), [((1366, 650), "what-if"), ((390, 844), "try")])
def test_asked_on_its_stage_for_what_a_text_does_not_say_it_answers_and_changes_no_weight(
    on_its_stage: Essay, size: tuple[int, int], beat: str
) -> None:
    page, lesson = on_its_stage.page, on_its_stage.lesson(NAME)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    on_its_stage.reset()
    go(page, NAME, beat)
    lesson.rest()
    said = lesson.section.locator("[data-words] > p:not([data-lasting])")
    if beat == "what-if":  # the film says something of its own prompt, which no longer holds of the reader's
        lesson.section.locator("button.primary:visible").click()
        expect(said).not_to_have_count(0)
        expect(page.locator("body")).to_have_attribute("data-busy", "", timeout=PATIENCE)
    lesson.section.locator("[data-tools]").click()
    expect(lesson.button("play")).to_be_visible()
    prompt, answer = lesson.section.locator("[name=prompt]"), lesson.section.locator(".answer")
    page.evaluate("announced.length = 0")
    prompt.select_text()
    page.keyboard.insert_text("Mia has a cat. It is windy. Ben pets his")
    prompt.press("Enter")
    expect(answer).to_contain_text("In this text Ben has no such thing.", timeout=PATIENCE)
    lesson.rest()
    expect(answer).to_contain_text("Weights changed by asking: 0 of 6,021.")
    expect(answer).to_be_in_viewport(ratio=0.99)  # a line may end between two pixels
    expect(lesson.shown("outcome")).to_contain_text("Ben pets his ")
    expect(lesson.section).to_have_attribute("data-changed", "0")
    expect(said).to_have_count(0)
    told = [each for each in announced(on_its_stage) if answer.inner_text() in each]
    assert len(told) == 1, announced(on_its_stage)
