"""From a trusted key press to the frame on the screen.

The press is the browser's own (`Input.dispatchKeyEvent`). The clock starts at the event's time stamp and
stops when the first frame after the change of the frame counter has been painted (see probes/key.js). That is
the end of a frame on the main thread: what the screen adds is the same for both pages.
"""

import random
import statistics
from collections.abc import Iterator

from playwright.sync_api import CDPSession

from bench.browser import Visit
from bench.probe import probe
from bench.samples import Condition, Sample

CODES = {"ArrowRight": 39, "ArrowLeft": 37, "Home": 36}


def presses(count: int, steps: int) -> list[str]:
    """Return `count` keys that each move a slider of `steps` steps, from its lowest value, to and fro."""
    return ["ArrowRight" if (number // steps) % 2 == 0 else "ArrowLeft" for number in range(count)]


def press(session: CDPSession, key: str) -> None:
    """Press and release one key, as a keyboard would."""
    event = {"key": key, "code": key, "windowsVirtualKeyCode": CODES[key], "nativeVirtualKeyCode": CODES[key]}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def press_all(visit: Visit, count: int) -> list[float]:
    """Press arrow keys `count` times on an idle page; return the ms of each.

    The pauses are uneven, so that the presses don't keep step with the frames.
    """
    page = visit.host.page
    visit.tab.evaluate(probe("move"), {"slider": page.slider, "frame": page.frame, "count": 1, "pause": 100})
    steps = visit.tab.evaluate(probe("key"), {"slider": page.slider, "frame": page.frame})
    jitter = random.Random(count)
    for number, key in enumerate(["Home", *presses(count, steps)], start=1):
        press(visit.session, key)
        visit.tab.evaluate("number => benchKeys.until(number)", number)
        visit.tab.wait_for_timeout(40 + jitter.uniform(0, 50))
    times: list[float] = visit.tab.evaluate("benchKeys.finish()")
    return times[1:]


def pressed(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield the median of `count` key presses, after one that does not count."""
    yield Sample("key", visit.host.page.name, condition, statistics.median(press_all(visit, count)))
