"""Pictures: live, sharp, as wide as they are given room, light and dark."""

import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from math import ceil, floor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator

from downhill.easel import load_fonts
from downhill.lessons import all_lessons
from downhill.session import Session
from downhill.studio import easel, pictures
from tests.browser.conftest import WIDE
from tests.browser.essay import LESSONS, Essay, Lesson, pixels, until

MODELS = {lesson.id: lesson for lesson in all_lessons()}
Look = Callable[[Locator], np.ndarray]
ALIKE = 0.1
"""Pictures whose pixels are that close, in levels of 255 and on average, are the same."""
EVERY_PICTURE = [(name, picture.name) for name in LESSONS for picture in pictures(MODELS[name])]


@pytest.fixture(scope="module", autouse=True)
def _typeface(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page's own typeface, for the pictures that are drawn natively."""
    folder = tmp_path_factory.mktemp("fonts")
    with zipfile.ZipFile(next(site.glob("app-*/downhill.zip"))) as archive:
        archive.extractall(folder)
    load_fonts(folder / "downhill" / "fonts")


class Screen:
    """A screen of a certain pixel ratio, as if the window had been dragged there."""

    def __init__(self, essay: Essay) -> None:
        self.page = essay.page
        self.session = essay.page.context.new_cdp_session(essay.page)
        self.ratio = 1

    def set(self, ratio: int) -> None:
        """Change the ratio and wait until the page has noticed."""
        self.ratio = ratio
        self.session.send(
            "Emulation.setDeviceMetricsOverride", {**WIDE, "deviceScaleFactor": ratio, "mobile": False}
        )
        until(self.page, lambda: self.page.evaluate("devicePixelRatio") == ratio, "the ratio is set")

    def pixels(self, canvas: Locator) -> np.ndarray:
        """A screenshot of a canvas in the screen's own pixels, which Playwright would scale down."""
        canvas.scroll_into_view_if_needed()
        shot = b64decode(self.session.send("Page.captureScreenshot")["data"])
        whole, box = np.asarray(Image.open(BytesIO(shot)).convert("RGB"), dtype=int), canvas.bounding_box()
        assert box
        left, top = floor(box["x"] * self.ratio), floor(box["y"] * self.ratio)
        right, bottom = left + ceil(box["width"] * self.ratio), top + ceil(box["height"] * self.ratio)
        return whole[max(top, 0) : bottom + 1, left : right + 1]


@pytest.fixture
def screen(essay: Essay) -> Iterator[Screen]:
    """The live page's screen, whose pixel ratio can be changed; put back in the end."""
    screen = Screen(essay)
    yield screen
    screen.set(1)


def native(name: str, picture: str, size: tuple[int, int], ratio: int, theme: str = "light") -> np.ndarray:
    """A picture at its start, drawn here: shape (height, width, 3)."""
    session = Session([MODELS[name]])
    found = next(p for p in pictures(MODELS[name]) if p.name == picture)
    drawn = easel(MODELS[name], found, theme)
    drawn.stretch(*size, ratio)
    return np.asarray(drawn.paint(session.desk(name).scene()))[:, :, :3].astype(int)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """How far two pictures are apart on average, in levels of 255.

    A screenshot may hold a row or a column more than the picture, on either side: the closest fit counts.
    """
    height, width = np.minimum(one.shape, other.shape)[:2]
    shifts = [(i, j) for i in range(one.shape[0] - height + 1) for j in range(one.shape[1] - width + 1)]
    fits = (one[i : i + height, j : j + width] - other[:height, :width] for i, j in shifts)
    return min(float(np.abs(fit).mean()) for fit in fits)


def become(lesson: Lesson, picture: str, expected: np.ndarray, look: Look = pixels) -> None:
    """Wait until the page shows this picture."""
    alike, canvas = partial(difference, other=expected), lesson.canvas(picture)
    until(lesson.page, lambda: alike(look(canvas)) < ALIKE, f"{lesson.name} {picture} is as drawn natively")


@pytest.mark.parametrize("ratio", [1, 2])
def test_pictures_are_drawn_for_the_screens_own_pixels(essay: Essay, screen: Screen, ratio: int) -> None:
    screen.set(ratio)
    for name, picture in EVERY_PICTURE:
        lesson = essay.lesson(name)
        box = lesson.canvas(picture).bounding_box()
        assert box
        size = (round(box["width"]), round(box["height"]))
        expected = native(name, picture, size, ratio)
        become(lesson, picture, expected, screen.pixels)
        coarse = native(name, picture, size, 1).repeat(ratio, axis=0).repeat(ratio, axis=1)
        assert ratio == 1 or difference(coarse, expected) > 2 * ALIKE, "a coarse picture would pass, too"


def show_static(frame: Locator, on: bool) -> None:
    """Put the picture that was there before Python over the live one, or take it away."""
    frame.evaluate(
        """(frame, shown) => {
            frame.querySelector("canvas").style.visibility = shown[0];
            frame.querySelector("picture").style.visibility = shown[1];
        }""",
        ["hidden", "visible"] if on else ["", ""],
    )


def test_the_static_picture_gives_way_to_the_live_one_without_a_jump(essay: Essay) -> None:
    for name, picture in EVERY_PICTURE:
        lesson = essay.lesson(name)
        live = lesson.pixels(picture)
        frame = lesson.canvas(picture).locator("xpath=..")
        show_static(frame, True)
        static = pixels(frame)
        show_static(frame, False)
        assert difference(live, static) < 2.5, f"{name} {picture}"


@pytest.mark.parametrize("width", [320, 360, 414, 600, 768, 1024, 1600])
def test_nothing_overflows_and_pictures_fit_at_every_width(essay: Essay, width: int) -> None:
    essay.page.set_viewport_size({"width": width, "height": 800})
    page = essay.page
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for name, picture in EVERY_PICTURE:
        canvas = essay.lesson(name).canvas(picture)
        box = canvas.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_everything_stays_within_the_page_in_every_state(essay: Essay) -> None:
    essay.page.set_viewport_size({"width": 320, "height": 640})
    for lesson in essay.lessons:
        lesson.press("step10")
    essay.lesson("valley").type("x", "12345678901234567890")
    essay.page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    assert essay.page.evaluate("document.scrollingElement.scrollWidth") <= 320


def assert_is_dark(lesson: Lesson, picture: str) -> None:
    until(lesson.page, lambda: bool(lesson.pixels(picture).mean() < 90), f"{lesson.name} {picture} is dark")


def assert_looks_like(lesson: Lesson, picture: str, before: np.ndarray) -> None:
    until(
        lesson.page, lambda: np.array_equal(lesson.pixels(picture), before), f"{lesson.name} is light again"
    )


def test_dark_is_dark_in_page_and_pictures_and_follows_the_system(essay: Essay) -> None:
    lessons = [(essay.lesson(name), picture) for name, picture in EVERY_PICTURE]
    light = [lesson.pixels(picture) for lesson, picture in lessons]
    assert all(shot.mean() > 200 for shot in light)
    essay.page.emulate_media(color_scheme="dark")
    for lesson, picture in lessons:
        assert_is_dark(lesson, picture)
    assert pixels(essay.page.locator("h1")).min(axis=2).mean() < 90
    essay.lesson("valley").press("step")
    essay.lesson("valley").press("reset")
    assert essay.lesson("valley").pixels().mean() < 90
    essay.page.emulate_media(color_scheme="light")
    for (lesson, picture), before in zip(lessons, light, strict=True):
        assert_looks_like(lesson, picture, before)


def test_with_reduced_motion_play_leaps_in_readable_steps(essay: Essay) -> None:
    essay.page.emulate_media(reduced_motion="reduce")
    lesson = essay.lesson("next-word")
    frame = lesson.frame
    lesson.press("play")
    until(essay.page, lambda: int(lesson.shown("machine_steps").inner_text()) >= 10, "two leaps were made")
    lesson.button("play").click()
    lesson.rest()
    steps = int(lesson.shown("machine_steps").inner_text())
    assert steps % 5 == 0
    assert lesson.frame - frame <= steps / 5 + 2


def test_on_a_phone_the_picture_stays_in_view_while_its_sliders_are_moved(phone: Essay) -> None:
    for lesson in phone.lessons:
        for slider in lesson.section.locator(".slider input[type=range]").all():
            slider.evaluate("slider => slider.scrollIntoView({ block: 'end' })")
            canvas, hand = lesson.canvas().bounding_box(), slider.bounding_box()
            assert canvas
            assert hand
            assert canvas["y"] >= -1, f"the picture of {lesson.name} has left the view"
            assert canvas["y"] + canvas["height"] <= hand["y"] + 1, (
                f"the picture of {lesson.name} covers a slider"
            )
