"""Pictures that are far from the window cost nothing: they come when the reader does, or when the page has rested."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from downhill.session.session import Session
from tests.browser.conftest import OpenEssay, brought_back, closed_after
from tests.browser.test_pictures import ALIKE, MODELS, become, device_pixels, difference, native, painted
from tests.support.essay import READ, Essay, Lesson, decoded, until
from tests.support.essay import painted as held

pytestmark = pytest.mark.usefixtures("typeface")
HERE, THERE = "valley", "next-word"


@pytest.fixture(scope="module")
def _opened(_shared: OpenEssay) -> Iterator[Essay]:
    yield from closed_after(_shared())


@pytest.fixture
def opened(_opened: Essay) -> Iterator[Essay]:
    """A page at its top; whoever goes to other lessons comes back."""
    yield from brought_back(_opened)


def frame(lesson: Lesson, picture: str = "picture") -> Locator:
    """What a picture stands in."""
    return lesson.canvas(picture).locator("xpath=..")


def expected(lesson: Lesson, session: Session | None = None) -> np.ndarray:
    """A lesson's own picture drawn here, at its start or as a session stands."""
    size = device_pixels(lesson.canvas())
    if session:
        return painted(session, lesson.name, "picture", size)
    return native(lesson.name, "picture", size, 1)


def test_what_is_far_is_not_painted_before_one_comes_near(opened: Essay) -> None:
    here, there = opened.lesson(HERE), opened.lesson(THERE)
    expect(frame(here)).to_have_attribute("data-lit", "")
    assert frame(here).get_attribute("data-far") is None
    assert frame(there).get_attribute("data-far") == ""
    opened.page.wait_for_timeout(1500)  # at its start an image stands for it: it is not painted later, either
    assert frame(there).get_attribute("data-lit") is None
    become(there, "picture", expected(there))
    assert frame(there).get_attribute("data-far") is None
    expect(frame(there)).to_have_attribute("data-lit", "")
    expect(there.section.locator("details.more [data-lit]")).to_have_count(0)  # what is folded is not painted


def test_once_the_page_has_rested_a_far_picture_shows_what_a_link_says(opened: Essay) -> None:
    there, session = opened.lesson("line"), Session([MODELS["line"]])
    link = "valley&line.m=120&v=1"
    assert not session.restore(link)
    wanted = expected(there, session)
    opened.follow(link)
    assert frame(there).get_attribute("data-far") == ""
    until(opened.page, lambda: frame(there).get_attribute("data-lit") == "", "it is painted from afar")
    assert difference(held(there.canvas(), still=True), wanted) < ALIKE


def test_what_was_painted_follows_another_theme_from_afar_and_back(opened: Essay) -> None:
    there = opened.lesson("line")
    become(there, "picture", expected(there))
    opened.page.evaluate("scrollTo(0, 0)")
    expect(frame(there)).to_have_attribute("data-far", "")
    size = device_pixels(there.canvas())
    for theme in ("dark", "light"):
        opened.page.emulate_media(color_scheme=theme)
        alike = partial(difference, other=native("line", "picture", size, 1, theme))
        until(opened.page, lambda alike=alike: alike(from_afar(there)) < ALIKE, f"it is {theme}")  # type: ignore[misc]
        assert frame(there).get_attribute("data-far") == ""


def test_no_image_of_a_far_picture_is_fetched_before_one_comes_near(open_essay: OpenEssay) -> None:
    essay = open_essay(asleep=True, beats=True).loaded()
    far = ["line", "ten-thousand"]
    essay.page.wait_for_timeout(500)
    while far:
        assert not [url for url in essay.requests for lesson in far if f"/{lesson}-picture-" in url]
        come = f"/{far[0]}-picture-"
        essay.page.locator(f"#{far.pop(0)} .frame:visible").first.scroll_into_view_if_needed()
        until(essay.page, lambda come=come: any(come in url for url in essay.requests), "it is fetched")  # type: ignore[misc]


def from_afar(lesson: Lesson) -> np.ndarray:
    """What a canvas holds, read without going there: shape (height, width, 3)."""
    return decoded(lesson.canvas().evaluate(f"canvas => {{ {READ} return read(); }}"))
