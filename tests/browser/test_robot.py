"""The robot that plays the page: it finds nothing on the page as it is, and each thing that must not be."""

from base64 import b64encode
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import OpenEssay
from tests.fuzz.around import Around
from tests.fuzz.hands import Hands
from tests.fuzz.places import PLACES, Place
from tests.fuzz.play import Lasts, play
from tests.fuzz.recorded import Recorded
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


def test_hands_take_hold_again_of_a_page_that_has_loaded_itself_anew(open_essay: OpenEssay) -> None:
    page = open_essay().page
    hands = Hands(page, touch=False)
    hands.take_hold(1)
    assert not hands.has_lost_hold()
    with page.expect_event("domcontentloaded"):
        page.evaluate("setTimeout(() => location.reload(), 0)")
    with pytest.raises(Error):
        hands.found()
    assert hands.has_lost_hold()
    hands.take_hold(2)
    assert (hands.has_lost_hold(), hands.found()) == (False, "")


def test_a_page_is_weighed_as_it_was_opened(open_essay: OpenEssay) -> None:
    page = open_essay(beats=True, asleep=True).loaded().page
    around, window = Around(page, "", Random(1)), page.viewport_size
    page.locator("#line [data-all]").click()
    expect(page.locator("html")).not_to_have_attribute("data-beats", "")
    page.set_viewport_size({"width": 390, "height": 664})
    memory = around.memory()
    assert memory.script > 0
    assert 0 <= memory.held <= memory.tab
    assert bool(memory.held) == bool(memory.tab)  # a system that tells of neither
    assert page.viewport_size == window
    expect(page.locator("html")).to_have_attribute("data-beats", "")


def test_what_developer_tools_record_of_images_is_counted_until_another_document_is_loaded(
    open_essay: OpenEssay, site: Path
) -> None:
    page = open_essay(beats=True, asleep=True).loaded().page
    recorded, (file,) = Recorded(page), site.glob("app-*/figures/scale-light-taken.svg")
    address = file.relative_to(site).as_posix()
    page.evaluate(
        "async url => { const image = new Image(); image.src = url; await image.decode(); }", address
    )
    page.evaluate("url => fetch(url).then(found => found.text())", address)
    assert recorded.bytes == len(b64encode(file.read_bytes()))
    page.reload()
    assert recorded.bytes < len(b64encode(file.read_bytes()))


@pytest.fixture
def watched(open_essay: OpenEssay, site: Path) -> Page:
    """A page without Python, and the robot's watch over it: `window.found(selector)` says what it finds."""
    page = open_essay(asleep=True).loaded().page
    (checks,) = site.glob("app-*/boot/page/robot-checks.js")
    page.evaluate(
        """async address => {
            const { startWatching } = await import(new URL(address, location.href));
            const watch = startWatching();
            window.found = selector => watch(selector ? document.querySelector(selector) : null);
            window.found();
        }""",
        f"./{checks.relative_to(site).as_posix()}",
    )
    return page


def test_nothing_is_found_where_nothing_is_wrong(watched: Page) -> None:
    assert watched.evaluate("found()") == ""


FAULTS = {
    "console.error('all is lost')": "error: all is lost",
    "dispatchEvent(new ErrorEvent('error', { message: 'broken' }))": "error: Downhill: broken",
    "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'no' }))": "error: Downhill: no",
    "document.documentElement.dataset.python = 'failed'": "Python has failed",
    "document.querySelector('#valley h2').textContent = 'The error is NaN.'": '"NaN" in "The error is NaN."',
    "document.querySelector('#valley h2').textContent = 'The error is {error:2}.'": '"{error:2}" in "The error is {error:2}."',
    "document.querySelector('#valley h2').style.cssText = 'width: 9px; overflow: hidden; white-space: nowrap'": "cut by",
    "document.body.style.width = '3000px'": "the page scrolls sideways",
    "document.querySelector('footer').append(...Array.from({ length: 9999 }, () => document.createElement('i')))": "the page",
}


@pytest.mark.parametrize(("fault", "told"), FAULTS.items(), ids=FAULTS.values())
def test_what_must_not_be_is_found(watched: Page, fault: str, told: str) -> None:
    watched.evaluate("() => { for (let step = 0; step < 50; step++) found(); }")
    watched.evaluate(f"() => {{ {fault} }}")
    assert watched.evaluate("found()").startswith(told)


def test_focus_that_is_lost_is_found(watched: Page) -> None:
    watched.evaluate("document.querySelector('#valley input[name=x]').focus()")
    assert watched.evaluate("found('#valley input[name=x]')") == ""
    watched.evaluate("document.activeElement.blur()")
    assert watched.evaluate("found('#valley input[name=x]')").startswith(
        "focus is lost to nowhere from valley-x:"
    )


def test_code_may_say_what_it_likes(watched: Page) -> None:
    watched.evaluate("document.querySelector('code').textContent = 'NaN is {here}'")
    assert watched.evaluate("found()") == ""
