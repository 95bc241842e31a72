"""What a page holds in memory, once what nobody holds was given back."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.allocators import dump, free_inside
from tools.common.console import MEGABYTE

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page

COLLECTING = "--expose-gc"
"""The flag of JavaScript that lets a page, and each of its workers, be told to collect garbage."""
COLLECT = "gc({type: 'major', execution: 'sync', flavor: 'last-resort'})"
"""Collects all that can be, and gives the pages of what is free back."""
GIVEN_BACK = 2000
"""Milliseconds in which the browser gives memory back to the system."""


class Memory(NamedTuple):
    """Bytes of JavaScript on the page; private bytes of the tab's process, and of these what the page holds.

    The latter two are 0 where the system tells nothing of a process.
    """

    script: int
    tab: int
    held: int

    def __str__(self) -> str:
        """All in megabytes."""
        script, tab, held = (bytes / MEGABYTE for bytes in self)
        return f"{script:.1f} MB of JavaScript, {held:.0f} MB held of {tab:.0f} MB in the tab"


def memory_of(page: "Page", recorded: int = 0) -> Memory:
    """Collect garbage on the page and in its workers, and weigh what stays.

    The browser must have been started with `COLLECTING`. Of what it holds so many bytes are `recorded`.
    """
    from playwright.sync_api import Error

    from bench.measure_memory import weighed

    page.evaluate(COLLECT)
    for worker in page.workers:
        with suppress(Error):  # one that ends meanwhile keeps nothing
            worker.evaluate(COLLECT)
    session = page.context.new_cdp_session(page)
    used = int(session.send("Runtime.getHeapUsage")["usedSize"])
    session.detach()
    if not Path("/proc/self/smaps_rollup").exists():
        return Memory(used, 0, 0)
    page.wait_for_timeout(GIVEN_BACK)
    tab, process = weighed(page)
    return Memory(used, tab, tab - free_inside(dump(page), process) - recorded)
