"""The robot that plays the page: it finds nothing on the page as it is, and each thing that must not be."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenEssay
from tests.fuzz.around import PLACES, Place
from tests.fuzz.play import Lasts, play
from tests.support.often import thorough

STEPS = 60
PLAYED = pytest.mark.parametrize(
    ("seed", "place"),
    [pytest.param(3, PLACES[0]), *(pytest.param(7, each, marks=thorough) for each in PLACES[1:])],
    ids=str,
)


@PLAYED
def test_the_robot_finds_nothing_that_must_not_be(open_essay: OpenEssay, seed: int, place: Place) -> None:
    query = "&".join(filter(None, (place.query, "tempo=fast", f"fuzz={seed}", f"steps={STEPS}")))
    page = open_essay(f"{place.file}?{query}", beats=True, **place.options).page
    page.wait_for_function(
        "['over', 'stopped'].includes(document.documentElement.dataset.fuzz)", timeout=180_000
    )
    assert page.get_attribute("html", "data-fuzz-found") is None
    expect(page.locator("html")).to_have_attribute("data-fuzz-step", str(STEPS))


@pytest.mark.parametrize(
    ("seed", "steps", "place"),
    [pytest.param(5, 20, PLACES[0]), *(pytest.param(5, 100, each, marks=thorough) for each in PLACES)],
    ids=str,
)
def test_hands_find_nothing_that_must_not_be(
    browser: Browser, address: str, seed: int, steps: int, place: Place
) -> None:
    done = play(browser, address, place, seed, Lasts(steps=steps))
    assert (done.found, done.steps) == ("", steps)


@pytest.fixture
def watched(open_essay: OpenEssay) -> Page:
    """A page without Python, and the robot's watch over it: `window.found(selector)` says what it finds."""
    page = open_essay(asleep=True).loaded().page
    page.evaluate(
        """async () => {
            const manifest = document.querySelector("link[rel=manifest]").href;
            const { startWatching } = await import(new URL("boot/page/robot-checks.js", manifest));
            const watch = startWatching();
            window.found = selector => watch(selector ? document.querySelector(selector) : null);
            window.found();
        }"""
    )
    return page


def test_what_must_not_be_is_found_and_nothing_else(watched: Page) -> None:
    watched.evaluate("document.querySelector('code').textContent = 'NaN is {here}'")  # code may say so
    watched.evaluate("document.querySelector('#valley input[name=x]').focus()")
    assert watched.evaluate("found('#valley input[name=x]')") == ""
    watched.evaluate("document.activeElement.blur()")
    told = "focus is lost to nowhere from valley-x:"
    assert watched.evaluate("found('#valley input[name=x]')").startswith(told)
