"""Pictures that are not always there: the loss along one slider, the slice over two, why a run diverges."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons
from tests.browser.test_pictures import ALIKE, become, device_pixels, painted
from tests.browser.test_reading import reading
from tests.support.essay import Essay, Lesson
from tests.support.player import Player

pytestmark = pytest.mark.usefixtures("typeface")


@pytest.fixture
def model() -> Player:
    """The same lessons, worked natively."""
    return Player(all_lessons())


@pytest.fixture
def unfolded(essay: Essay) -> Iterator[Essay]:
    """The live page with all views open; they are closed again, with their first axes, in the end."""
    essay.page.evaluate("document.querySelectorAll('details.more').forEach(d => { d.open = true })")
    yield essay
    essay.page.evaluate(
        """() => document.querySelectorAll("details.more").forEach(d => {
            d.open = false;
            d.querySelectorAll("select").forEach(menu => {
                menu.selectedIndex = 0;
                menu.dispatchEvent(new Event("change", { bubbles: true }));
            });
        })"""
    )
    essay.rest()


def like(lesson: Lesson, picture: str, model: Player) -> None:
    """Wait until a view is as it is drawn natively; a long label that is turned may lie half a pixel off."""
    expected = painted(model, lesson.name, picture, device_pixels(lesson.canvas(picture)))
    become(lesson, picture, expected, apart=3 * ALIKE)


def test_a_click_on_the_curve_or_the_slice_puts_their_sliders_there(unfolded: Essay) -> None:
    lesson = unfolded.lesson("next-word")
    for picture, moved in (("curve", 1), ("slice", 2)):
        lesson.press("reset")
        before = lesson.values
        box = lesson.canvas(picture).bounding_box()
        assert box
        with lesson.next_frame():
            lesson.canvas(picture).click(position={"x": 0.6 * box["width"], "y": 0.3 * box["height"]})
        lesson.rest()
        changed = [a != b for a, b in zip(lesson.values, before, strict=True)]
        assert changed == [index < moved for index in range(4)]
        expect(lesson.shown("hand_moves")).to_have_text("1")


def test_arrow_keys_read_the_curve_and_the_slice_aloud(unfolded: Essay) -> None:
    lesson, voice, keys = (
        unfolded.lesson("next-word"),
        unfolded.page.locator("#voice"),
        unfolded.page.keyboard,
    )
    for picture, named in (("curve", ["(w₁)"]), ("slice", ["(w₁)", "(w₂)"])):
        lesson.canvas(picture).focus()
        keys.press("ArrowRight")
        for name in [*named, "total error"]:
            expect(voice).to_contain_text(name)
        assert "(w₃)" not in (voice.text_content() or "")
        keys.press("Escape")
        expect(reading(lesson, picture)).to_contain_text("held where")


def test_views_are_painted_once_they_are_unfolded_by_keyboard_and_show_what_is_true_then(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson("next-word")
    summary = lesson.section.locator("details.more summary").first
    for value in (0.5, -0.5):
        lesson.set("cat_animals", value)
        model.move("next-word", "cat_animals", value)
        summary.press("Enter")
        for picture in ("curve", "slice"):
            expect(lesson.canvas(picture)).to_be_visible()
            like(lesson, picture, model)
        summary.press("Enter")
        expect(lesson.canvas("curve")).to_be_hidden()


def test_a_run_that_diverges_shows_why_in_a_picture_and_one_that_does_not_shows_none(
    essay: Essay, model: Player
) -> None:
    lesson = essay.lesson("next-word")
    figure, canvas = lesson.section.locator("figure.overshoot"), lesson.canvas("overshoot")
    expect(figure).not_to_be_visible()
    with lesson.next_frame():
        lesson.section.locator("[data-preset=big]").click()
    model.preset("next-word", "big")
    lesson.press("step10")
    model.step("next-word", 10)
    expect(figure).to_be_visible()
    expect(canvas).to_have_accessible_description(model.look("next-word").overshoot)
    become(lesson, "overshoot", painted(model, "next-word", "overshoot", device_pixels(canvas)))
