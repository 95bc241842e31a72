"""A real browser: one profile, one tab, held back as asked; and the functions that run in its page.

The throttle is the browser's own (`Emulation.setCPUThrottlingRate`). It slows the tab's main thread only: for
workers Chromium refuses it ("Operation is only supported for pages, not workers"). So what a page does in a
worker is as fast at 4x as at 1x; a machine that is slow throughout would be slower there, too. Both threads
count from their own time origin on one clock; here the two agreed within its resolution, 0.1 ms.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, CDPSession, Error, Playwright, Worker
from playwright.sync_api import Page as Tab

from bench.pages import Host, Line
from tests.browser_setup import ARGUMENTS

PROBES = Path(__file__).parent / "probes"


def probe(name: str) -> str:
    """Return the source of a probe: one JavaScript function, as an expression."""
    return (PROBES / f"{name}.js").read_text("utf-8").rstrip().removesuffix(";")


TAKEN = "() => globalThis.OffscreenCanvasRenderingContext2D?.prototype.putImageData.puts?.splice(0) ?? []"
Put = tuple[float, int, int]
"""When pixels were put on a canvas, in ms of the shared clock, and the canvas's width and height."""


def watch(tab: Tab) -> None:
    """Note all that workers of this tab put on canvases from their start on."""
    tab.on("worker", _begin)


def _begin(worker: Worker) -> None:
    with suppress(Error):  # the tab was closed before the worker had begun
        worker.evaluate(probe("pixels"))


def puts(tab: Tab) -> list[Put]:
    """All pixels put since the last call, oldest first; none on a page that draws in no worker."""
    kept = [worker.evaluate(TAKEN) for worker in tab.workers]
    return sorted((when, width, height) for puts in kept for when, width, height in puts)


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
