"""Rounds of the robot, one in each place, until the time is over."""

import argparse
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.places import PLACES, Place
from tools.common.console import MEGABYTE, guarded, say
from tools.setup import environment

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Browser, Page

SHORTEST = 30.0
"""Seconds that a round has at least."""
START = 180_000
"""Milliseconds that Python has to start."""


class Round(NamedTuple):
    """What came of a round: steps, what was found or '', and bytes of JavaScript at its beginning and end."""

    steps: int
    found: str
    begun: int
    ended: int


def main(arguments: Sequence[str]) -> int:
    """Play as long as asked; returns 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long to play (10)")
    parser.add_argument("--seed", type=int, default=1, help="of the first round; each has the next one (1)")
    options = parser.parse_args(arguments)
    environment.enter("test", ["-m", "tests.fuzz", *arguments])
    return guarded(lambda: _played(60 * options.minutes, options.seed))


def _played(seconds: float, seed: int) -> int:
    from playwright.sync_api import sync_playwright

    from tests.browser_setup import ARGUMENTS, ensure_chromium, ensure_headless_shell
    from tools import cli
    from tools.server.server import serving

    site = cli.built()
    program = ensure_headless_shell(say) or ensure_chromium(say)
    each = max(SHORTEST, seconds / len(PLACES))
    ends, bad, number = time.monotonic() + seconds, 0, 0
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        while time.monotonic() < ends:
            place = PLACES[number % len(PLACES)]
            done = play(browser, address, place, seed + number, each)
            say(f"{_name(place)}, seed {seed + number}: {_told(done)}")
            bad += bool(done.found)
            number += 1
        browser.close()
    say(f"{number} rounds, {bad} with something found")
    return min(bad, 1)


def play(browser: "Browser", address: str, place: Place, seed: int, seconds: float) -> Round:
    """Let the robot play in a place for so many seconds, or until it finds something."""
    context = browser.new_context(**place.options)
    try:
        page = context.new_page()
        page.set_default_timeout(START)
        query = "&".join(filter(None, (place.query, "tempo=fast", f"fuzz={seed}")))
        page.goto(f"{address}{place.file}?{query}")
        page.wait_for_selector("html[data-fuzz]")
        begun, ends = _heap(page), time.monotonic() + seconds
        while time.monotonic() < ends and page.get_attribute("html", "data-fuzz") == "playing":
            page.wait_for_timeout(500)
        steps = int(page.get_attribute("html", "data-fuzz-step") or 0)
        return Round(steps, page.get_attribute("html", "data-fuzz-found") or "", begun, _heap(page))
    finally:
        context.close()


def _heap(page: "Page") -> int:
    """Bytes that JavaScript holds on the page, once what nobody holds was given back."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return int(used)


def _name(place: Place) -> str:
    width, height = place.options["viewport"].values()
    return f"{place.file}?{place.query} in {width}x{height}"


def _told(done: Round) -> str:
    heap = f"{done.begun / MEGABYTE:.1f} to {done.ended / MEGABYTE:.1f} MB of JavaScript"
    return f"{done.steps} steps, {heap}, {done.found or 'nothing found'}"
