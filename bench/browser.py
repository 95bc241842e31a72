"""A real browser: one profile, one tab, held back as asked.

The throttle is the browser's own (`Emulation.setCPUThrottlingRate`). It slows the tab's main thread only: for
workers Chromium refuses it ("Operation is only supported for pages, not workers"). So what a page does in a
worker is as fast at 4x as at 1x; a machine that is slow throughout would be slower there, too.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, CDPSession, Playwright
from playwright.sync_api import Page as Tab

from bench.line import Line
from bench.pages import Host
from bench.probe import probe, watch
from tests.browser_setup import ARGUMENTS

LIMIT = 180_000
"""Milliseconds that a page has to go live."""
CALM = 1_500
"""Milliseconds until a browser that was just started is at rest: its own start is not the page's."""


class Program(NamedTuple):
    """What starts the browser, and the browser's executable."""

    playwright: Playwright
    executable: Path


class Visit(NamedTuple):
    """A live page: its tab, the protocol's session, and what the start probe saw (ms since navigation)."""

    host: Host
    tab: Tab
    session: CDPSession
    start: dict[str, Any]


def start(program: Program, profile: Path) -> BrowserContext:
    """Start the browser on a profile's folder, without a window."""
    chromium = program.playwright.chromium
    return chromium.launch_persistent_context(
        profile, executable_path=program.executable, args=ARGUMENTS, headless=True
    )


def version(program: Program) -> str:
    """Return the browser's version."""
    with program.playwright.chromium.launch(executable_path=program.executable, args=ARGUMENTS) as browser:
        return browser.version


@contextmanager
def visit(
    program: Program, profile: Path, host: Host, throttle: int, watched: bool = False
) -> Iterator[Visit]:
    """Start the browser on `profile`, open the page, wait until it is live; close the browser in the end.

    Of a page that is `watched` it is noted when pixels are put where; that takes some of its start.
    """
    context = start(program, profile)
    try:
        tab = context.pages[0]
        session = context.new_cdp_session(tab)
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        tab.add_init_script(f"({probe('start')})(...{json.dumps([host.page.frame, host.page.lit])});")
        if watched:
            watch(tab)
        tab.wait_for_timeout(CALM)
        tab.goto(host.opened, wait_until="commit")
        yield Visit(host, tab, session, tab.evaluate("limit => benchStart(limit)", LIMIT))
    finally:
        context.close()


def settle(tab: Tab, line: Line, quiet: float = 2.0, at_most: float = 90.0) -> None:
    """Wait until nothing was sent for `quiet` seconds: caches are written, quiet downloads have come in."""
    end = time.monotonic() + at_most
    tab.wait_for_timeout(quiet * 1000)
    tab.wait_for_selector("html:not([data-keeps])", state="attached")  # it may wait for a time of its own
    tab.wait_for_timeout(quiet * 1000)
    while line.idle() < quiet and time.monotonic() < end:
        tab.wait_for_timeout(200)
