"""Private memory of the process that draws the tab, as the Linux kernel counts it."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from bench.browser import Visit
from bench.probe import probe
from bench.samples import Condition, Sample

REST = 2000
"""Milliseconds in which the page may tidy up before it is weighed."""
LIMIT = 20_000
"""Milliseconds that one lesson may play."""
PRIVATE = re.compile(r"^Private_(?:Dirty|Hugetlb):\s+(\d+) kB$", re.MULTILINE)


def private_bytes(rollup: str) -> int:
    """Add up the private pages that were written to, in the text of a /proc/PID/smaps_rollup, in bytes.

    Clean ones are the browser's own program, up to 65 MB of it: private to a process only as long as no other
    renderer has read the same pages.
    """
    return sum(int(kilobytes) for kilobytes in PRIVATE.findall(rollup)) * 1024


def renderers(tab: Page) -> list[int]:
    """Process ids of the renderers of a tab's browser. Raises `RuntimeError` for a tab without a browser."""
    browser = tab.context.browser
    if browser is None:
        raise RuntimeError("the tab has no browser to ask for its processes")
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [int(process["id"]) for process in processes if process["type"] == "renderer"]


def weighed(tab: Page) -> tuple[int, int]:
    """The private bytes of a tab's renderer, the largest (spare ones hold no page), and its process."""
    return max((private_bytes(Path(f"/proc/{id}/smaps_rollup").read_text()), id) for id in renderers(tab))


def remembered(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the tab's memory once every lesson was played, each with all views open.

    Yields nothing where a lesson did not play, or where /proc/PID/smaps_rollup is not.
    """
    tab = visit.tab
    tab.evaluate(probe("views"), True)
    found = tab.evaluate(probe("play"), LIMIT)
    tab.evaluate(probe("views"), False)
    if found["played"] == found["lessons"] and Path("/proc/self/smaps_rollup").exists():
        tab.wait_for_timeout(REST)
        yield Sample("memory", visit.host.page.name, condition, weighed(tab)[0])
