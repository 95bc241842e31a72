"""The sound: off, and nothing of it made, until the reader asks for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay, until
from tests.support.often import thorough

WATCH = """
window.tones = [];
const Plain = window.AudioContext;
window.made = 0;
window.AudioContext = class extends Plain {
    constructor() { super(); window.made += 1; window.audio = this; }
    createOscillator() { const tone = super.createOscillator(); window.tones.push(tone); return tone; }
};
"""


@pytest.fixture(scope="module")
def _loud(_shared: OpenEssay) -> Essay:
    return _shared("?patience=120", script=WATCH).ready()


@pytest.fixture
def loud(_loud: Essay) -> Iterator[Essay]:
    """A live page whose tones are counted, from none; its sound is off."""
    _loud.reset()
    _loud.lesson("valley").section.locator("input[data-sound]").uncheck()
    _loud.page.evaluate("tones.length = 0")
    yield _loud
    assert _loud.complaints == []


def tones(essay: Essay) -> list[float]:
    """The frequencies of all tones so far, in Hz."""
    found: list[float] = essay.page.evaluate("tones.map(tone => tone.frequency.value)")
    return found


def test_after_every_move_a_tone_sounds_the_lower_the_smaller_the_loss(loud: Essay) -> None:
    valley = loud.lesson("valley")
    valley.section.locator("input[data-sound]").check()
    for other in ("line", "ten-thousand"):
        expect(loud.lesson(other).section.locator("input[data-sound]")).to_be_checked()
    assert tones(loud) == []
    for number in (1, 2, 3):
        valley.press("step")
        until(loud.page, lambda number=number: len(tones(loud)) == number, "a tone sounds")  # type: ignore[misc]
        loud.page.wait_for_timeout(150)
    assert tones(loud) == sorted(tones(loud), reverse=True)
    assert loud.page.evaluate("made") == 1
    valley.section.locator("input[data-sound]").uncheck()
    valley.press("step")
    valley.rest()
    assert len(tones(loud)) == 3
    assert loud.page.evaluate("audio.state") == "suspended"


def test_it_stops_when_the_reader_looks_elsewhere(loud: Essay) -> None:
    loud.lesson("valley").section.locator("input[data-sound]").check()
    until(loud.page, lambda: loud.page.evaluate("audio.state") == "running", "it is on")
    loud.page.evaluate("window.dispatchEvent(new Event('blur'))")
    until(loud.page, lambda: loud.page.evaluate("audio.state") == "suspended", "it has stopped")


@thorough
def test_it_is_not_remembered_and_nothing_is_made_of_it_before_the_reader_asks_for_it(loud: Essay) -> None:
    loud.lesson("valley").section.locator("input[data-sound]").check()
    loud.page.reload(wait_until="commit")
    loud.ready()
    expect(loud.lesson("valley").section.locator("input[data-sound]")).not_to_be_checked()
    loud.lesson("valley").press("step10")
    assert (loud.page.evaluate("made"), tones(loud)) == (0, [])
    assert loud.page.evaluate("Object.keys(localStorage)") == []
