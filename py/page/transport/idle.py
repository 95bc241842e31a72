"""Tells scripts that play the page whether it has come to rest; computed only on request."""

import js as window
from js import document
from jsffi import create_proxy

from page.browser.dom import every
from page.transport.bridge import next_frame

PAUSE = 15  # ms between two looks
LATEST = 100  # ms: an invisible page may not get a next frame


class Idle:
    """Gives the page its function `downhillIdle`: a promise, kept when a lesson rests, or all of them do."""

    def __init__(self, bridge):
        self.bridge = bridge
        window.downhillIdle = create_proxy(self.rested)

    async def rested(self, lesson=None):
        """Wait until nothing in a lesson, or in any, is requested, held, playing, or still to be painted."""
        await either(next_frame(), after(LATEST))  # other sizes are known only with a frame
        while self.is_busy(lesson) or await self.bridge.ask(lesson, "owes") or self.is_busy(lesson):
            await after(PAUSE)

    def is_busy(self, lesson):
        """Return whether the page waits for an answer, for keys to rest, or for the machine to pause."""
        section = "#" + lesson if lesson else "section.lesson"
        ids = [lesson] if lesson else [each.id for each in every(section)]
        if not all(self.bridge.requests.is_free(each) for each in ids):
            return True
        at_work = section + "[data-holding], " + section + " [data-action=play][aria-pressed=true]"
        return bool(document.querySelector(at_work))


def after(long):
    """Return a promise for `long` milliseconds later."""
    return window.Promise.new(lambda resolve, reject: window.setTimeout(resolve, long))


def either(first, second):
    """A promise for the one of two that is kept first."""
    return window.Promise.race(window.Array.of(first, second))
