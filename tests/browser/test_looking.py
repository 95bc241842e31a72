"""The lesson on looking back, played in a browser: a guess, a look by hand, a training, the way back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_models
from tests.browser.conftest import OpenEssay
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.player import Player

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


@pytest.fixture(scope="module")
def native() -> Player:
    """The same lesson, played natively."""
    return Player([], all_models())


def eyes(lesson: Lesson, option: str) -> None:
    with lesson.next_frame():
        lesson.section.locator(f"input[data-choice=eyes][value={option}]").check(force=True)
    lesson.rest()


def put(lesson: Lesson, name: str, value: float) -> None:
    """Put a slider somewhere, as a hand does that lets go of it there."""
    with lesson.next_frame():
        lesson.slider(name).fill(f"{value:g}")
    lesson.rest()


def test_a_guess_is_told_and_three_words_say_the_same_whoever_has_what(lesson: Lesson) -> None:
    section = lesson.section
    section.locator("input[name=guess20]").first.check(force=True)
    expect(section.locator(".came")).to_be_visible(timeout=PATIENCE)
    expect(section.locator(".came")).to_have_text(
        "Right: Mia has it. It stands in the text, many words back."
    )
    said = []
    eyes(lesson, "window")
    for text in ("known", "swapped"):
        section.locator(f"[data-text={text}]").click()
        lesson.rest()
        said.append(lesson.shown("sentence").text_content())
    assert [sentence.rpartition("”")[2] for sentence in said if sentence]
    shares = {sentence.split(" of 100")[0].split()[-1] for sentence in said if sentence}
    assert len(shares) == 1
    section.locator("[data-text=known]").click()
    lesson.rest()
    eyes(lesson, "cover")
    lesson.rest()


def test_by_hand_shares_and_surprise_follow_the_sliders_as_natively(lesson: Lesson, native: Player) -> None:
    eyes(lesson, "hand")
    native.ask("choose", NAME, "eyes", "hand")
    for score in (2.0, 6.5):
        put(lesson, "score2", score)
        native.ask("move", NAME, "score2", score)
        view = native.ask("settle", NAME)
        expect(lesson.section.locator("[data-fact=surprise]")).to_have_text(view.more["surprise"])
        expect(lesson.shown("sentence")).to_have_text(view.sentence)
        share = lesson.section.locator("[data-score=score2] output")
        expect(share).to_have_text(view.more["scores"]["score2"]["share"])
    put(lesson, "score2", 0.0)
    eyes(lesson, "cover")


def test_trained_it_looks_right_and_what_is_covered_is_not_said(lesson: Lesson, native: Player) -> None:
    section = lesson.section
    eyes(lesson, "model")
    lesson.button("play").click()
    until(lesson.page, lambda: float(section.get_attribute("data-looks") or 0) > 0.8, "it looks right")
    if lesson.button("play").get_attribute("aria-pressed") == "true":
        lesson.button("play").click()
    lesson.rest()
    steps = int(section.get_attribute("data-steps") or 0)
    trainer = native.trainer(NAME)
    native.ask("reset", NAME)
    native.ask("choose", NAME, "eyes", "model")
    for _ in range(steps):
        trainer.step()
    view = native.view(NAME)
    assert lesson.loss == pytest.approx(view.loss, rel=1e-9)
    assert float(section.get_attribute("data-held") or 0) == pytest.approx(view.held, rel=1e-9)
    assert float(section.get_attribute("data-looks") or 0) == pytest.approx(view.more["looks"], rel=1e-9)
    right = trainer.at_text().right[0]  # type: ignore[attr-defined]
    canvas = lesson.canvas()
    canvas.focus()
    for _ in range(40):  # from the last word back to the one that tells
        if section.locator("[data-look=hide]").text_content() == "Cover “cat”":
            break
        with lesson.next_frame():
            canvas.press("ArrowLeft")
    canvas.press("Enter")
    expect(section.locator("[data-look=hide]")).to_be_focused()
    section.locator("[data-look=hide]").click()
    expect(lesson.shown("sentence")).to_contain_text("“cat” is covered.", timeout=PATIENCE)
    native.ask("choose", NAME, "hide", str(right))
    expect(lesson.shown("sentence")).to_have_text(native.view(NAME).sentence)
    section.locator("[data-look=hide]").click()
    put(lesson, "scrub", 0)
    assert section.get_attribute("data-steps") == "0"
    assert lesson.loss == pytest.approx(trainer.course.seen[0, 1], rel=1e-9)
    assert int(lesson.slider("scrub").get_attribute("max") or 0) > 5
    eyes(lesson, "cover")


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


def test_a_text_with_one_thing_has_one_card(lesson: Lesson) -> None:
    prompt, cards = (
        lesson.section.locator("input[name=prompt]"),
        lesson.section.locator(".card"),
    )
    expect(cards.locator("visible=true")).to_have_count(3)
    prompt.fill("Mia has a cat. Mia pets her")
    prompt.press("Enter")
    expect(cards.locator("visible=true")).to_have_text(["cat"], timeout=PATIENCE)
    lesson.rest()


def test_own_words_are_taken_or_told_to_be_wrong(lesson: Lesson) -> None:
    field = lesson.section.locator("[data-entry=own] input")
    field.fill("Zara")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true", timeout=PATIENCE)
    field.fill("Mia = Zara, cat = llama")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "false", timeout=PATIENCE)
    expect(lesson.section.locator("[data-entry=prompt] input")).to_have_value(
        "Zara has a llama. Tom has a dog. Ida has a kite. It is windy. Zara pets her", timeout=PATIENCE
    )
    field.fill("")
    field.press("Enter")
    lesson.rest()
