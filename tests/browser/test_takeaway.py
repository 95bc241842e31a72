"""Files to take along: saved by pointer, key and finger, with what is true now in them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Download, expect

from tests.browser.conftest import OpenEssay
from tests.browser.test_embed import framed
from tests.support.essay import PATIENCE, Essay, Lesson
from tests.support.often import thorough


def unfold(lesson: Lesson) -> None:
    lesson.section.locator("details.take > summary").click()


def saved(lesson: Lesson, press: Callable[[], None]) -> tuple[str, bytes]:
    """What the browser saves when something is pressed: the file's name, and its bytes."""
    with lesson.page.expect_download() as waiting:  # type: ignore[union-attr]
        press()
    download: Download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def test_a_picture_is_saved_as_png_by_the_pointer(essay: Essay) -> None:
    lesson = essay.lesson("line")
    lesson.press("step10")
    unfold(lesson)
    lesson.section.locator("details.take select").select_option("map")
    name, data = saved(lesson, lesson.section.locator("[data-take=png]").click)
    assert name == "downhill-line-map.png"
    image = Image.open(io.BytesIO(data))
    assert image.width == 2 * 1.5 * 352
    assert lesson.shown("sentence").inner_text() in image.info["Description"]
    assert image.info["Source"].startswith(essay.address + "#line&v=2&line.m=")
    assert len(np.unique(np.asarray(image.convert("RGB")).reshape(-1, 3), axis=0)) > 20
    expect(lesson.section.locator(".take .told")).to_contain_text(name)
    expect(lesson.section.locator(".take .framed")).to_be_hidden()


def test_the_run_is_saved_by_keyboard_alone_and_read_back_is_what_the_page_tells(essay: Essay) -> None:
    lesson = essay.lesson("next-word")
    lesson.set("cat_animals", 1.37)
    lesson.press("step10")
    lesson.section.locator("details.take > summary").focus()
    essay.page.keyboard.press("Enter")
    for _ in range(4):  # the menu, and three buttons
        essay.page.keyboard.press("Tab")
    expect(lesson.section.locator("[data-take=csv]")).to_be_focused()
    name, data = saved(lesson, lambda: essay.page.keyboard.press("Enter"))
    assert name == "downhill-next-word-run.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [row["mover"] for row in rows] == ["hand"] * 2 + ["machine"] * 10
    assert float(rows[-1]["loss"]) == lesson.loss
    assert tuple(float(rows[-1][name]) for name in list(rows[0])[5:9]) == pytest.approx(
        lesson.values, abs=0.01
    )


def test_an_svg_brings_what_it_needs_once_and_has_the_sentence_of_now(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    unfold(lesson)
    for _ in range(2):
        name, data = saved(lesson, lesson.section.locator("[data-take=svg]").click)
        assert name == "downhill-valley-picture.svg"
        assert lesson.shown("sentence").inner_text() in data.decode()
        lesson.press("step")
    assert len([url for url in essay.requests if url.endswith("/svg.bin")]) <= 1


@pytest.fixture(scope="module")
def lacking(_shared: OpenEssay) -> Essay:
    """A live page for which some files do not come any more."""
    essay = _shared("?embed=1#valley").ready()
    essay.page.context.route("**/svg.bin", lambda route: route.abort())
    return essay


def test_where_what_an_svg_needs_does_not_come_a_sentence_says_so_and_png_still_works(lacking: Essay) -> None:
    lesson = lacking.lesson("valley")
    unfold(lesson)
    lesson.section.locator("[data-take=svg]").click()
    expect(lesson.section.locator(".take .told")).to_contain_text("svg.bin", timeout=PATIENCE)
    name, _ = saved(lesson, lesson.section.locator("[data-take=png]").click)
    assert name.endswith(".png")


def test_the_picture_of_a_diverging_run_is_offered_only_while_it_is_there(essay: Essay) -> None:
    lesson = essay.lesson("line")
    unfold(lesson)
    option = lesson.section.locator("details.take option[value=overshoot]")
    expect(option).to_be_disabled()
    lesson.pick("squared")
    lesson.section.locator("[data-preset=big]").click()
    lesson.press("step10")
    expect(lesson.section.locator("figure.overshoot")).to_be_visible()
    lesson.section.locator("details.take select").focus()
    expect(option).to_be_enabled()


@thorough
def test_in_a_frame_the_page_tells_what_to_do_if_nothing_is_saved(
    open_essay: OpenEssay, address: str, tmp_path: Path
) -> None:
    context = open_essay(at="about:blank").page.context
    (frame,) = framed(
        context, tmp_path, f"{address}?all&tempo=fast", sandbox="allow-scripts allow-same-origin"
    )
    frame.wait_for_selector("html[data-python=ready]", timeout=120_000)
    lesson = Lesson(frame, "valley")
    unfold(lesson)
    expect(lesson.section.locator(".take .framed")).to_be_hidden()
    lesson.section.locator("[data-take=png]").click()
    expect(lesson.section.locator(".take .framed")).to_be_visible(timeout=PATIENCE)
