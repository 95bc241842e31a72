"""Pictures: live, sharp, as wide as they are given room, light and dark."""

from base64 import b64decode
from functools import partial
from io import BytesIO
from math import floor

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, ViewportSize

from downhill.lessons import all_lessons
from downhill.session.session import Session
from downhill.studio.picture import easel, pictures
from tests.browser.conftest import WIDE, OpenEssay
from tests.support.essay import LESSONS, Essay, Lesson, pixels, until
from tests.support.often import a_few, thorough

pytestmark = pytest.mark.usefixtures("typeface")
MODELS = {lesson.id: lesson for lesson in all_lessons()}
ALIKE = 0.1
"""Pictures whose pixels are that close, in levels of 255 and on average, are the same."""
EVERY_PICTURE = [
    (name, picture.name)
    for name in LESSONS
    for picture in pictures(MODELS[name])
    if not (picture.folded or picture.at_need)
]


class CanvasWriter:
    """A screen whose pixel ratio can be changed, as if the window had been dragged to another one."""

    def __init__(self, essay: Essay) -> None:
        self.ratio = 1
        self.session = essay.page.context.new_cdp_session(essay.page)

    def set(self, ratio: int) -> None:
        """Change the ratio."""
        self.ratio = ratio
        metrics = {**WIDE, "deviceScaleFactor": ratio, "mobile": False}
        self.session.send("Emulation.setDeviceMetricsOverride", metrics)

    def pixels(self, canvas: Locator) -> np.ndarray:
        """A canvas in the screen's own pixels: Playwright's screenshots know nothing of another ratio."""
        canvas.scroll_into_view_if_needed()
        shot = b64decode(self.session.send("Page.captureScreenshot")["data"])
        whole, box = np.asarray(Image.open(BytesIO(shot)).convert("RGB"), dtype=int), canvas.bounding_box()
        assert box
        left, top, width, height = (floor(self.ratio * box[side]) for side in ("x", "y", "width", "height"))
        return whole[max(top, 0) : top + height + 1, left : left + width + 1]


def size_on_page(essay: Essay, name: str, picture: str, ratio: int) -> tuple[int, int]:
    """The pixels that a picture has on a screen of that ratio, in width and height."""
    box = essay.lesson(name).canvas(picture).bounding_box()
    assert box
    return round(box["width"] * ratio), round(box["height"] * ratio)


def device_pixels(canvas: Locator) -> tuple[int, int]:
    """The device pixels that a canvas covers, in width and height, as the browser lays them out."""
    width, height = canvas.evaluate(
        """canvas => new Promise(tell => new ResizeObserver((entries, observer) => {
            observer.disconnect();
            const [box] = entries[0].devicePixelContentBoxSize;
            tell([box.inlineSize, box.blockSize]);
        }).observe(canvas, { box: "device-pixel-content-box" }))"""
    )
    return width, height


def native(name: str, picture: str, size: tuple[int, int], ratio: int, theme: str = "light") -> np.ndarray:
    """A picture at its start, `size` in device pixels, drawn here: shape (height, width, 3)."""
    return painted(Session([MODELS[name]]), name, picture, size, ratio, theme)


def painted(
    session: Session, name: str, picture: str, size: tuple[int, int], ratio: int = 1, theme: str = "light"
) -> np.ndarray:
    """A picture as a session stands, drawn here: shape (height, width, 3)."""
    found = next(p for p in pictures(MODELS[name]) if p.name == picture)
    drawn = easel(MODELS[name], found, theme)
    width, height = ((length + 0.001) / ratio for length in size)  # as the page does: no pixel is to be lost
    drawn.stretch(width, height, ratio)
    return np.asarray(drawn.paint(session.state(name).scene()))[:, :, :3].astype(int)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """How far two pictures are apart on average, in levels of 255.

    A screenshot may hold a row or a column more than the picture, on either side: the closest fit counts.
    """
    height, width = np.minimum(one.shape, other.shape)[:2]
    shifts = [(i, j) for i in range(one.shape[0] - height + 1) for j in range(one.shape[1] - width + 1)]
    fits = (one[i : i + height, j : j + width] - other[:height, :width] for i, j in shifts)
    return min(float(np.abs(fit).mean()) for fit in fits)


def become(lesson: Lesson, picture: str, expected: np.ndarray, apart: float = ALIKE) -> None:
    """Wait until the page shows this picture."""
    alike, canvas = partial(difference, other=expected), lesson.canvas(picture)
    until(lesson.page, lambda: alike(pixels(canvas)) < apart, f"{lesson.name} {picture} is as drawn natively")


@thorough
def test_pictures_follow_the_window_to_a_finer_screen_and_back(essay: Essay) -> None:
    screen = CanvasWriter(essay)
    screen.set(2)
    for name, picture in EVERY_PICTURE:
        expected = native(name, picture, size_on_page(essay, name, picture, 2), 2)
        canvas = essay.lesson(name).canvas(picture)
        alike = partial(difference, other=expected)
        until(essay.page, lambda at=canvas, alike=alike: alike(screen.pixels(at)) < ALIKE, f"{name} is fine")  # type: ignore[misc]
    screen.set(1)
    size = size_on_page(essay, "valley", "picture", 1)
    become(essay.lesson("valley"), "picture", native("valley", "picture", size, 1))
    screen.session.detach()  # else the page keeps this screen's size


@thorough
def test_where_a_picture_keeps_its_shape_the_static_one_gives_way_to_the_live_one_without_a_jump(
    essay: Essay, open_essay: OpenEssay
) -> None:
    window: ViewportSize = {"width": 800, "height": 900}
    essay.page.set_viewport_size(window)
    asleep = open_essay(asleep=True, viewport=window).loaded()
    for name, picture in EVERY_PICTURE:
        alike = partial(static_is_like_live, asleep.lesson(name), essay.lesson(name), picture)
        until(essay.page, alike, f"{name} {picture} is as it was before Python")


def static_is_like_live(asleep: Lesson, lesson: Lesson, picture: str) -> bool:
    """Tell whether the picture that is there before Python lies where the live one does, and shows the same."""
    live = lesson.pixels(picture)
    static = pixels(asleep.canvas(picture).locator("xpath=.."))
    return bool(np.abs(np.subtract(live.shape, static.shape)).max() <= 1) and difference(live, static) < 2.5


@thorough
@a_few(1)
@pytest.mark.parametrize(
    "width", [320, pytest.param(414, marks=thorough), 600, pytest.param(1024, marks=thorough), 1600]
)
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
        become(essay.lesson(name), picture, native(name, picture, device_pixels(canvas), 1))


def is_between(lesson: Lesson, picture: str, least: int, most: int) -> bool:
    """Tell whether the mean of a picture's levels is between two."""
    return bool(least < lesson.pixels(picture).mean() < most)


def test_dark_is_dark_in_page_and_pictures_and_follows_the_system(essay: Essay) -> None:
    for scheme, least, most in (("light", 120, 255), ("dark", 0, 90), ("light", 120, 255)):
        essay.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for name, picture in EVERY_PICTURE:  # a hill is no paper
            stands = partial(is_between, essay.lesson(name), picture, least, most)
            until(essay.page, stands, f"{name} {picture} is {scheme}")
        for action in ("step", "reset"):
            essay.lesson("valley").press(action)
        assert is_between(essay.lesson("valley"), "picture", least, most)
    essay.page.emulate_media(color_scheme="dark")
    assert pixels(essay.page.locator("h1")).min(axis=2).mean() < 90


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
