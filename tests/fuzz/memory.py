"""What a page holds in memory, once what nobody holds was given back.

Where little that stays was made amid much that went, an allocator can't give a page back. That is no leak:
it is used again before more is asked for. How much it is, Chromium tells in a dump of its memory.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.common.console import MEGABYTE

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page

ALLOCATORS = re.compile(
    r"malloc/partitions|partition_alloc/partitions/\w+|blink_gc/(?:main|workers/\w+)/heap"
)
"""Names in a dump, each with pages of its own: of C++, of buffers, and of what a browser makes of a page."""
USED = "allocated_objects_size"
TRACED = {
    "includedCategories": ["disabled-by-default-memory-infra"],
    "excludedCategories": ["*"],
    "memoryDumpConfig": {"triggers": []},
}
TRIES, PAUSE = 200, 100
"""How often, and every how many milliseconds, a dump is looked for."""


def free_inside(events: Iterable[Mapping[str, Any]], process: int) -> int:
    """Bytes that the allocators of a process hold and nobody uses, by the events of a trace with one dump."""
    told: dict[str, Mapping[str, Any]] = {}
    for event in events:
        if event["pid"] == process:
            told |= event.get("args", {}).get("dumps", {}).get("allocators", {})
    free = 0
    for name, dump in told.items():
        attributes = dump.get("attrs", {})
        if ALLOCATORS.fullmatch(name) and USED in attributes:  # some tell their size alone
            size, used = (int(attributes[key]["value"], 16) for key in ("size", USED))
            free += max(0, size - used)
    return free


def dump(page: "Page") -> list[Mapping[str, Any]]:
    """The events of a trace in which every process of the page's browser tells of its memory.

    Raises `RuntimeError` for a page without a browser, and where no dump comes.
    """
    browser = page.context.browser
    if browser is None:
        raise RuntimeError("the page has no browser to ask for a dump of its memory")
    session = browser.new_browser_cdp_session()
    events: list[Mapping[str, Any]] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))
    session.send("Tracing.start", {"traceConfig": TRACED, "transferMode": "ReportEvents"})
    session.send("Tracing.requestMemoryDump", {"levelOfDetail": "light"})
    session.send("Tracing.end")
    for _ in range(TRIES):
        if ended:
            session.detach()
            return events
        page.wait_for_timeout(PAUSE)
    raise RuntimeError("the browser sent no dump of its memory")


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

    The browser must have been started with `COLLECTING`. Of its bytes, `recorded` are the recording's.
    """
    from playwright.sync_api import Error

    from bench.measures import weighed

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
