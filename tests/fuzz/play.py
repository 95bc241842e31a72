"""Rounds of the robot, one in each place, until the time is over."""

import argparse
import time
from collections.abc import Sequence
from math import inf
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.around import PLACES, Around, Place
from tests.fuzz.hands import Hands
from tests.fuzz.memory import COLLECTING, Memory
from tools.common.console import guarded, say
from tools.setup import environment

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Browser

SHORTEST = 45.0
"""Seconds that a round has at least."""
TURN, LOAD, ANSWER = 12, 90, 20
"""Steps between two things that a reader does around the page, two loads of it, and two tries of a slider."""
REPORT = 600.0
"""Seconds between two looks at the memory of a round."""
KEPT = "navigator.serviceWorker.ready.then(() => true)"
"""Waits until the page is kept on the device."""


class Lasts(NamedTuple):
    """How long a round lasts at most; `stay` is whether it never loads the page anew."""

    seconds: float = inf
    steps: float = inf
    stay: bool = False


class Round(NamedTuple):
    """The outcome of a round: steps, what was found or '', and memory at its beginning and end."""

    steps: int
    found: str
    begun: Memory
    ended: Memory


def main(arguments: Sequence[str]) -> int:
    """Play as long as asked; returns 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long to play (10)")
    parser.add_argument("--seed", type=int, default=1, help="of the first round; each has the next one (1)")
    parser.add_argument(
        "--place", type=int, help="play in this one of tests/fuzz/around.py alone, counted from 0"
    )
    parser.add_argument("--stay", action="store_true", help="never load the page anew: for its memory")
    options = parser.parse_args(arguments)
    environment.enter("test", ["-m", "tests.fuzz", *arguments])
    return guarded(lambda: _played(options))


def _played(options: argparse.Namespace) -> int:
    from playwright.sync_api import sync_playwright

    from tests.browser_setup import ARGUMENTS, ensure_chromium, ensure_headless_shell
    from tools import cli
    from tools.server.server import serving

    site = cli.built()
    program = ensure_headless_shell(say) or ensure_chromium(say)
    places = PLACES if options.place is None else (PLACES[options.place],)
    seconds = 60 * options.minutes
    each = max(SHORTEST, seconds / len(places))
    ends, bad, number = time.monotonic() + seconds, 0, 0
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*ARGUMENTS, f"--js-flags={COLLECTING}"]
        )
        while time.monotonic() < ends:
            place, seed = places[number % len(places)], options.seed + number
            done = play(browser, address, place, seed, Lasts(each, stay=options.stay))
            told = f"{done.steps} steps, {done.begun}, then {done.ended}; {done.found or 'nothing found'}"
            say(f"{PLACES.index(place)}: {place}, seed {seed}: {told}")
            bad += bool(done.found)
            number += 1
        browser.close()
    say(f"{number} rounds, {bad} with findings")
    return min(bad, 1)


def play(browser: "Browser", address: str, place: Place, seed: int, lasts: Lasts) -> Round:
    """Let the robot play in a place as long as that lasts, or until it finds something.

    Only a place without a network has a service worker. What drives the browser holds on to one that another
    takes over from, and one load in some hundred then stays unanswered; 600 by links alone had answers.
    """
    context = browser.new_context(**place.options, service_workers="allow" if place.offline else "block")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    try:
        page.goto(f"{address}{place.file}?{place.query}")
        hands = Hands(page, place.options.get("has_touch", False))
        hands.take_hold(seed)
        if place.offline:
            page.evaluate(KEPT)
            context.set_offline(True)
            page.reload(wait_until="commit")
            hands.take_hold(seed)
        return _round(hands, Around(page, address, Random(seed)), seed, lasts)
    finally:
        context.close()


def _round(hands: Hands, around: Around, seed: int, lasts: Lasts) -> Round:
    from playwright.sync_api import Error

    begun, starts = around.memory(), time.monotonic()
    told, steps, found = starts, 0, ""
    while not found and steps < lasts.steps and time.monotonic() < starts + lasts.seconds:
        steps += 1
        try:
            found = _step(hands, around, seed + steps, steps, lasts)
        except Error:
            if not hands.has_lost_hold():
                raise
            say(f"  step {steps}: the page has reloaded itself")
            hands.take_hold(seed + steps)
        if time.monotonic() > told + REPORT:
            told = time.monotonic()
            say(f"  after {(told - starts) / 60:.0f} minutes and {steps} steps: {around.memory()}")
    return Round(steps, found, begun, around.memory())


def _step(hands: Hands, around: Around, seed: int, step: int, lasts: Lasts) -> str:
    """One thing that a reader does; what was found after it, or ''."""
    if step % LOAD == 0 and not lasts.stay:
        words = around.load()
        hands.take_hold(seed)
    elif step % TURN == 0:
        words = around.turn()
    else:
        words = hands.act()
    found = hands.found() or (hands.unanswered() if step % ANSWER == 0 else "")
    return f"step {step}, {words or 'nothing'}: {found}" if found else ""
